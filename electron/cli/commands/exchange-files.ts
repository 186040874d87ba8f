/** `exchange export`, `exchange receipt`, `exchange import`: files out and in. */
import { resolve } from "node:path";
import { needed } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs, table } from "../table.ts";
import { exchanging } from "./exchange-keys.ts";
import { reportText } from "./exchange-report.ts";
import { resultOf } from "./long-work.ts";

/** `--to CODE FILE`, or with `--all` everything that is due to anybody, into a folder. */
export const exportFile = async (invocation: Invocation): Promise<Answer> => {
  const path = resolve(invocation.words[0] ?? "");
  if (invocation.typed.flags.has("all")) return exportAll(invocation, path);
  const to = needed(invocation.typed, "to", "CODE");
  const { client, made } = await exchanging(invocation);
  const written = await resultOf(invocation, client.exchange.export({ to, path }));
  const { say } = invocation;
  const text = pairs([
    ...written.paths.map((file) => [say("exchange.written"), file] as const),
    [say("exchange.entries"), written.entries],
    [say("exchange.changes"), written.changes],
    [say("exchange.bytes"), written.bytes],
    [say("exchange.digestCode"), written.digestCode],
  ]);
  return { json: { to, ...written, ...made }, text: `${text}\n${say("exchange.eject")}` };
};

const exportAll = async (invocation: Invocation, folder: string): Promise<Answer> => {
  const { client, made } = await exchanging(invocation);
  const { written } = await resultOf(invocation, client.exchange.exportAll({ folder }));
  const { say } = invocation;
  const lines = table(written, [
    { name: say("exchange.to"), of: ({ to }) => to },
    { name: say("exchange.entries"), of: ({ entries }) => entries },
    { name: say("exchange.bytes"), of: ({ bytes }) => bytes },
    { name: say("exchange.written"), of: ({ path }) => path, most: 120 },
  ]);
  const text = written.length === 0 ? say("exchange.nothingDue") : `${lines}\n${say("exchange.eject")}`;
  return { json: { written, ...made }, text };
};

export const receipt = async (invocation: Invocation): Promise<Answer> => {
  const to = needed(invocation.typed, "to", "CODE");
  const { client, made } = await exchanging(invocation);
  const written = await client.exchange.receipt({ to, path: resolve(invocation.words[0] ?? "") });
  return { json: { to, ...written, ...made }, text: `${invocation.say("exchange.written")}  ${written.path}` };
};

export const importFile = async (invocation: Invocation): Promise<Answer> => {
  const dryRun = invocation.typed.flags.has("dry-run");
  const { client, made } = await exchanging(invocation);
  const path = resolve(invocation.words[0] ?? "");
  const report = await resultOf(invocation, client.exchange.import({ path, dryRun }));
  const done = invocation.say(dryRun ? "exchange.wouldTake" : "exchange.took");
  return { json: { ...report, dryRun, ...made }, text: `${done}\n${reportText(report, invocation)}` };
};

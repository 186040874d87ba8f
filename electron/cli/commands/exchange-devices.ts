/** `exchange revoke`, `review`, `desk`, `anew`: computers that are lost or copied, and which one keeps the desk (EX17, EX20, EX21). */
import { needed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { momentHere } from "../moment.ts";
import { counted } from "./counted.ts";
import { exchanging } from "./exchange-keys.ts";

/** `--last LINK:N`: the last bundle that counts, for each link; without it the last that was taken in. */
export const revoke = async (invocation: Invocation): Promise<Answer> => {
  const { words, say } = invocation;
  const device = words[0] ?? "";
  const office = needed(invocation.typed, "office", "CODE");
  const last = lastOf(invocation);
  const { client, made } = await exchanging(invocation);
  await client.exchange.revoke({ office, device, ...(last === undefined ? {} : { last }) });
  return { json: { office, device, ...made }, text: say("exchange.revoked", { office, device }) };
};

const lastOf = ({ typed }: Invocation): Record<string, number> | undefined => {
  const given = typed.many.get("last") ?? [];
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map((text) => {
      const [, link, number] = /^([0-9a-f]{16}):(\d{1,12})$/u.exec(text) ?? [];
      if (link === undefined) throw new WrongUsage("wrong-usage", { reason: `--last ${text} (LINK:N)` });
      return [link, Number(number)];
    }),
  );
};

/** Without versions what there is to look through; with them and `--keep` or `--withdraw` what becomes of them. */
export const review = async (invocation: Invocation): Promise<Answer> => {
  const versions = [...invocation.words];
  if (versions.length === 0) return listed(invocation);
  const [keep, withdraw] = [invocation.typed.flags.has("keep"), invocation.typed.flags.has("withdraw")];
  if (keep === withdraw) throw new WrongUsage("option-missing", { option: "--keep | --withdraw" });
  const { client } = await invocation.session.writing();
  await client.exchange.reviewed({ versions, keep });
  const text = invocation.say(keep ? "exchange.kept" : "exchange.withdrawn", { count: versions.length });
  return { json: { versions, keep }, text };
};

const listed = async ({ session, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.exchange.review();
  return counted(say, rows, [
    { name: say("exchange.at"), of: ({ at }) => momentHere(at) },
    { name: say("exchange.office"), of: ({ office }) => office },
    { name: say("exchange.device"), of: ({ device }) => device },
    { name: say("exchange.record"), of: ({ records }) => records.map(({ title }) => title).join("、"), most: 60 },
    { name: say("exchange.version"), of: ({ version }) => version, most: 120 },
  ]);
};

export const desk = async (invocation: Invocation): Promise<Answer> => {
  const device = invocation.words[0] ?? "";
  const { client, made } = await exchanging(invocation);
  const { version } = await client.exchange.moveDesk({ device });
  return { json: { device, version, ...made }, text: invocation.say("exchange.deskMoved", { device }) };
};

export const anew = async (invocation: Invocation): Promise<Answer> => {
  const { client, made } = await exchanging(invocation);
  const { device } = await client.exchange.beginAnew();
  return { json: { device, ...made }, text: invocation.say("exchange.begunAnew", { device }) };
};

/** `verify`: whether the database, the log, the tables and the attachments are whole. */
import { word } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs } from "../table.ts";
import { resultOf } from "./long-work.ts";

export const verify = async (invocation: Invocation): Promise<Answer> => {
  const { client } = await invocation.session.reading();
  const report = await resultOf(invocation, client.system.verify());
  const { ok, counts, digests, problems } = report;
  const text = [
    invocation.say(ok ? "verify.ok" : "verify.bad", { count: problems.length }),
    pairs(Object.entries(counts).map(([name, count]) => [invocation.say(`verify.counts.${name}`), count])),
    pairs(Object.entries(digests).map(([name, digest]) => [invocation.say(`verify.digests.${name}`), digest])),
    ...problems.map(({ code, params }) => word(invocation.language, `cli.verify.problems.${code}`, params)),
  ].join("\n");
  return { json: report, text, exitCode: ok ? 0 : 1 };
};

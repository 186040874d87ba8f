/** `exchange purge` and `exchange join`: what should never have been entered (EX8), and the same thing entered twice (EX8a). */
import { needed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";

export const purge = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say } = invocation;
  const reason = needed(invocation.typed, "reason", "TEXT");
  const { client } = await session.writing();
  const record = words[0] ?? "";
  const { version } = await client.exchange.purge({
    record,
    units: (typed.many.get("part") ?? []).flatMap((text) => text.split(",")),
    reason,
    confirmed: typed.flags.has("confirmed"),
  });
  return { json: { id: record, version }, text: say("exchange.purged") };
};

export const join = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const [record = "", given] = words;
  const part = typed.flags.has("part");
  if (part === (given !== undefined)) throw new WrongUsage("option-missing", { option: "SAME | --part" });
  const { client } = await session.writing();
  const same = given ?? null;
  const { version } = await client.exchange.join({ record, same });
  return { json: { id: record, same, version }, text: say(part ? "exchange.parted" : "exchange.joined") };
};

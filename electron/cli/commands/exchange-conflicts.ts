/** `exchange conflicts` and `exchange decide`: what merging left to people (EX5–EX8). */
import { conflictKinds, type ConflictView } from "#shared/exchange/conflict-view.ts";
import { jsonIn, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { momentHere } from "../moment.ts";
import { table } from "../table.ts";

export const conflicts = async ({ typed, session, say }: Invocation): Promise<Answer> => {
  const kind = kindIn(typed.texts.get("kind"));
  const record = typed.texts.get("record");
  const { client } = await session.reading();
  const rows = await client.exchange.conflicts({
    ...(kind === undefined ? {} : { kind }),
    ...(record === undefined ? {} : { record }),
    ...(typed.flags.has("mine") ? { mine: true } : {}),
  });
  const text = [...rows.map((row) => conflictText(row, say)), say("count", { count: rows.length })].join("\n\n");
  return { json: { count: rows.length, rows }, text };
};

const kindIn = (given: string | undefined): ConflictView["kind"] | undefined => {
  const kind = conflictKinds.find((known) => known === given);
  if (given !== undefined && kind === undefined)
    throw new WrongUsage("wrong-usage", { reason: `--kind ${given} (${conflictKinds.join(", ")})` });
  return kind;
};

const conflictText = ({ id, title, kind, unit, sides, deciderName }: ConflictView, say: Invocation["say"]): string =>
  [
    `${title} · ${unit} · ${say(`exchange.conflictKinds.${kind}`)} · ${say("exchange.decidedBy", { office: deciderName })}`,
    `ID ${id}`,
    table(sides, [
      { name: say("exchange.stands"), of: ({ stands }) => (stands ? "✓" : "") },
      { name: say("exchange.value"), of: ({ text }) => text, most: 60 },
      { name: say("exchange.office"), of: ({ officeName }) => officeName },
      { name: say("exchange.at"), of: ({ at }) => momentHere(at) },
      { name: say("exchange.version"), of: ({ version }) => version, most: 120 },
    ]),
  ].join("\n");

export const decide = async (invocation: Invocation): Promise<Answer> => {
  const { words, session, say } = invocation;
  const id = words[0] ?? "";
  const decision = decisionOf(invocation);
  const { client } = await session.writing();
  const { version, ids } = await client.exchange.decide({ id, ...decision });
  return { json: { id, version, records: ids }, text: say("exchange.decided") };
};

/** Just one of the three ways. */
const decisionOf = ({ typed }: Invocation): { take?: string; value?: unknown; reject?: boolean; note?: string } => {
  const [take, value, note] = [typed.texts.get("take"), typed.texts.get("value"), typed.texts.get("note")];
  const reject = typed.flags.has("reject");
  if ([take !== undefined, value !== undefined, reject].filter(Boolean).length !== 1)
    throw new WrongUsage("option-missing", { option: "--take VERSION | --value JSON | --reject" });
  return {
    ...(take === undefined ? {} : { take }),
    ...(value === undefined ? {} : { value: jsonIn(value) }),
    ...(reject ? { reject } : {}),
    ...(note === undefined ? {} : { note }),
  };
};

/** `campaigns list`, `campaigns add`, `campaigns edit`, `campaigns withdraw`. */
import { reportIntervals } from "#shared/tasks/record.ts";
import type { ReportInterval } from "#shared/tasks/record.ts";
import { word } from "#shared/translations/index.ts";
import { needed, type Typed, wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { counted } from "./counted.ts";

export const list = async ({ session, language, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.campaigns.list();
  const name = (key: string): string => word(language, `campaigns.fields.${key}`);
  return counted(say, rows, [
    { name: name("name"), of: (row) => row.name },
    { name: name("year"), of: ({ year }) => year },
    { name: name("every"), of: ({ every }) => (every === null ? "" : word(language, `tasks.campaign.every.${every}`)) },
    { name: name("tasks"), of: ({ tasks }) => tasks },
    { name: name("done"), of: ({ done }) => done },
    { name: name("overdue"), of: ({ overdue }) => overdue },
    {
      name: "ID",
      of: ({ id, withdrawn }) =>
        id === null
          ? word(language, "campaigns.fromAbove")
          : withdrawn
            ? `${id} ${word(language, "campaigns.withdrawn")}`
            : id,
    },
  ]);
};

/** `none` takes a year or an interval away. */
const none = "none";

const intervalOf = (written: string | undefined): ReportInterval | null | undefined => {
  if (written === undefined) return undefined;
  const every = reportIntervals.find((interval) => interval === written);
  if (every === undefined && written !== none)
    throw new WrongUsage("wrong-usage", { reason: `--every: ${written} (${[...reportIntervals, none].join(", ")})` });
  return every ?? null;
};

const factsOf = ({ texts }: Typed) => {
  const written = texts.get("year");
  return {
    year: written === none ? null : wholeNumber(written, "year", 2000, 2099),
    every: intervalOf(texts.get("every")),
    note: texts.get("note"),
  };
};

export const add = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const name = words[0] ?? "";
  const facts = factsOf(typed);
  const { client } = await session.writing();
  const { ids, version } = await client.campaigns.add({ name, ...facts });
  return { json: { id: ids[0], version }, text: say("campaigns.added", { name, id: ids[0] ?? "" }) };
};

export const edit = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const id = words[0] ?? "";
  const changes = { name: typed.texts.get("name"), ...factsOf(typed) };
  const { client } = await session.writing();
  const { ids, version } = await client.campaigns.edit({ id, changes });
  return { json: { id, version, tasks: ids.length - 1 }, text: say("campaigns.edited", { tasks: ids.length - 1 }) };
};

export const withdraw = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const id = words[0] ?? "";
  const reason = needed(typed, "text", "T");
  const { client } = await session.writing();
  const { version } = await client.campaigns.withdraw({ id, reason });
  return { json: { id, version }, text: say("campaigns.withdrawn") };
};

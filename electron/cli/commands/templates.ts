/** `templates list`, `templates save`, `templates preview`, `templates start`, `templates withdraw`. */
import { taskFields } from "#shared/tasks/fields.ts";
import { word } from "#shared/translations/index.ts";
import { needed, type Typed, wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { counted } from "./counted.ts";
import { queryOf } from "./query.ts";

export const list = async ({ session, language, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.campaigns.templates();
  const name = (key: string): string => word(language, `campaigns.templates.${key}`);
  return counted(say, rows, [
    { name: name("name"), of: (row) => row.name },
    { name: name("year"), of: ({ year }) => year },
    { name: name("tasks"), of: ({ tasks }) => tasks },
    {
      name: "ID",
      of: ({ id, withdrawn }) => (withdrawn ? `${id} ${word(language, "campaigns.withdrawn")}` : id),
      most: 60,
    },
  ]);
};

export const save = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const query = queryOf(typed, taskFields, "unit");
  const name = words[0] ?? "";
  const { client } = await session.writing();
  const { ids, version } = await client.campaigns.saveTemplate({
    name,
    query,
    note: typed.texts.get("note") ?? "",
    ids: [...(typed.many.get("id") ?? [])],
  });
  const saved = (await client.campaigns.templates()).find(({ id }) => id === ids[0]);
  const told = { id: ids[0] ?? "", tasks: saved?.tasks ?? 0, year: saved?.year ?? 0 };
  return { json: { ...told, version }, text: say("templates.saved", { name, ...told }) };
};

const yearOf = ({ texts }: Typed): number => {
  const year = wholeNumber(texts.get("year"), "year", 2000, 2099);
  if (year === undefined) throw new WrongUsage("option-missing", { option: "--year N" });
  return year;
};

export const preview = async ({ words, typed, session, language, say }: Invocation): Promise<Answer> => {
  const year = yearOf(typed);
  const { client } = await session.reading();
  const rows = await client.campaigns.previewTemplate({ id: words[0] ?? "", year });
  return counted(say, rows, [
    { name: "", of: ({ at }) => at },
    { name: word(language, "tasks.fields.no"), of: ({ no }) => no },
    { name: word(language, "tasks.fields.title"), of: ({ title, depth }) => "  ".repeat(depth) + title, most: 40 },
    { name: say("templates.before"), of: ({ before }) => before.text, most: 24 },
    { name: say("templates.after"), of: ({ after }) => after.text, most: 24 },
    { name: word(language, "tasks.fields.due"), of: ({ after }) => after.due ?? null },
    {
      name: say("templates.remarks"),
      of: ({ remarks }) => remarks.map((code) => word(language, `campaigns.remarks.${code}`)).join("; "),
      most: 48,
    },
  ]);
};

const placesOf = ({ many }: Typed): number[] =>
  (many.get("leave-out") ?? [])
    .flatMap((text) => text.split(","))
    .map((text) => wholeNumber(text, "leave-out", 0, 1_000_000) ?? 0);

export const start = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const year = yearOf(typed);
  const leaveOut = placesOf(typed);
  const campaign = typed.texts.get("campaign");
  const { client } = await session.writing();
  const { ids, version } = await client.campaigns.startTemplate({
    id: words[0] ?? "",
    year,
    leaveOut,
    ...(campaign !== undefined && { campaign }),
  });
  return { json: { year, ids, version }, text: say("templates.started", { year, version }) };
};

export const withdraw = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const id = words[0] ?? "";
  const reason = needed(typed, "text", "T");
  const { client } = await session.writing();
  const { version } = await client.campaigns.withdrawTemplate({ id, reason });
  return { json: { id, version }, text: say("templates.withdrawn") };
};

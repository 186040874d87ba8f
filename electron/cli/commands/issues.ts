/** `issues list`, `issues show`, `issues add`. */
import { issueFields } from "#shared/issues/fields.ts";
import { issueTypes } from "#shared/issues/record.ts";
import { typeOfWord } from "#shared/issues/reading-states.ts";
import type { IssueDetail, IssueEntry } from "#shared/issues/view.ts";
import { word } from "#shared/translations/index.ts";
import { WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs, table } from "../table.ts";
import { counted } from "./counted.ts";
import { historyText, stepsText } from "./history.ts";
import { allPages, queryOf } from "./query.ts";

export const list = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const query = queryOf(typed, issueFields, "units");
  const { client } = await session.reading();
  const rows = await allPages((page) => client.issues.list({ ...query, ...page }));
  const name = (key: string): string => word(language, `issues.fields.${key}`);
  return counted(say, rows, [
    { name: name("no"), of: ({ no }) => no },
    { name: name("title"), of: ({ title }) => title, most: 44 },
    { name: name("place"), of: ({ place }) => place, most: 20 },
    { name: name("units"), of: ({ units }) => units.join("、"), most: 24 },
    { name: name("limit"), of: ({ limit }) => limit.text, most: 22 },
    { name: name("state"), of: ({ state }) => word(language, `issues.state.${state}`) },
    { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
    { name: "ID", of: ({ id }) => id },
  ]);
};

export const show = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const issue = await client.issues.get({ id: words[0] ?? "", reveal: typed.flags.has("reveal") });
  const reports = issue.steps.filter(({ retracted, data }) => !retracted && data.text !== undefined);
  return { json: { ...issue, reports, evidenceFiles: issue.files }, text: detailText(issue, language) };
};

const detailText = (issue: IssueDetail, language: Invocation["language"]): string => {
  const name = (key: string): string => word(language, `issues.fields.${key}`);
  return [
    pairs([
      [name("no"), issue.no],
      [name("title"), issue.title],
      [name("source"), issue.source],
      [name("place"), issue.place],
      [name("category"), issue.category],
      [name("section"), issue.section],
      [name("units"), issue.units.join("、")],
      [name("leader"), issue.leader],
      [name("person"), issue.person],
      [name("phone"), issue.phone],
      [name("type"), issue.type ? word(language, `issues.type.${issue.type}`) : ""],
      [name("measures"), issue.measures],
      [name("limit"), issue.limit.text],
      [name("due"), issue.due],
      [name("state"), word(language, `issues.state.${issue.state}`)],
      [name("round"), issue.round],
      [name("progress"), issue.progress],
      [name("closedOn"), issue.closedOn],
      [name("note"), issue.note],
      ...Object.entries(issue.extra),
    ]),
    stepsText(
      issue.steps.map(({ data, ...line }) => ({
        ...line,
        name: word(language, `issues.step.${data.step}`),
        on: data.on,
        text: data.text ?? "",
      })),
      language,
    ),
    table(issue.files, [
      { name: name("evidence"), of: ({ name: file }) => file },
      { name: "SHA-256", of: ({ hash }) => hash, most: 16 },
    ]),
    historyText(issue.history, "issues", language),
  ].join("\n\n");
};

export const add = async ({ typed, session, say }: Invocation): Promise<Answer> => {
  const { texts, many } = typed;
  const title = texts.get("title");
  if (title === undefined) throw new WrongUsage("option-missing", { option: "--title T" });
  const typeText = texts.get("type") ?? "";
  const type = issueTypes.find((known) => known === typeText) ?? typeOfWord(typeText);
  if (texts.has("type") && type === undefined) {
    throw new WrongUsage("wrong-usage", { reason: `--type: ${typeText} (${issueTypes.join(", ")})` });
  }
  const { client } = await session.writing();
  const known = await client.units.list({ q: "" });
  const nameOf = (unit: string): string => known.find(({ code }) => code === unit)?.name ?? unit;
  const entry: Partial<IssueEntry> & { title: string } = { title, type: type ?? null };
  for (const key of [
    "no",
    "source",
    "place",
    "category",
    "leader",
    "person",
    "phone",
    "measures",
    "limit",
    "note",
  ] as const) {
    const value = texts.get(key);
    if (value !== undefined) entry[key] = value;
  }
  entry.units = (many.get("unit") ?? []).flatMap((text) => text.split(",")).map(nameOf);
  const { ids, version } = await client.issues.add(entry);
  return { json: { id: ids[0], version }, text: say("issues.added", { id: ids[0] ?? "" }) };
};

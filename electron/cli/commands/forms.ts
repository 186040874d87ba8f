/** `forms`: fill-back forms written for units without the program, and taken back with what became of every file. */
import { resolve } from "node:path";
import type { FormStage, FormStageRow } from "#shared/forms/view.ts";
import { taskFields } from "#shared/tasks/fields.ts";
import { hasWord, type Language, word } from "#shared/translations/index.ts";
import { dayTyped, needed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import type { Client } from "../session.ts";
import { table } from "../table.ts";
import { counted } from "./counted.ts";
import { resultOf } from "./long-work.ts";
import { queryOf } from "./query.ts";
import { namedUnits, sayGroups } from "./units-named.ts";

export const list = async ({ session, say, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.forms.list();
  const name = (key: string): string => word(language, `forms.list.${key}`);
  return counted(say, rows, [
    { name: name("unit"), of: ({ unitName }) => unitName },
    { name: name("issuedOn"), of: ({ issuedOn }) => issuedOn },
    { name: name("backBy"), of: ({ backBy }) => backBy },
    { name: name("tasks"), of: ({ tasks }) => tasks },
    {
      name: name("state"),
      of: ({ withdrawn, takenOn }) => (withdrawn ? name("withdrawn") : (takenOn ?? name("waiting"))),
    },
    { name: "ID", of: ({ id }) => id },
  ]);
};

export const units = async ({ typed, session, say, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.forms.units(queryOf(typed, taskFields, "unit"));
  const text = table(rows, [
    { name: word(language, "forms.write.unit"), of: ({ unitName }) => unitName },
    { name: word(language, "forms.write.tasks"), of: ({ tasks }) => tasks },
    {
      name: "",
      of: ({ hasProgram }) => (hasProgram ? word(language, "forms.write.hasProgram") : ""),
    },
    { name: say("units.code"), of: ({ unit }) => unit },
  ]);
  return { json: { count: rows.length, rows }, text };
};

/** To the units of `--to`, else to all that have no program of their own. */
export const write = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language } = invocation;
  const { client } = await session.writing();
  const query = queryOf(typed, taskFields, "unit");
  const ids = [...(typed.many.get("id") ?? [])];
  const named = await namedUnits(client, typed.many.get("to") ?? []);
  sayGroups(named, invocation);
  const offered = await client.forms.units({ ...query, ids });
  const to =
    named.units.length > 0
      ? named.units
      : offered.filter(({ hasProgram, under }) => under && !hasProgram).map(({ unit }) => unit);
  if (to.length === 0) throw new WrongUsage("option-missing", { option: "--to CODE…" });
  const backBy = dayTyped(typed, "by") ?? null;
  const folder = resolve(words[0] ?? ".");
  const written = await resultOf(
    invocation,
    client.forms.write({ folder, units: [...to], query, ids, backBy, language }),
  );
  const text = [
    ...written.files.map(({ path, tasks }) => `${path} (${tasks})`),
    word(language, "forms.write.done", { count: written.files.length }),
  ].join("\n");
  return { json: written, text };
};

const opened = async (
  invocation: Invocation,
  client: Client,
): Promise<{ stage: FormStage; rows: FormStageRow[][] }> => {
  const paths = invocation.words.map((path) => resolve(path));
  const stage = await resultOf(invocation, client.forms.open({ paths }));
  const rows: FormStageRow[][] = [];
  for (const { file } of stage.files) rows.push(await client.forms.rows({ stage: stage.stage, file }));
  return { stage, rows };
};

const asJson = ({ files }: FormStage, rows: readonly FormStageRow[][]) =>
  files.map((file, at) => ({ ...file, rows: rows[at] ?? [] }));

/** Looks at forms that came back, cell by cell; stores nothing. */
export const open = async (invocation: Invocation): Promise<Answer> => {
  const { client } = await invocation.session.writing();
  const { stage, rows } = await opened(invocation, client);
  return { json: { files: asJson(stage, rows) }, text: stageText(stage, rows, invocation.language) };
};

/** Takes them in as they are offered: rows with altered text are left out. */
export const take = async (invocation: Invocation): Promise<Answer> => {
  const { session, language } = invocation;
  const { client } = await session.writing();
  const { stage, rows } = await opened(invocation, client);
  invocation.remark(stageText(stage, rows, language));
  const { version, forms, written } = await resultOf(invocation, client.forms.confirm({ stage: stage.stage }));
  const json = { version, forms, written, files: asJson(stage, rows) };
  return { json, text: word(language, "forms.take.done", { forms, written }) };
};

type Problem = NonNullable<FormStage["files"][number]["problem"]>;

const problemText = ({ code, params }: Problem, language: Language): string =>
  hasWord(language, `errors.${code}.message`)
    ? `${word(language, `errors.${code}.message`, params)} ${word(language, `errors.${code}.hint`, params)}`
    : code;

const stageText = ({ files }: FormStage, rows: readonly FormStageRow[][], language: Language): string =>
  files
    .flatMap(({ name, verdict, problem, unitName, remarks }, at) => [
      `${name}  ${unitName}  ${word(language, `forms.verdict.${verdict}`)}`,
      ...(problem ? [`  ${problemText(problem, language)}`] : []),
      ...(rows[at] ?? []).flatMap((row) => rowText(row, language)),
      ...remarks.map((remark) => `  ${remark}`),
    ])
    .join("\n");

const rowText = ({ no, title, verdict, cells, problems }: FormStageRow, language: Language): string[] => {
  if (verdict === "same") return [];
  const changes = cells.filter((cell) => cell.verdict !== "same");
  return [
    `  ${word(language, `forms.rowVerdict.${verdict}`)}  ${no} ${title}`,
    ...changes.map(
      ({ field, before, after, problem }) =>
        `    ${word(language, `forms.columns.${field}`)}: ${before} → ${after}${problem ? `  ✗ ${problemText(problem, language)}` : ""}`,
    ),
    ...problems.map((problem) => `    ✗ ${problemText(problem, language)}`),
  ];
};

export const withdraw = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const reason = needed(typed, "text", "T");
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const { version } = await client.forms.withdraw({ id, reason });
  return { json: { id, version }, text: word(language, "forms.list.withdrawnNow") };
};

/** `tasks list`, `tasks show`, `tasks assign`, `tasks report`. */
import { taskFields } from "#shared/tasks/fields.ts";
import type { TaskDetail, TaskRow } from "#shared/tasks/view.ts";
import { word } from "#shared/translations/index.ts";
import { WrongUsage, wholeNumber } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs, table } from "../table.ts";
import { historyText, stepsText } from "./history.ts";
import { allPages, queryOf } from "./query.ts";

export const list = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const query = queryOf(typed, taskFields, "unit");
  const { client } = await session.reading();
  const rows = await allPages((page) => client.tasks.list({ ...query, ...page }));
  const name = (key: string): string => word(language, `tasks.fields.${key}`);
  const text = table(rows, [
    { name: name("no"), of: ({ no }) => no },
    { name: name("title"), of: ({ title }) => title, most: 44 },
    { name: name("lead"), of: ({ lead }) => lead.join("、"), most: 24 },
    { name: name("period"), of: ({ period }) => period.text, most: 22 },
    { name: name("due"), of: ({ due }) => due },
    { name: name("state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
    { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
    { name: "ID", of: ({ id }) => id },
  ] satisfies { name: string; of: (row: TaskRow) => string | null; most?: number }[]);
  return { json: { count: rows.length, rows }, text: `${text}\n${say("count", { count: rows.length })}` };
};

export const show = async ({ words, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const task = await client.tasks.get({ id: words[0] ?? "" });
  const reports = task.steps.filter(({ retracted, data }) => !retracted && data.text !== undefined);
  return { json: { ...task, reports }, text: detailText(task, language) };
};

const detailText = (task: TaskDetail, language: Invocation["language"]): string => {
  const name = (key: string): string => word(language, `tasks.fields.${key}`);
  return [
    pairs([
      [name("no"), task.no],
      [name("title"), task.title],
      [name("measures"), task.measures],
      [name("section"), task.section],
      [name("lead"), task.lead.join("、")],
      [name("responsible"), task.responsible.join("、")],
      [name("support"), task.support.join("、")],
      [name("period"), task.period.text],
      [name("due"), task.due],
      [name("state"), word(language, `tasks.state.${task.state}`)],
      [name("light"), word(language, `tasks.light.${task.light}`)],
      [name("note"), task.note],
      ...Object.entries(task.extra),
    ]),
    stepsText(
      task.steps.map(({ data, ...line }) => ({
        ...line,
        name: word(language, `tasks.step.${data.step}`),
        on: data.on,
        text: data.text ?? "",
      })),
      language,
    ),
    historyText(task.history, "tasks", language),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

export const assign = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const to = (typed.many.get("to") ?? []).flatMap((text) => text.split(",")).filter((code) => code !== "");
  if (to.length === 0) throw new WrongUsage("option-missing", { option: "--to CODE…" });
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const { version } = await client.tasks.assign({ ids: [id], units: to });
  return { json: { id, units: to, version }, text: say("tasks.assigned", { count: to.length }) };
};

export const report = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const percent = wholeNumber(typed.texts.get("percent"), "percent", 0, 100);
  const text = typed.texts.get("text");
  const done = typed.flags.has("done");
  if (percent === undefined && text === undefined && !done) {
    throw new WrongUsage("option-missing", { option: "--percent N --text T" });
  }
  const { client, program } = await session.writing();
  const id = words[0] ?? "";
  const { assignments, hands } = await client.tasks.get({ id });
  // What this office has from above it reports on itself; a task that one unit alone has is reported on for that unit.
  const isOurs = hands.some(({ own, unit }) => own && unit !== null);
  const only = assignments.length === 1 && !isOurs ? assignments[0]?.unit : undefined;
  const { version } = await client.tasks.step({
    ids: [id],
    step: {
      step: done ? "report-done" : "progress",
      unit: typed.texts.get("unit") ?? only ?? null,
      on: typed.texts.get("on") ?? program.store.today(),
      ...(percent === undefined ? {} : { percent }),
      ...(text === undefined ? {} : { text }),
    },
  });
  return { json: { id, version }, text: say("tasks.reported") };
};

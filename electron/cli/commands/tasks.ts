/** `tasks list`, `tasks show`. */
import { taskFields } from "#shared/tasks/fields.ts";
import { word } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";
import { counted } from "./counted.ts";
import { allPages, queryOf } from "./query.ts";
import { taskText } from "./task-text.ts";

export const list = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const query = queryOf(typed, taskFields, "unit");
  const { client } = await session.reading();
  const rows = await allPages((page) => client.tasks.list({ ...query, ...page }));
  const name = (key: string): string => word(language, `tasks.fields.${key}`);
  return counted(say, rows, [
    { name: name("no"), of: ({ no }) => no },
    { name: name("title"), of: ({ title }) => title, most: 44 },
    { name: name("lead"), of: ({ lead }) => lead.join("、"), most: 24 },
    { name: name("period"), of: ({ period }) => period.text, most: 22 },
    { name: name("due"), of: ({ due }) => due },
    { name: name("state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
    { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
    { name: "ID", of: ({ id }) => id },
  ]);
};

export const show = async ({ words, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const task = await client.tasks.get({ id: words[0] ?? "" });
  const reports = task.steps.filter(({ retracted, data }) => !retracted && data.text !== undefined);
  return { json: { ...task, reports }, text: taskText(task, language) };
};

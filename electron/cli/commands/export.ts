/** `tasks export`, `issues export` and `urgings export`: the list as it is filtered and sorted, as an Excel workbook. */
import { resolve } from "node:path";
import { issueFields } from "#shared/issues/fields.ts";
import type { Field } from "#shared/list/query.ts";
import { taskFields } from "#shared/tasks/fields.ts";
import { urgingFields } from "#shared/urgings/fields.ts";
import { WrongUsage, type Typed } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { resultOf } from "./long-work.ts";
import { queryOf } from "./query.ts";

const exportOf =
  (capability: "tasks" | "issues" | "urgings", fields: readonly Field[], unitField: string) =>
  async (invocation: Invocation): Promise<Answer> => {
    const { words, typed, session, language, say } = invocation;
    const query = { ...queryOf(typed, fields, unitField), columns: columnsOf(typed, fields) };
    const { client } = await session.reading();
    const path = resolve(words[0] ?? "");
    const reveal = typed.flags.has("reveal");
    const done = await resultOf(invocation, client.exports.workbook({ capability, path, query, reveal, language }));
    return { json: done, text: say("exported", { rows: done.rows, path: done.path }) };
  };

const columnsOf = (typed: Typed, fields: readonly Field[]): string[] => {
  const columns = (typed.many.get("columns") ?? []).flatMap((text) => text.split(","));
  const unknown = columns.find((column) => !fields.some(({ key }) => key === column));
  if (unknown === undefined) return columns;
  throw new WrongUsage("wrong-usage", { reason: `--columns: ${unknown} (${fields.map(({ key }) => key).join(", ")})` });
};

export const exportTasks = exportOf("tasks", taskFields, "unit");
export const exportIssues = exportOf("issues", issueFields, "units");
export const exportUrgings = exportOf("urgings", urgingFields, "unit");

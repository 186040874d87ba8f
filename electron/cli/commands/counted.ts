/** The answer of a command that lists: its rows, how many they are, and the table with their count under it. */
import type { Answer, Invocation } from "../command.ts";
import { type Column, table } from "../table.ts";

/** `more`: what else the JSON document says. */
export const counted = <Row>(
  say: Invocation["say"],
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  more: Readonly<Record<string, unknown>> = {},
): Answer => ({
  json: { ...more, count: rows.length, rows },
  text: `${table(rows, columns)}\n${say("count", { count: rows.length })}`,
});

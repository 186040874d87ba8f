import { expect, test } from "vitest";
import { taskFields } from "#shared/tasks/fields.ts";
import type { Field } from "#shared/list/query.ts";
import { copiedText, rowsBetween, withTicked } from "./selection.ts";
import { emptyQuery } from "./state.ts";
import type { Cell, ListState } from "./state.ts";

interface Row {
  readonly id: string;
  readonly no: string;
  readonly title: string;
}

const rows: readonly Row[] = ["a", "b", "c", "d"].map((id, index) => ({ id, no: String(index + 1), title: `${id}!` }));
const rowAt = (index: number): Row | undefined => rows[index];
const fields: readonly Field[] = taskFields.filter(({ key }) => key === "no" || key === "title");
const cells = { text: (field: Field, row: Row) => (field.key === "no" ? row.no : row.title), cell: () => null };
const stateAt = (active: Cell, anchor: Cell): ListState => ({
  query: emptyQuery,
  active,
  anchor,
  selected: new Set(),
  top: 0,
});

test("copying takes the range of cells, as Excel does", () => {
  const copied = copiedText(stateAt({ row: 2, column: 1 }, { row: 1, column: 0 }), fields, rowAt, [], cells);
  expect(copied).toEqual({ text: "2\tb!\n3\tc!", rows: 2 });
});

test("without a range the ticked rows are copied with the columns on the screen, else the one cell", () => {
  const here = stateAt({ row: 3, column: 1 }, { row: 3, column: 1 });
  expect(copiedText(here, fields, rowAt, rows.slice(0, 2), cells).text).toBe("1\ta!\n2\tb!");
  expect(copiedText(here, fields, rowAt, [], cells).text).toBe("d!");
});

test("rows that are not loaded are passed over", () => {
  expect(rowsBetween(rowAt, 5, 2).map(({ id }) => id)).toEqual(["c", "d"]);
});

test("ticking leaves what was ticked before", () => {
  expect([...withTicked(new Set(["a"]), ["b"], true)]).toEqual(["a", "b"]);
  expect([...withTicked(new Set(["a", "b"]), ["a"], false)]).toEqual(["b"]);
});

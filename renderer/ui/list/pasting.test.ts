import fc from "fast-check";
import { expect, test } from "vitest";
import type { PastedRow, PastePreview } from "#shared/list/paste.ts";
import { chosenRows, countsOf, fillPlan, pastePlan, tiled } from "./pasting.ts";
import type { PasteInto } from "./pasting.ts";

const into: PasteInto = {
  range: { top: 0, bottom: 0, left: 1, right: 1 },
  columns: ["light", "title", "measures", "state", "note"],
  takes: ["title", "measures", "note"],
  named: new Map([
    ["工作任务", "title"],
    ["备注", "note"],
  ]),
  ids: ["a", "b"],
};

test("copied cells go into the records and columns from the active cell on, as they stand on the screen", () => {
  const { rows, fields } = pastePlan(
    [
      ["甲", "一"],
      ["乙", "二"],
    ],
    into,
  );
  expect(fields).toEqual(["title", "measures"]);
  expect(rows).toEqual([
    { row: 1, id: "a", values: { title: "甲", measures: "一" } },
    { row: 2, id: "b", values: { title: "乙", measures: "二" } },
  ]);
});

test("columns that the program computes take nothing, and cells beyond the last column are counted", () => {
  const { rows, passed, beyond } = pastePlan([["甲", "一", "推进中", "备", "多"]], into);
  expect(passed).toEqual(["state"]);
  expect(beyond).toBe(1);
  expect(rows[0]?.values).toEqual({ title: "甲", measures: "一", note: "备" });
});

test("a line that ends early leaves the cells after it alone, a blank cell empties its own", () => {
  const { rows } = pastePlan([["甲", ""], ["乙"]], into);
  expect(rows.map(({ values }) => values)).toEqual([{ title: "甲", measures: "" }, { title: "乙" }]);
});

test("surplus lines are new records", () => {
  expect(pastePlan([["甲"], ["乙"], ["丙"]], into).rows.map(({ id }) => id)).toEqual(["a", "b", null]);
});

test("a copied head leads its columns wherever they stand", () => {
  const { rows } = pastePlan(
    [
      ["备注", "工作任务"],
      ["急", "甲"],
    ],
    into,
  );
  expect(rows).toEqual([{ row: 1, id: "a", values: { note: "急", title: "甲" } }]);
});

test("one cell fills a range, a block repeats in one that is a multiple, and nothing else is repeated", () => {
  const range = { top: 0, bottom: 3, left: 1, right: 2 };
  expect(tiled([["x"]], range)).toEqual(Array.from({ length: 4 }, () => ["x", "x"]));
  expect(
    tiled(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      range,
    ).map(([left]) => left),
  ).toEqual(["a", "c", "a", "c"]);
  expect(tiled([["a"], ["b"], ["c"]], range)).toHaveLength(3);
});

test("whatever the range, no copied cell is lost", () => {
  const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
  const corner = fc.nat({ max: 6 });
  const kept = fc.property(cells, corner, corner, (copied, down, right) => {
    const range = { top: 0, bottom: down, left: 0, right };
    expect(
      tiled(copied, range)
        .slice(0, copied.length)
        .map((row) => row.slice(0, 2)),
    ).toEqual(copied);
  });
  fc.assert(kept);
});

test("filling down repeats the first line over the others, in the columns that take cells", () => {
  const first = { title: "甲", state: "推进中" };
  expect(fillPlan(["a", "b", "c"], first, into.takes)).toEqual([
    { row: 2, id: "b", values: { title: "甲" } },
    { row: 3, id: "c", values: { title: "甲" } },
  ]);
  expect(fillPlan(["a"], first, into.takes)).toBeNull();
  expect(fillPlan(["a", "b"], { state: "推进中" }, into.takes)).toBeNull();
});

const problem = { code: "paste-percent", params: { text: "很多" } };
const cell = (field: string, after: string, refused = false) => ({
  field,
  before: "",
  after,
  problem: refused ? problem : null,
});
const preview: PastePreview = {
  rows: [
    { row: 1, id: "a", cells: [cell("title", "甲"), cell("percent", "很多", true)] },
    { row: 2, id: null, cells: [cell("title", "乙")] },
    { row: 3, id: null, cells: [cell("title", "", true)] },
  ],
  changed: 1,
  added: 1,
  refused: 2,
};
const rows: PastedRow[] = [
  { row: 1, id: "a", values: { title: "甲", percent: "很多" } },
  { row: 2, id: null, values: { title: "乙" } },
  { row: 3, id: null, values: { title: "" } },
];

test("one refused cell keeps back all, until the refused ones are left out", () => {
  const all = { add: true, leaveOut: false };
  expect(countsOf(preview, all)).toEqual({ changed: 1, added: 1, refused: 2 });
  expect(chosenRows(rows, preview, all)).toEqual(rows);
  const rest = { add: true, leaveOut: true };
  expect(countsOf(preview, rest)).toEqual({ changed: 1, added: 1, refused: 0 });
  expect(chosenRows(rows, preview, rest)).toEqual([
    { row: 1, id: "a", values: { title: "甲" } },
    { row: 2, id: null, values: { title: "乙" } },
  ]);
});

test("surplus lines are added only when that is wanted", () => {
  const without = { add: false, leaveOut: true };
  expect(chosenRows(rows, preview, without).map(({ row }) => row)).toEqual([1]);
  expect(countsOf(preview, without)).toEqual({ changed: 1, added: 0, refused: 0 });
});

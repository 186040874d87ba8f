import fc from "fast-check";
import { expect, test } from "vitest";
import { inRange, movedBy, rangeOf } from "./keys.ts";

const extent = { rows: 100, columns: 8, page: 20 };

test("arrow keys move by one cell and stop at the edges", () => {
  expect(movedBy("ArrowDown", false, { row: 4, column: 2 }, extent)).toEqual({ row: 5, column: 2 });
  expect(movedBy("ArrowUp", false, { row: 0, column: 2 }, extent)).toEqual({ row: 0, column: 2 });
  expect(movedBy("PageDown", false, { row: 90, column: 0 }, extent)).toEqual({ row: 99, column: 0 });
  expect(movedBy("End", true, { row: 0, column: 0 }, extent)).toEqual({ row: 99, column: 7 });
  expect(movedBy("x", false, { row: 0, column: 0 }, extent)).toBeUndefined();
});

test("whatever is pressed, the active cell stays inside the table", () => {
  const key = fc.constantFrom("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End");
  const size = fc.integer({ min: 1, max: 300_000 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, fc.boolean()), { maxLength: 40 }),
      size,
      fc.integer({ min: 1, max: 24 }),
      (keys, rows, columns) => {
        let cell = { row: 0, column: 0 };
        for (const [pressed, ctrl] of keys) cell = movedBy(pressed, ctrl, cell, { rows, columns, page: 20 }) ?? cell;
        expect(inRange({ top: 0, bottom: rows - 1, left: 0, right: columns - 1 }, cell.row, cell.column)).toBe(true);
      },
    ),
  );
});

test("a range is the same whichever corner it was begun at", () => {
  const a = { row: 3, column: 5 };
  const b = { row: 9, column: 1 };
  expect(rangeOf(a, b)).toEqual(rangeOf(b, a));
  expect(rangeOf(a, b)).toEqual({ top: 3, bottom: 9, left: 1, right: 5 });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAfter, placeBeside } from "./grid-moves.ts";

const extent = { rows: 10, columns: 4, page: 5 };

describe("keys in the preview", () => {
  test("arrows move one cell and stop at the edge", () => {
    expect(placeAfter("ArrowDown", false, { row: 0, column: 0 }, extent)).toEqual({ row: 1, column: 0 });
    expect(placeAfter("ArrowUp", false, { row: 0, column: 0 }, extent)).toEqual({ row: 0, column: 0 });
    expect(placeAfter("ArrowRight", false, { row: 0, column: 3 }, extent)).toEqual({ row: 0, column: 3 });
  });

  test("Ctrl+End goes to the last cell, PageDown by a page", () => {
    expect(placeAfter("End", true, { row: 2, column: 1 }, extent)).toEqual({ row: 9, column: 3 });
    expect(placeAfter("PageDown", false, { row: 2, column: 1 }, extent)).toEqual({ row: 7, column: 1 });
  });

  test("other keys are not the grid's", () => {
    expect(placeAfter("a", false, { row: 0, column: 0 }, extent)).toBeNull();
  });

  test("Tab goes on to the next row and stops at the end", () => {
    expect(placeBeside({ row: 0, column: 3 }, extent, false)).toEqual({ row: 1, column: 0 });
    expect(placeBeside({ row: 9, column: 3 }, extent, false)).toBeNull();
    expect(placeBeside({ row: 0, column: 0 }, extent, true)).toBeNull();
  });

  test("Tab and Shift+Tab undo each other anywhere inside", () => {
    const place = fc.record({ row: fc.integer({ min: 0, max: 9 }), column: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(place, (at) => {
        const next = placeBeside(at, extent, false);
        if (next !== null) expect(placeBeside(next, extent, true)).toEqual(at);
      }),
    );
  });
});

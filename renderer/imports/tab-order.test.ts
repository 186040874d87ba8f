import { assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { placeBeside } from "./tab-order.ts";

const extent = { rows: 10, columns: 4, page: 5 };

const goesBack = (index: number): boolean => {
  const at = { row: Math.floor(index / extent.columns), column: index % extent.columns };
  const next = placeBeside(at, extent, false) ?? at;
  const back = placeBeside(next, extent, true);
  return back?.row === at.row && back.column === at.column;
};

describe("Tab in the preview", () => {
  test("Tab goes on to the next row and stops at the end", () => {
    expect(placeBeside({ row: 0, column: 3 }, extent, false)).toEqual({ row: 1, column: 0 });
    expect(placeBeside({ row: 9, column: 3 }, extent, false)).toBeUndefined();
    expect(placeBeside({ row: 0, column: 0 }, extent, true)).toBeUndefined();
  });

  test("Tab and Shift+Tab undo each other anywhere but at the last cell", () => {
    expect(() => assert(property(integer({ min: 0, max: 38 }), goesBack))).not.toThrow();
  });
});

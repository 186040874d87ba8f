import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeBeside } from "./tab-order.ts";

const extent = { rows: 10, columns: 4, page: 5 };

describe("Tab in the preview", () => {
  test("Tab goes on to the next row and stops at the end", () => {
    expect(placeBeside({ row: 0, column: 3 }, extent, false)).toEqual({ row: 1, column: 0 });
    expect(placeBeside({ row: 9, column: 3 }, extent, false)).toBeUndefined();
    expect(placeBeside({ row: 0, column: 0 }, extent, true)).toBeUndefined();
  });

  test("Tab and Shift+Tab undo each other anywhere inside", () => {
    const place = fc.record({ row: fc.integer({ min: 0, max: 9 }), column: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(place, (at) => {
        const next = placeBeside(at, extent, false);
        if (next !== undefined) expect(placeBeside(next, extent, true)).toEqual(at);
      }),
    );
  });
});

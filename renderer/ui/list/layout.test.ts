import fc from "fast-check";
import { expect, test } from "vitest";
import { issueFields } from "#shared/issues/fields.ts";
import { layColumns, tickWidth } from "./layout.ts";

test("the first columns stay in sight, and never take the whole list", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 3000 }),
      fc.dictionary(fc.constantFrom("light", "no", "title"), fc.integer({ min: 48, max: 800 })),
      (room, widths) => {
        const columns = layColumns(issueFields, widths, room);
        const frozen = columns.filter(({ left }) => left !== undefined);
        const taken = frozen.reduce((sum, { width }) => sum + width, tickWidth);
        expect(frozen.length === 0 || taken <= room * 0.7).toBe(true);
        // Frozen ones come first and touch each other.
        expect(columns.slice(0, frozen.length)).toEqual(frozen);
        let left = tickWidth;
        for (const column of frozen) {
          expect(column.left).toBe(left);
          left += column.width;
        }
      },
    ),
  );
});

test("a date column has room for a date with its year, unless the clerk made it narrower", () => {
  const due = layColumns(issueFields, {}, 1200).find(({ field }) => field.key === "due");
  expect(due?.width).toBeGreaterThanOrEqual(120);
  expect(layColumns(issueFields, { due: 60 }, 1200).find(({ field }) => field.key === "due")?.width).toBe(60);
});

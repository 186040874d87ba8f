import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./dates.ts";

const day = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9990-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("a day some days on is the one that Date finds, whatever month or year lies between", () => {
  fc.assert(
    fc.property(day, fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -900, max: 900 })), (iso, days) => {
      const date = new Date(`${iso}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() + days);
      fc.pre(date.getUTCFullYear() >= 0);
      expect(addDays(iso, days)).toBe(date.toISOString().slice(0, 10));
    }),
    { numRuns: 2000 },
  );
});

test("a text that is no day gives no day", () => {
  expect(() => addDays("", 1)).toThrow(RangeError);
  expect(() => addDays("2020-xx-01", 40)).toThrow(RangeError);
});

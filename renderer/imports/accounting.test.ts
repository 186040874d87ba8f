import { expect, test } from "vitest";
import { accountOf } from "./accounting.ts";

test("every row below the header is accounted for, and what does not occur is not told", () => {
  const account = accountOf({
    rows: 37,
    items: 30,
    merged: 0,
    sections: 4,
    notes: 1,
    repeatedHeaders: 0,
    blanks: 1,
    listed: 1,
  });
  expect(account.below).toBe(37);
  expect(account.parts.map(({ part, count }) => `${part} ${count}`)).toEqual([
    "items 30",
    "sections 4",
    "notes 1",
    "blanks 1",
    "listed 1",
  ]);
  expect(account.parts.reduce((sum, { count }) => sum + count, 0)).toBe(account.below);
});

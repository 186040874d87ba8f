import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import { isWorkday } from "../calendar/workdays.ts";
import { nextDue, previousDue } from "./occurrences.ts";
import type { TaskStep } from "./record.ts";
import { nextOccurrence, occurrenceMeant, occurrencesBetween, previousOccurrence, shiftTo } from "./shift.ts";
import { taskStanding } from "./standing.ts";

const works = (day: string): boolean => isWorkday(day).works;
const before = shiftTo("before", works);
const after = shiftTo("after", works);
const fifth = parsePeriod("每月5日前", { year: 2026 });

test("每月5日前 has twelve a year", () => {
  const days = occurrencesBetween(fifth, "2026-01-01", "2026-12-05", 24);
  expect(days).toEqual(Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-05`));
  expect(occurrencesBetween(fifth, "2026-01-01", "2026-12-05", 24, after)).toEqual(days);
});

test.each([
  ["a Sunday", "2026-07-05", "2026-07-03", "2026-07-06"],
  ["the National Day holiday, with a weekend that is worked after it", "2026-10-05", "2026-09-30", "2026-10-08"],
  ["a working day stays", "2026-08-05", "2026-08-05", "2026-08-05"],
  ["a Saturday that is worked stays", "2026-10-10", "2026-10-10", "2026-10-10"],
])("recurringShift: %s", (_, day, earlier, later) => {
  expect([before(day), after(day)]).toEqual([earlier, later]);
});

test("a table in which nobody ever works moves nothing", () => {
  expect(shiftTo("after", () => false)("2026-07-05")).toBe("2026-07-05");
});

test("an occurrence keeps the name that the recurrence gives it; only the day by which it is due moves", () => {
  const clock = { immediateWorkdays: 3, addWorkdays: (day: string, days: number) => addDays(day, days) };
  const at = (today: string, shift: typeof after, steps: readonly TaskStep[] = []) =>
    taskStanding({ period: fifth, issuedOn: "2026-06-20", withdrawn: false }, steps, { ...clock, today, shift });
  expect(at("2026-07-04", after)).toMatchObject({ occurrence: "2026-07-05", due: "2026-07-06" });
  expect(at("2026-07-06", after)).toMatchObject({ occurrence: "2026-07-05", due: "2026-07-06" });
  expect(at("2026-07-04", before)).toMatchObject({ occurrence: "2026-07-05", due: "2026-07-03" });
  expect(at("2026-07-04", (day) => day)).toMatchObject({ occurrence: "2026-07-05", due: "2026-07-05" });
});

test("a report on a day without naming an occurrence counts for the first whose shifted due is on or after it", () => {
  const on = "2026-07-06";
  expect(occurrenceMeant(fifth, { on }, after)).toBe("2026-07-05");
  expect(occurrenceMeant(fifth, { on })).toBe("2026-08-05");
  expect(occurrenceMeant(fifth, { on: "2026-07-04" }, before)).toBe("2026-08-05");
  expect(occurrenceMeant(fifth, { on, occurrence: "2026-07-05" }, before)).toBe("2026-07-05");
});

test("an occurrence that was named before the recurrence changed is that of the same time now", () => {
  expect(
    occurrenceMeant(parsePeriod("每月10日前", { year: 2026 }), { on: "2026-07-01", occurrence: "2026-07-05" }),
  ).toBe("2026-07-10");
});

test("shifted or not, occurrences follow each other without gap or overlap, and none is lost", () => {
  const texts = ["每月5日前", "每月底前", "每周三", "每季度", "每月上旬", "每半年"];
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.integer({ min: 0, max: 700 }),
      fc.constantFrom(before, after),
      (text, days, shift) => {
        const period = parsePeriod(text, { year: 2025 });
        const day = addDays("2025-01-15", days);
        const next = nextOccurrence(period, day, shift) ?? "";
        const previous = previousOccurrence(period, day, shift) ?? "";
        expect(shift(next) >= day && shift(previous) < day).toBe(true);
        expect(nextDue(period, addDays(previous, 1))).toBe(next);
        expect(previousDue(period, next)).toBe(previous);
      },
    ),
    { numRuns: 1000 },
  );
});

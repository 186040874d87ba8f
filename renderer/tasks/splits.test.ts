import { expect, test } from "vitest";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { splitParts, splitSpan } from "./splits.ts";

const read = (text: string) => parsePeriod(text, { year: 2020 });

test("a breakdown 'to each month and ten-day period' covers the task's period once, without a gap", () => {
  const span = splitSpan(read("3月至5月"), "2020-01-08");
  expect(span).toEqual({ start: "2020-03-01", due: "2020-05-31" });
  expect(splitParts(span!, "month", 2020).map(({ text }) => text)).toEqual(["3月", "4月", "5月"]);
  const tenDays = splitParts(span!, "ten-day", 2020);
  expect(tenDays.slice(0, 4).map(({ text }) => text)).toEqual(["3月上旬", "3月中旬", "3月下旬", "4月上旬"]);
  expect(tenDays).toHaveLength(9);
});

test("what begins or ends within a month is cut there, and every part is read back as its days", () => {
  const span = splitSpan(read("5月19日至7月10日"), "2020-01-08")!;
  for (const by of ["month", "ten-day"] as const)
    for (const { text, start, due } of splitParts(span, by, 2020)) expect(read(text)).toMatchObject({ start, due });
  expect(splitParts(span, "month", 2020).map(({ start, due }) => `${start} ${due}`)).toEqual([
    "2020-05-19 2020-05-31",
    "2020-06-01 2020-06-30",
    "2020-07-01 2020-07-10",
  ]);
});

test("a deadline alone is split from today on, and a task without days not at all", () => {
  expect(splitSpan(read("10月底前"), "2020-08-08")).toEqual({ start: "2020-08-08", due: "2020-10-31" });
  expect(splitSpan(read("10月底前"), "2020-12-08")).toEqual({ start: "2020-10-01", due: "2020-10-31" });
  expect(splitSpan(read("长期坚持"), "2020-08-08")).toBeUndefined();
});

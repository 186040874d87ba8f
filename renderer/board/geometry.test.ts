import { expect, test } from "vitest";
import { spanInYear } from "#shared/board/span.ts";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { barPlaceOf } from "./geometry.ts";
import { linesOf } from "./lines.ts";

const place = (text: string, year = 2020) => barPlaceOf(spanInYear(parsePeriod(text, { year: 2020 }), year));

test("bars run from start to due by days; a deadline ends on its day and begins nowhere; what goes on says so", () => {
  expect(place("3月中旬")).toEqual({ shape: "span", left: 7, width: 1, before: false, after: false });
  expect(place("5月15日至6月10日")?.left).toBeCloseTo(13.4);
  expect(place("4月10日前")).toEqual({ shape: "deadline", left: 9, width: 1, before: false, after: false });
  expect(place("1月3日前")).toMatchObject({ shape: "deadline", left: 0 });
  expect(place("11月15日至次年3月15日")).toMatchObject({ before: false, after: true });
  expect(place("11月15日至次年3月15日", 2021)).toMatchObject({ left: 0, before: true, after: false });
  expect(place("长期坚持")).toEqual({ shape: "lasting", left: 0, width: 36, before: true, after: false });
  expect([place("每月5日前"), place("待定"), place("3月中旬", 2021)]).toEqual([null, null, null]);
});

const row = (id: string, group: string, light: "overdue" | "done") => ({ id, group, light }) as never;

test("closed groups keep their head, which says how many tasks there are and how many are late", () => {
  const rows = [row("a", "一、", "overdue"), row("b", "二、", "done"), row("c", "二、", "overdue")];
  const text = (closed: readonly string[], by: "section" | "none" = "section") =>
    linesOf(rows, by, new Set(closed)).map((line) =>
      line.kind === "group" ? `${line.name}${line.count}/${line.overdue}` : line.key,
    );
  expect(text([])).toEqual(["一、1/1", "a", "二、2/1", "b", "c"]);
  expect(text(["二、"])).toEqual(["一、1/1", "a", "二、2/1"]);
  expect(text(["二、"], "none")).toEqual(["a", "b", "c"]);
});

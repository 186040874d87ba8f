import { expect, test } from "vitest";
import {
  breakdownInput,
  emptyLines,
  isBlank,
  lacksTitle,
  lineAdded,
  pastedOver,
  splitLines,
} from "./breakdown-lines.ts";

test("lines pasted from a sheet fill the table from the cell on, and add what lines are lacking", () => {
  const cells = [
    ["排查企业", "3月底前", "马尚街道、体育场街道", "王芳"],
    ["整改销号", "9月底前", "各镇（街道）"],
  ];
  const lines = pastedOver(emptyLines(1), cells, 0, "title");
  expect(lines.map(({ title, period, units, contact }) => [title, period, units, contact])).toEqual([
    ["排查企业", "3月底前", ["马尚街道", "体育场街道"], "王芳"],
    ["整改销号", "9月底前", ["各镇（街道）"], ""],
  ]);
  expect(pastedOver(lines, [["8月"]], 1, "period")[1]?.title).toBe("整改销号");
  expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
});

test("columns beyond the last are dropped, those before the cell stay", () => {
  const [line] = pastedOver(pastedOver(emptyLines(1), [["甲"]], 0, "title"), [["李强", "多余"]], 0, "contact");
  expect(line).toMatchObject({ title: "甲", contact: "李强" });
});

test("enter goes on to the next line, and adds one where that is written or there is none", () => {
  const lines = pastedOver(emptyLines(3), [["甲"], ["乙"]], 0, "title");
  expect(lineAdded(lines, 0).map(({ title }) => title)).toEqual(["甲", "", "乙", ""]);
  expect(lineAdded(lines, 1)).toBe(lines);
  expect(lineAdded(lines, 2)).toHaveLength(4);
});

test("a ready split stands behind what was written, and blank lines give way", () => {
  const lines = pastedOver(emptyLines(3), [["甲"]], 0, "title");
  const part = { start: "2020-03-01", due: "2020-03-31", text: "3月" };
  expect(splitLines(lines, [part], ({ text }) => `乙（${text}）`).map(({ title }) => title)).toEqual([
    "甲",
    "乙（3月）",
  ]);
});

test("blank lines are no parts; one without words is named; groups go in as their units, each once", () => {
  const cells = [
    ["甲", "", "各镇（街道）、马尚街道"],
    ["", "3月"],
    ["", ""],
  ];
  const lines = pastedOver(emptyLines(3), cells, 0, "title");
  expect(lines.map(isBlank)).toEqual([false, false, true]);
  expect(lacksTitle(lines)).toBe(2);
  const codes = (text: string): string[] => (text === "马尚街道" ? ["1"] : ["1", "2"]);
  expect(breakdownInput("t", lines.slice(0, 1), codes).parts).toEqual([
    { no: "", title: "甲", period: "", units: ["1", "2"], contact: "" },
  ]);
});

/** EX6: two values side by side, with what differs marked and nothing of either lost. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./differences.ts";

const own = (text: string, other: string): string[] =>
  differences(text, other)
    .filter((run) => run.own)
    .map((run) => run.text);

test("what only one value says is marked", () => {
  expect(own("10月底前完成整改", "11月底前完成整改")).toEqual(["0"]);
  expect(own("关停三家企业，并公示", "关停两家企业")).toEqual(["三", "，并公示"]);
  expect(own("同样", "同样")).toEqual([]);
  expect(own("", "有")).toEqual([]);
});

test("the runs make up the text again, and what they share stands in both in the same order", () => {
  const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "1", " "), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(
        differences(a, b)
          .map((run) => run.text)
          .join(""),
      ).toBe(a);
      const shared = (runs: ReturnType<typeof differences>): string =>
        runs.flatMap((run) => (run.own ? [] : [run.text])).join("");
      expect(shared(differences(a, b)).length).toBe(shared(differences(b, a)).length);
    }),
  );
});

test("long texts are compared by their ends alone, quickly", () => {
  const long = "整改措施".repeat(2000);
  const runs = differences(`${long}甲${"乙".repeat(3000)}`, `${long}丙${"丁".repeat(3000)}`);
  expect(runs.map((run) => [run.own, run.text.length])).toEqual([
    [false, 8000],
    [true, 3001],
  ]);
});

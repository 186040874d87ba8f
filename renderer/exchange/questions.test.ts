/** EX6: the order of open questions, and which value is compared with which. */
import { expect, test } from "vitest";
import type { ConflictView } from "#shared/exchange/conflict-view.ts";
import { comparedWith, isOwnProposal, isRejectable, nextOf, questionsIn } from "./questions.ts";

const question = (id: string, mine: boolean): ConflictView => ({
  id,
  record: "r",
  kind: "values",
  recordKind: "task",
  unit: "title",
  title: "",
  sides: [],
  mine,
  decider: "370303",
  deciderName: "",
});

test("questions for this office come first; the filter keeps the order", () => {
  const all = [question("a", false), question("b", true), question("c", true)];
  expect(questionsIn(all, "all").map(({ id }) => id)).toEqual(["b", "c", "a"]);
  expect(questionsIn(all, "mine").map(({ id }) => id)).toEqual(["b", "c"]);
  expect(questionsIn(all, "theirs").map(({ id }) => id)).toEqual(["a"]);
});

test("after a decision the next one is shown, at the end the one before", () => {
  const all = [question("a", true), question("b", true)];
  expect([nextOf(all, "a"), nextOf(all, "b"), nextOf(all.slice(0, 1), "a")]).toEqual(["b", "a", undefined]);
});

const side = (text: string, stands: boolean): ConflictView["sides"][number] => ({
  version: `${"0".repeat(32)}:1:00000000`,
  stands,
  value: text,
  text,
  office: "",
  officeName: "",
  onBehalfOf: null,
  at: "",
  note: null,
});

test("each value is compared with the one that stands, and that one with the first other", () => {
  const sides = [side("甲", false), side("乙", true), side("丙", false)];
  expect(sides.map((_, at) => comparedWith(sides, at))).toEqual(["乙", "甲", "乙"]);
  expect(comparedWith([side("甲", true)], 0)).toBeUndefined();
});

test("EX5: a proposal can be rejected, of two values one is taken", () => {
  expect((["values", "rules", "withdrawn", "proposal"] as const).map(isRejectable)).toEqual([false, true, false, true]);
});

test("EX5: an office takes back its own proposal, and nobody else's", () => {
  const proposal = {
    ...question("p", false),
    kind: "proposal" as const,
    sides: [
      { ...side("甲", false), office: "370303" },
      { ...side("乙", true), office: "370300" },
    ],
  };
  expect(isOwnProposal(proposal, "370303")).toBe(true);
  expect(isOwnProposal(proposal, "370300")).toBe(false);
  expect(isOwnProposal({ ...proposal, kind: "values" }, "370303")).toBe(false);
});

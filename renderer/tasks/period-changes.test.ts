import { expect, test } from "vitest";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { waitingExtensions } from "./extensions.ts";
import { periodChanges } from "./period-changes.ts";

const period = (text: string) => ({ text, kind: "unknown" as const });
const line = { version: "v", office: "370303", onBehalfOf: null, proposed: false, own: true, retracted: false };
const step = (id: string, at: string, data: object): TaskDetail["steps"][number] =>
  ({ ...line, id, at, data: { unit: "370303001", on: at.slice(0, 10), ...data } }) as TaskDetail["steps"][number];

const steps = [
  step("1", "2020-03-01T08:00:00Z", { step: "assign", period: period("6月底前") }),
  step("2", "2020-06-20T08:00:00Z", { step: "ask-extension", period: period("9月底前") }),
  step("3", "2020-06-22T08:00:00Z", { step: "grant-extension" }),
];

test("a changed period keeps the old one: what it was, from when and why", () => {
  const told = { steps, history: [], period: period("10月底前"), statedPeriod: null };
  expect(periodChanges(told).map(({ how, before, after }) => [how, before, after])).toEqual([
    ["grant-extension", "6月底前", "9月底前"],
    ["assign", "10月底前", "6月底前"],
  ]);
});

test("a step that was taken back changed nothing", () => {
  const taken = steps.map((each) => (each.id === "3" ? { ...each, retracted: true } : each));
  const told = { steps: taken, history: [], period: period("10月底前"), statedPeriod: null };
  expect(periodChanges(told).map(({ how }) => how)).toEqual(["assign"]);
});

const asked = { askedOn: "2020-06-20", text: "汛期", percent: 40, period: period("9月底前") };
const hands = (unit: string | null, own: boolean, steps: string[]) =>
  ({ unit, own, steps, state: "in-progress", onBehalf: false }) as TaskDetail["hands"][number];
const assignment = (unit: string, extension: typeof asked | null) =>
  ({ unit, unitName: unit, extension, period: period("6月底前") }) as TaskDetail["assignments"][number];

test("an extension waits on top, and is answered where core allows it", () => {
  const task = {
    period: period("6月底前"),
    extension: null,
    assignments: [assignment("a", asked), assignment("b", null)],
    hands: [hands("a", false, ["grant-extension", "refuse-extension"]), hands(null, true, [])],
  };
  expect(waitingExtensions(task).map(({ unit, answerable }) => [unit, answerable])).toEqual([["a", true]]);
});

test("what this office asked of the office above stands once, and waits", () => {
  const task = {
    period: period("6月底前"),
    extension: asked,
    assignments: [assignment("a", asked)],
    hands: [hands("a", true, ["progress"])],
  };
  expect(waitingExtensions(task).map(({ unit, answerable }) => [unit, answerable])).toEqual([[null, false]]);
});

import { describe, expect, test } from "vitest";
import { taskSteps } from "#shared/tasks/record.ts";
import { handsFor, handsOf, offeredSteps, stepByLetter, stepForms } from "./step-forms.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";

const assignment = (unit: string, state: "issued" | "received" | "in-progress" | "reported-done" | "done") => ({
  unit,
  unitName: unit,
  state,
  percent: null,
  lastOn: null,
});

const alone = { state: "issued", assignments: [], steps: [], occurrences: [] } as const;

describe("steps offered for a task ('Task states')", () => {
  test("a task in this office's own hands can be received, returned, reported on; nothing is confirmed yet", () => {
    expect(offeredSteps({ ...alone, assignments: [], steps: [], occurrences: [] })).toEqual([
      "progress",
      "receive",
      "report-done",
      "assign",
      "return",
      "withdraw",
    ]);
  });

  test("confirming is offered as soon as one assigned unit has reported done, and for that unit alone", () => {
    const detail = {
      state: "issued" as const,
      assignments: [assignment("370303001", "reported-done"), assignment("370303002", "issued")],
      steps: [],
      occurrences: [],
    };
    expect(offeredSteps(detail)).toContain("confirm");
    expect(handsFor("confirm", handsOf(detail)).map(({ unit }) => unit)).toEqual(["370303001"]);
  });

  test("withdrawn is the end: nothing is offered", () => {
    expect(offeredSteps({ state: "withdrawn", assignments: [], steps: [], occurrences: [] })).toEqual([]);
  });

  test("each step has a letter of its own", () => {
    const letters = taskSteps.map((step) => stepForms[step].letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(stepByLetter("p", ["progress"])).toBe("progress");
    expect(stepByLetter("c", ["progress"])).toBeUndefined();
  });
});

describe("what was filled in for a step", () => {
  const values = emptyValues("2020-05-19");

  test("a return, a refusal and a withdrawal say why", () => {
    expect(lacking("return", values)).toEqual(["text"]);
    expect(lacking("withdraw", { ...values, text: " " })).toEqual(["text"]);
    expect(lacking("receive", values)).toEqual([]);
  });

  test("progress may be a figure alone", () => {
    expect(lacking("progress", values)).toEqual(["text"]);
    expect(lacking("progress", { ...values, percent: 40 })).toEqual([]);
  });

  test("an assignment names its units", () => {
    expect(lacking("assign", values)).toEqual(["units"]);
  });

  test("only what the step asks for goes in", () => {
    const filled = { ...values, text: " 已签收 ", percent: 40, occurrence: "2020-05-25", unit: "370303001" };
    expect(stepInput(["t1"], "receive", filled)).toEqual({
      ids: ["t1"],
      step: { step: "receive", unit: "370303001", on: "2020-05-19", text: "已签收" },
    });
    expect(stepInput(["t1"], "progress", filled).step).toMatchObject({ percent: 40, occurrence: "2020-05-25" });
    expect(stepInput(["t1"], "withdraw", filled).step.unit).toBeNull();
  });
});

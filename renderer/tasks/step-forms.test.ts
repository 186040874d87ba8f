import { describe, expect, test } from "vitest";
import { taskSteps } from "#shared/tasks/record.ts";
import type { TaskStepName } from "#shared/tasks/states.ts";
import { type Hands, handsFor, offeredSteps, stepByLetter, stepForms } from "./step-forms.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";

const hands = (unit: string | null, own: boolean, steps: TaskStepName[]): Hands => ({
  unit,
  own,
  state: "issued",
  steps,
  onBehalf: false,
});

describe("steps offered for a task ('Task states')", () => {
  test("what core allows is offered, in the order of the buttons, of the whole task and of any hands", () => {
    const own = hands(null, true, ["return", "receive", "progress"]);
    expect(offeredSteps({ hands: [own], whole: ["withdraw", "assign"] })).toEqual([
      "progress",
      "receive",
      "assign",
      "return",
      "withdraw",
    ]);
  });

  test("a step is for the hands in which it is allowed, this office's own first (EX4)", () => {
    const both = [hands("370303001", false, ["progress", "confirm"]), hands("370303", true, ["progress"])];
    expect(handsFor("progress", both).map(({ unit }) => unit)).toEqual(["370303", "370303001"]);
    expect(handsFor("confirm", both).map(({ unit }) => unit)).toEqual(["370303001"]);
  });

  test("withdrawn is the end: nothing is offered", () => {
    expect(offeredSteps({ hands: [hands(null, true, [])], whole: [] })).toEqual([]);
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

  test("an extension is asked for with reason and new date, and refused with a reason ('Extension')", () => {
    expect(lacking("ask-extension", { ...values, percent: 40 })).toEqual(["text", "period"]);
    expect(lacking("ask-extension", { ...values, text: "汛期无法施工", period: "12月底前" })).toEqual([]);
    expect(lacking("refuse-extension", values)).toEqual(["text"]);
    expect(lacking("grant-extension", values)).toEqual([]);
  });

  test("an arrangement changes the period or the contact", () => {
    expect(lacking("arrange", values)).toEqual(["period"]);
    expect(lacking("arrange", { ...values, contact: "王芳" })).toEqual([]);
  });

  test("only what the step asks for goes in", () => {
    const filled = { ...values, text: " 已签收 ", percent: 40, occurrence: "2020-05-25", unit: "370303001" };
    expect(stepInput(["t1"], "receive", filled)).toEqual({
      ids: ["t1"],
      step: { step: "receive", unit: "370303001", on: "2020-05-19", text: "已签收" },
      files: [],
    });
    expect(stepInput(["t1"], "progress", filled).step).toMatchObject({ percent: 40, occurrence: "2020-05-25" });
    const reported = { ...filled, next: "7月进场 ", difficulty: "", files: ["/照片.jpg"] };
    expect(stepInput(["t1"], "progress", reported)).toMatchObject({ step: { next: "7月进场" }, files: ["/照片.jpg"] });
    expect(stepInput(["t1"], "progress", reported).step).not.toHaveProperty("difficulty");
    expect(stepInput(["t1"], "confirm", reported)).toMatchObject({ files: [] });
    expect(stepInput(["t1"], "withdraw", filled).step.unit).toBeNull();
  });
});

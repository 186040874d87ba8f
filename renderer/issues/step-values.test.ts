import { describe, expect, it } from "vitest";
import { offeredSteps, stepByLetter, stepForms } from "./step-forms.ts";
import { emptyValues, lacking, stepInput } from "./step-values.ts";

const today = "2020-05-19";
const values = emptyValues(today);
const here = { unit: null, evidence: 0, many: false };
const withFiles = { ...here, evidence: 3 };

describe("'Closing needs evidence or says aloud that there is none'", () => {
  it("asks for the sentence only where neither the issue nor the step brings evidence", () => {
    expect(lacking("verify-passed", values, here)).toEqual(["withoutEvidence"]);
    expect(lacking("verify-passed", values, withFiles)).toEqual([]);
    expect(lacking("verify-passed", { ...values, files: ["/tmp/after.jpg"] }, here)).toEqual([]);
    expect(lacking("verify-passed", { ...values, withoutEvidence: true }, here)).toEqual([]);
  });

  it("asks for it when closing at once too, beside the note", () => {
    expect(lacking("close-at-once", values, here)).toEqual(["text", "withoutEvidence"]);
  });

  it("sends the sentence only when it is true", () => {
    const said = { ...values, withoutEvidence: true };
    expect(stepInput(["a"], "verify-passed", said, here).step).toHaveProperty("withoutEvidence", true);
    const withFile = { ...said, files: ["/tmp/after.jpg"] };
    expect(stepInput(["a"], "verify-passed", withFile, here).step).not.toHaveProperty("withoutEvidence");
    expect(stepInput(["a"], "verify-passed", said, withFiles).step).not.toHaveProperty("withoutEvidence");
  });
});

describe("'return with reason', 'reopen with reason and confirmation', 'withdraw with reason'", () => {
  it("does not take a blank for a reason", () => {
    const blank = { ...values, text: " \n", confirmed: true };
    expect(lacking("return", blank, here)).toEqual(["text"]);
    expect(lacking("withdraw", blank, here)).toEqual(["text"]);
    expect(lacking("verify-failed", blank, here)).toEqual(["text"]);
    expect(lacking("reopen", blank, here)).toEqual(["text"]);
  });

  it("reopens only when confirmed", () => {
    expect(lacking("reopen", { ...values, text: "反弹" }, withFiles)).toEqual(["confirmed"]);
    expect(stepInput(["a"], "reopen", { ...values, text: "反弹", confirmed: true }, here).confirmed).toBe(true);
    expect(stepInput(["a"], "withdraw", { ...values, text: "重复", confirmed: true }, here).confirmed).toBe(false);
  });
});

describe("a step's input", () => {
  it("names the responsible unit in that unit's steps and nobody else's (EX4)", () => {
    const by = { ...here, unit: "370303-D01" };
    expect(stepInput(["a"], "progress", values, by).step.unit).toBe("370303-D01");
    expect(stepInput(["a"], "verify-passed", values, by).step.unit).toBeNull();
    expect(stepInput(["a"], "hand-over", values, by).step.unit).toBeNull();
  });

  it("hands over to whom and until when; of many, what is left empty stays each issue's own", () => {
    const handed = { ...values, units: ["370303003"], limit: " 10月底前 " };
    expect(stepInput(["a"], "hand-over", handed, here).handOver).toEqual({ units: ["370303003"], limit: "10月底前" });
    expect(stepInput(["a"], "hand-over", values, here).handOver).toEqual({ units: [], limit: "" });
    const many = { ...here, many: true };
    expect(stepInput(["a", "b"], "hand-over", values, many).handOver).toEqual({});
    expect(lacking("hand-over", values, here)).toEqual(["units"]);
    expect(lacking("hand-over", values, many)).toEqual([]);
  });

  it("leaves out what the step does not ask for", () => {
    const all = {
      ...values,
      text: "x",
      percent: 40,
      verifiers: "y",
      files: ["/tmp/a"],
      satisfaction: "satisfied" as const,
    };
    expect(stepInput(["a"], "receive", all, here)).toEqual({
      ids: ["a"],
      step: { step: "receive", unit: null, on: today, text: "x" },
      files: [],
      confirmed: false,
    });
  });
});

describe("'the allowed next steps as buttons with keyboard letters'", () => {
  it("gives each step a letter of its own, none of those that the list uses (N E)", () => {
    const letters = Object.values(stepForms).map((form) => form.letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters).not.toContain("N");
    expect(letters).not.toContain("E");
  });

  it("finds the step of a letter only where it is allowed", () => {
    expect(stepByLetter("p", ["progress"])).toBe("progress");
    expect(stepByLetter("p", ["reopen"])).toBeUndefined();
  });

  it("offers what moves the issue on before what takes it back, and never 'adopt'", () => {
    expect(offeredSteps(["withdraw", "adopt", "return", "receive"])).toEqual(["receive", "return", "withdraw"]);
  });
});

import { expect, test } from "vitest";
import { parsePeriod } from "../calendar/period-grammar.ts";
import { taskMerging } from "./merging.ts";
import { type TaskStep, taskStepSchema } from "./record.ts";

const unit = "370303001";
const step = (name: TaskStep["step"], more: Partial<TaskStep> = {}): TaskStep =>
  taskStepSchema.parse({ step: name, unit, on: "2020-05-19", ...more });
const refused = (steps: readonly TaskStep[], period = "10月底前") =>
  taskMerging.notAllowed(steps, new Map([["period", parsePeriod(period, { year: 2020 })]]));
const later = { text: "延期", period: parsePeriod("11月底前", { year: 2020 }) };

test("EX4: an extension is asked for by the unit, and answered, as an assignment is arranged, by an office above it", () => {
  expect(taskMerging.stepRule(step("ask-extension"))).toEqual({ writer: "unit", unit });
  for (const name of ["arrange", "grant-extension", "refuse-extension"] as const)
    expect(taskMerging.stepRule(step(name))).toEqual({ writer: "above", unit });
});

test("EX7: an answer to an extension that nobody asked for is a question, and so is a second one", () => {
  expect(refused([step("assign"), step("grant-extension")])).toEqual([1]);
  const asked = [step("assign"), step("ask-extension", later)];
  expect(refused([...asked, step("grant-extension")])).toEqual([]);
  expect(refused([...asked, step("refuse-extension"), step("grant-extension")])).toEqual([3]);
});

test("EX7: an extension that was granted while the unit reported done, and one asked for by then, are questions", () => {
  const asked = [step("assign"), step("ask-extension", later), step("report-done")];
  expect(refused([...asked, step("grant-extension")])).toEqual([3]);
  expect(refused([step("assign"), step("report-done"), step("ask-extension", later)])).toEqual([2]);
});

test("EX7: returned by the unit, its extension is over, so that an answer is a question", () => {
  expect(refused([step("assign"), step("ask-extension", later), step("return"), step("grant-extension")])).toEqual([3]);
});

test("EX7: an assignment is arranged until it is done; whoever did it has it no more to arrange", () => {
  const done = [step("assign"), step("report-done"), step("arrange", later)];
  expect(refused(done)).toEqual([]);
  expect(refused([step("assign"), step("report-done"), step("confirm"), step("arrange", later)])).toEqual([3]);
});

test("EX7: of what recurs, the terms are arranged whatever one occurrence has come to", () => {
  const occurrence = "2020-05-25";
  const steps = [step("assign"), step("report-done", { occurrence }), step("confirm", { occurrence })];
  expect(refused([...steps, step("arrange", later)], "每月25日前")).toEqual([]);
});

test("EX7: hands with a recurrence of their own report each occurrence by itself", () => {
  const [may, june] = [{ occurrence: "2020-05-25" }, { occurrence: "2020-06-25" }];
  const own = step("assign", { period: parsePeriod("每月25日前", { year: 2020 }) });
  const steps = [own, step("report-done", may), step("confirm", may), step("progress", june)];
  expect(refused(steps)).toEqual([]);
  expect(refused([...steps, step("progress", may)])).toEqual([4]);
});

test("files of evidence go with the step that names them", () => {
  const file = { hash: "a".repeat(64), name: "现场.jpg", size: 3, mime: "image/jpeg" };
  expect(taskMerging.files("step", { evidence: [file] })).toEqual([file]);
  expect(taskMerging.files("step", {})).toEqual([]);
  expect(taskMerging.files("title", "x")).toEqual([]);
});

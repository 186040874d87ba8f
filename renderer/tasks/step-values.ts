/** What was filled in for a step of a task: whether it will do, and the contract's input made of it. */
import type { TaskStepName } from "#shared/tasks/states.ts";
import { formOf } from "./step-forms.ts";

export interface StepValues {
  readonly on: string;
  readonly text: string;
  readonly percent: number | null;
  /** The assigned unit that the step is of; null: this office. */
  readonly unit: string | null;
  /** Due date of the occurrence meant; null: the current one. */
  readonly occurrence: string | null;
  readonly next: string;
  readonly difficulty: string;
  /** As written. */
  readonly period: string;
  readonly contact: string;
  /** Absolute paths of evidence to be kept with the step. */
  readonly files: readonly string[];
}

export const emptyValues = (today: string): StepValues => ({
  on: today,
  text: "",
  percent: null,
  unit: null,
  occurrence: null,
  next: "",
  difficulty: "",
  period: "",
  contact: "",
  files: [],
});

export type Lack = "text" | "period";

/** What still has to be filled in before the step can be taken; progress may be a figure alone. */
export const lacking = (step: TaskStepName, values: StepValues): readonly Lack[] => {
  const form = formOf(step);
  const isFigureEnough = step === "progress" && values.percent !== null;
  const saysNothing = values.text.trim() === "" && !isFigureEnough;
  // An arrangement that changes neither period nor contact would say nothing.
  const arrangesNothing = step === "arrange" && values.period.trim() === "" && values.contact.trim() === "";
  const lacksPeriod = form.period === "needed" && values.period.trim() === "";
  return [
    ...(form.text === "needed" && saysNothing ? (["text"] as const) : []),
    ...(lacksPeriod || arrangesNothing ? (["period"] as const) : []),
  ];
};

/** The contract's input of a step; only what the step asks for goes in. */
export const stepInput = (ids: readonly string[], step: TaskStepName, values: StepValues) => {
  const form = formOf(step);
  const written = (key: "text" | "next" | "difficulty" | "period" | "contact", isAsked: boolean) => {
    const text = values[key].trim();
    return isAsked && text !== "" ? { [key]: text } : {};
  };
  return {
    ids: [...ids],
    step: {
      step,
      unit: form.whole === true ? null : values.unit,
      on: values.on,
      ...written("text", true),
      ...written("next", form.report === true),
      ...written("difficulty", form.report === true),
      ...written("period", form.period !== undefined),
      ...written("contact", form.contact === true),
      ...(form.percent === true && values.percent !== null ? { percent: values.percent } : {}),
      ...(form.occurrence === true && values.occurrence !== null ? { occurrence: values.occurrence } : {}),
    },
    files: form.report === true ? [...values.files] : [],
  };
};

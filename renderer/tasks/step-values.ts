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
  /** `assign`: to whom. */
  readonly units: readonly string[];
}

export const emptyValues = (today: string): StepValues => ({
  on: today,
  text: "",
  percent: null,
  unit: null,
  occurrence: null,
  units: [],
});

export type Lack = "text" | "units";

/** What still has to be filled in before the step can be taken; progress may be a figure alone. */
export const lacking = (step: TaskStepName, values: StepValues): readonly Lack[] => {
  const form = formOf(step);
  const saysNothing = values.text.trim() === "" && !(form.percent === true && values.percent !== null);
  return [
    ...(form.text === "needed" && saysNothing ? (["text"] as const) : []),
    ...(form.units === true && values.units.length === 0 ? (["units"] as const) : []),
  ];
};

/** The contract's input of a step; only what the step asks for goes in. */
export const stepInput = (ids: readonly string[], step: TaskStepName, values: StepValues) => {
  const form = formOf(step);
  const text = values.text.trim();
  return {
    ids: [...ids],
    step: {
      step,
      unit: form.whole === true ? null : values.unit,
      on: values.on,
      ...(text === "" ? {} : { text }),
      ...(form.percent === true && values.percent !== null ? { percent: values.percent } : {}),
      ...(form.occurrence === true && values.occurrence !== null ? { occurrence: values.occurrence } : {}),
    },
  };
};

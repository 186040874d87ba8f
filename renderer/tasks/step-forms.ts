/**
 * What the window asks for each step of a task's life, as data: one dialog reads it. Which steps a state allows stands
 * in shared/tasks/states.ts; here is only to whom they can be applied and what has to be said.
 */
import type { TaskState } from "#shared/tasks/record.ts";
import { taskRules, taskStateAfter } from "#shared/tasks/states.ts";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";

export interface StepForm {
  /** The key that opens the dialog from the detail; shown on the button. */
  readonly letter: string;
  readonly text: "needed" | "asked";
  readonly percent?: true;
  /** Speaks of one occurrence of a recurring task. */
  readonly occurrence?: true;
  /** Names the units that the task is handed to. */
  readonly units?: true;
  /** The task as a whole, whatever units it was assigned to. */
  readonly whole?: true;
  readonly danger?: true;
}

/** In the order of the buttons: what moves the task on first, what takes it back last. */
export const stepForms = {
  progress: { letter: "P", text: "needed", percent: true, occurrence: true },
  receive: { letter: "R", text: "asked" },
  "report-done": { letter: "D", text: "asked", occurrence: true },
  confirm: { letter: "C", text: "asked", occurrence: true },
  refuse: { letter: "F", text: "needed", occurrence: true, danger: true },
  assign: { letter: "A", text: "asked", units: true, whole: true },
  return: { letter: "B", text: "needed", danger: true },
  withdraw: { letter: "W", text: "needed", whole: true, danger: true },
} as const satisfies Record<TaskStepName, StepForm>;

export const formOf = (step: TaskStepName): StepForm => stepForms[step];

const isStep = (name: string): name is TaskStepName => Object.hasOwn(stepForms, name);
const steps = Object.keys(stepForms).filter(isStep);

/** One pair of hands that a task is in: an assigned unit's, or (null) the office's own. */
export interface Hands {
  readonly unit: string | null;
  readonly state: TaskState;
}

/** The hands that a task is in, those of assigned units first. */
export const handsOf = (
  detail: Pick<TaskDetail, "state" | "assignments" | "steps" | "occurrences">,
): readonly Hands[] => {
  const own = detail.steps.filter((step) => !step.retracted && step.data.unit === null).map((step) => step.data);
  const isAlone = detail.assignments.length === 0;
  const ownState = isAlone || detail.occurrences.length > 0 ? detail.state : taskStateAfter(own);
  return [...detail.assignments.map(({ unit, state }) => ({ unit, state })), { unit: null, state: ownState }];
};

/** The hands in which a step is allowed now. */
export const handsFor = (step: TaskStepName, hands: readonly Hands[]): readonly Hands[] =>
  hands.filter(({ state }) => taskRules[step].from.includes(state));

/** The steps that may be taken now, in the order of the buttons. */
export const offeredSteps = (detail: Parameters<typeof handsOf>[0]): readonly TaskStepName[] => {
  if (detail.state === "withdrawn") return [];
  const hands = handsOf(detail);
  return steps.filter((step) => formOf(step).whole === true || handsFor(step, hands).length > 0);
};

/** The step that a typed letter stands for, among those offered. */
export const stepByLetter = (letter: string, offered: readonly TaskStepName[]): TaskStepName | undefined =>
  offered.find((step) => formOf(step).letter === letter.toUpperCase());

/**
 * What the window asks for each step of a task's life, as data: one dialog reads it. Which steps may be taken,
 * and in whose hands, core says with the task; here is only what has to be said.
 */
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";

export interface StepForm {
  /** The key that opens the dialog from the detail; shown on the button. */
  readonly letter: string;
  readonly text: "needed" | "asked";
  readonly percent?: true;
  /** What comes next, what stands in the way, and files that prove it. */
  readonly report?: true;
  /** A period as written: `asked` may stay empty. */
  readonly period?: "needed" | "asked";
  /** Who answers for it in the unit. */
  readonly contact?: true;
  /** Speaks of one occurrence of a recurring task. */
  readonly occurrence?: true;
  /** Names the units that the task is handed to. */
  readonly units?: true;
  /** The task as a whole, whatever units it was assigned to. */
  readonly whole?: true;
  readonly danger?: true;
  /** Seldom taken: behind 'more', as what takes back is. */
  readonly folded?: true;
}

/** In the order of the buttons: what moves the task on first, what takes it back last. */
export const stepForms = {
  progress: { letter: "P", text: "needed", percent: true, occurrence: true, report: true },
  receive: { letter: "R", text: "asked", contact: true },
  "report-done": { letter: "D", text: "asked", occurrence: true, report: true },
  confirm: { letter: "C", text: "asked", occurrence: true },
  "grant-extension": { letter: "G", text: "asked", period: "asked" },
  "refuse-extension": { letter: "J", text: "needed", danger: true },
  refuse: { letter: "F", text: "needed", occurrence: true, danger: true },
  assign: { letter: "A", text: "asked", units: true, whole: true },
  "ask-extension": { letter: "X", text: "needed", percent: true, period: "needed" },
  arrange: { letter: "T", text: "asked", period: "asked", contact: true, folded: true },
  return: { letter: "B", text: "needed", danger: true },
  withdraw: { letter: "W", text: "needed", whole: true, danger: true },
} as const satisfies Record<TaskStepName, StepForm>;

export const formOf = (step: TaskStepName): StepForm => stepForms[step];

const isStep = (name: string): name is TaskStepName => Object.hasOwn(stepForms, name);
const steps = Object.keys(stepForms).filter(isStep);

export type Hands = TaskDetail["hands"][number];

/** The hands in which this office may take a step now, its own first. */
export const handsFor = (step: TaskStepName, hands: readonly Hands[]): readonly Hands[] =>
  hands.filter(({ steps: offered }) => offered.includes(step)).toSorted((a, b) => Number(b.own) - Number(a.own));

/** The steps that may be taken here now, in the order of the buttons: what core says, of the whole and of any hands. */
export const offeredSteps = ({ hands, whole }: Pick<TaskDetail, "hands" | "whole">): readonly TaskStepName[] =>
  steps.filter((step) => whole.includes(step) || hands.some(({ steps: offered }) => offered.includes(step)));

/** The step that a typed letter stands for, among those offered. */
export const stepByLetter = (letter: string, offered: readonly TaskStepName[]): TaskStepName | undefined =>
  offered.find((step) => formOf(step).letter === letter.toUpperCase());

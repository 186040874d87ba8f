/**
 * The life of a task in one pair of hands: an assignment's, or the office's own (domain.md 'Task states'). A state is
 * derived by running the steps; a step that the state of the moment does not allow leaves it as it is.
 */
import type { Period } from "../calendar/period.ts";
import { type TaskState, taskStates, type TaskStep } from "./record.ts";

export type TaskStepName = TaskStep["step"];

interface Rule {
  readonly from: readonly TaskState[];
  /** null: the state stays as it is. */
  readonly to: TaskState | null;
  /** The step says why: a reason, or a note. */
  readonly says?: boolean;
}

/** In hands that work on it. */
export const open: readonly TaskState[] = ["issued", "received", "in-progress"];

export const taskRules: Readonly<Record<TaskStepName, Rule>> = {
  assign: { from: ["returned", "withdrawn"], to: "issued" },
  receive: { from: ["issued"], to: "received" },
  return: { from: open, to: "returned", says: true },
  progress: { from: open, to: "in-progress" },
  "report-done": { from: open, to: "reported-done" },
  confirm: { from: ["reported-done"], to: "done" },
  refuse: { from: ["reported-done"], to: "in-progress", says: true },
  withdraw: { from: taskStates.filter((state) => state !== "withdrawn"), to: "withdrawn", says: true },
  arrange: { from: [...open, "reported-done"], to: null },
  "ask-extension": { from: open, to: null, says: true },
  "grant-extension": { from: open, to: null },
  "refuse-extension": { from: open, to: null, says: true },
};

/** The state after a step; the same as before when the rules do not allow it there. */
export const afterTaskStep = (state: TaskState, step: TaskStepName): TaskState =>
  taskRules[step].from.includes(state) ? (taskRules[step].to ?? state) : state;

export const taskStateAfter = (steps: readonly Pick<TaskStep, "step">[]): TaskState =>
  steps.reduce<TaskState>((state, { step }) => afterTaskStep(state, step), "issued");

/** The answers to an extension that was asked for; without one asked for they mean nothing. */
export const extensionAnswers: readonly TaskStepName[] = ["grant-extension", "refuse-extension"];

/** With these the question of an extension is over, answered or not. */
const endsAsking: readonly TaskStepName[] = [...extensionAnswers, "return", "withdraw"];

/** Whether the last extension that was asked for waits for its answer. */
export const isExtensionAsked = (steps: readonly Pick<TaskStep, "step">[]): boolean => {
  const last = steps.findLast(({ step }) => step === "ask-extension" || endsAsking.includes(step));
  return last?.step === "ask-extension";
};

/** Steps that speak of one occurrence of a recurring task; the others of the assignment as such. */
export const stepsOfOccurrence: readonly TaskStepName[] = ["progress", "report-done", "confirm", "refuse"];

/** Steps about the period and the contact of an assignment: whatever one occurrence of it has come to. */
export const stepsOfTerms: readonly TaskStepName[] = ["arrange", "ask-extension", ...extensionAnswers];

/** Whether a step is of one occurrence, by the period that counts for whoever takes it. */
export const isOfOccurrence = (period: Period, { step, occurrence }: Pick<TaskStep, "step" | "occurrence">): boolean =>
  stepsOfOccurrence.includes(step) && (occurrence !== undefined || period.kind === "recurring");

/** In the order in which a task goes through them; done last, withdrawn not at all. */
export const order: readonly TaskState[] = ["issued", "received", "returned", "in-progress", "reported-done", "done"];

/**
 * The state of a whole from its parts: done when all are done, the earliest other state otherwise. Withdrawn parts do
 * not count; null when no part is left.
 */
export const rollUp = (states: readonly TaskState[]): TaskState | null => {
  const places = states.map((state) => order.indexOf(state)).filter((place) => place >= 0);
  return places.length === 0 ? null : (order[Math.min(...places)] ?? null);
};

/** What a list row and a whole task look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { markValues } from "../exchange/marks.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "./fields.ts";
import { originSchema, taskStates, taskSteps, taskStepSchema } from "./record.ts";

export const taskRowSchema = z.object({
  id: z.string(),
  no: z.string(),
  title: z.string(),
  measures: z.string(),
  section: z.string(),
  note: z.string(),
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  support: z.array(z.string()),
  period: periodSchema,
  /** Due date of the period, or of the current occurrence. */
  due: isoDate.nullable(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  /** Text of the latest progress report. */
  progress: z.string(),
  /** Name of the imported list that it comes from; empty when entered by hand. */
  list: z.string(),
  light: z.enum(lightValues),
  marks: z.array(z.enum(markValues)),
  withdrawn: z.boolean(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

/** A step as it stands in the time line: who took it, for whom, and by which commit it can be undone. */
export const stepLineSchema = z.object({
  id: z.string(),
  version: z.string(),
  at: z.string(),
  office: z.string(),
  onBehalfOf: z.string().nullable(),
  /** EX5: it does not count until whoever has authority takes it. */
  proposed: z.boolean(),
  /** This office wrote it; another's is not undone here. */
  own: z.boolean(),
  retracted: z.boolean(),
});

/** Why a light is what it is, in words under `lights.why.<code>`, with the figures it was judged by. */
export const lightReasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One pair of hands that a task is in, and the steps that this office may take there now. */
export const taskHandsSchema = z.object({
  /** The assigned unit; null: the owner's own, of the task as a whole. */
  unit: z.string().nullable(),
  state: z.enum(taskStates),
  /** This office's own. */
  own: z.boolean(),
  steps: z.array(z.enum(taskSteps)),
  /** This office writes for the unit, which has no program (EX4). */
  onBehalf: z.boolean(),
});
export type TaskHands = z.infer<typeof taskHandsSchema>;

/** A record that was said to be the same (EX8a). */
export const sameTaskSchema = z.object({
  id: z.string(),
  no: z.string(),
  title: z.string(),
  list: z.string(),
  /** Name of the office that made it. */
  office: z.string(),
});

export const taskDetailSchema = taskRowSchema.extend({
  extra: z.record(z.string(), z.string()),
  origin: originSchema.extend({ fileName: z.string() }).nullable(),
  assignments: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      state: z.enum(taskStates),
      percent: z.number().nullable(),
      lastOn: isoDate.nullable(),
      /** The assigned unit that assigned it on; null: from the owner. */
      under: z.string().nullable(),
    }),
  ),
  /** The office that owns it, by code. */
  owner: z.string(),
  hands: z.array(taskHandsSchema),
  /** Steps of the task as a whole that this office may take now. */
  whole: z.array(z.enum(taskSteps)),
  /** EX8a: the one that stands for it; null: itself. */
  standsIn: sameTaskSchema.nullable(),
  /** Those for which it stands. */
  joined: z.array(sameTaskSchema),
  /** EX10: why it left this office's scope; null: it did not. */
  archivedWhy: z.string().nullable(),
  occurrences: z.array(z.object({ due: isoDate, state: z.enum(taskStates), percent: z.number().nullable() })),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  steps: z.array(stepLineSchema.extend({ data: taskStepSchema })),
  history: z.array(historyEntrySchema),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

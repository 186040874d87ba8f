/** What a list row and a whole task look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "./fields.ts";
import { originSchema, taskStates, taskStepSchema } from "./record.ts";

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
  retracted: z.boolean(),
});

/** Why a light is what it is, in words under `lights.why.<code>`, with the figures it was judged by. */
export const lightReasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
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
    }),
  ),
  occurrences: z.array(z.object({ due: isoDate, state: z.enum(taskStates), percent: z.number().nullable() })),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  steps: z.array(stepLineSchema.extend({ data: taskStepSchema })),
  history: z.array(historyEntrySchema),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** What a list row and a whole task look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { markValues } from "../exchange/marks.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "./fields.ts";
import { originSchema, taskCampaignSchema, taskStates, taskSteps, taskStepSchema } from "./record.ts";

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
  /** The period that this office goes by: its assignment's or an extension where there is one, else the task's own. */
  period: periodSchema,
  /** Due date of that period, or of the current occurrence, shifted for holidays where the setting says so. */
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
  /** Name of its campaign; empty: none. */
  campaign: z.string(),
  /** The task that it is a part of, by id. */
  parent: z.string().nullable(),
  /** Assignments and sub-tasks that count, how many are done, and how many stand otherwise than was said of them. */
  parts: z.object({ count: z.number().int(), done: z.number().int(), differ: z.number().int() }),
  /** A task that lasts: by when it is to be reported on next. */
  reportDue: isoDate.nullable(),
  /** The last word from whoever has it in hand. */
  heardOn: isoDate.nullable(),
  /** An extension waits for its answer. */
  extensionAsked: z.boolean(),
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

/** An extension that was asked for and waits. */
export const extensionSchema = z.object({
  askedOn: isoDate,
  text: z.string(),
  percent: z.number().nullable(),
  period: periodSchema,
});

/** Of how many parts something is made, how many are done, how far they are, and which is the slowest. */
export const rollUpSchema = z.object({
  count: z.number().int(),
  done: z.number().int(),
  percent: z.number().nullable(),
  state: z.enum(taskStates),
  /** By name of the unit, or title of the sub-task. */
  slowest: z.object({ name: z.string(), state: z.enum(taskStates), percent: z.number().nullable() }).nullable(),
  /** Where what was said of the whole differs from what its parts say: `tasks.differs.<code>`. */
  differs: z.enum(["done-before-parts", "ahead-of-parts", "behind-parts"]).nullable(),
});
export type RollUp = z.infer<typeof rollUpSchema>;

/** One assignment as it is shown. */
export const assignmentSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  lastOn: isoDate.nullable(),
  /** The assigned unit that assigned it on; null: from the owner. */
  under: z.string().nullable(),
  /** The period that it goes by, and whether that is its own. */
  period: periodSchema,
  hasOwnPeriod: z.boolean(),
  due: isoDate.nullable(),
  light: z.enum(lightValues),
  lightReason: lightReasonSchema,
  contact: z.string(),
  receivedOn: isoDate.nullable(),
  extension: extensionSchema.nullable(),
  /** What those say to which it assigned the task on; null: it did not. */
  rollUp: rollUpSchema.nullable(),
});
export type TaskAssignment = z.infer<typeof assignmentSchema>;

/** A sub-task, in the line that its parent shows of it. */
export const partTaskSchema = z.object({
  id: z.string(),
  no: z.string(),
  title: z.string(),
  units: z.array(z.string()),
  period: periodSchema,
  due: isoDate.nullable(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  light: z.enum(lightValues),
});
export type TaskPart = z.infer<typeof partTaskSchema>;

export const taskDetailSchema = taskRowSchema.extend({
  extra: z.record(z.string(), z.string()),
  origin: originSchema.extend({ fileName: z.string() }).nullable(),
  assignments: z.array(assignmentSchema),
  /** The task that it is a part of. */
  parentTask: z.object({ id: z.string(), no: z.string(), title: z.string() }).nullable(),
  /** Its sub-tasks (分解), in their order. */
  subTasks: z.array(partTaskSchema),
  /** Of assignments and sub-tasks together; null: it has neither. */
  rollUp: rollUpSchema.nullable(),
  campaignOf: taskCampaignSchema.nullable(),
  /** An extension of the task as a whole, asked of the office above. */
  extension: extensionSchema.nullable(),
  /** The period that the record itself states, where this office goes by another. */
  statedPeriod: periodSchema.nullable(),
  /** A due date shown here lies beyond the table of holidays: only weekends were considered. */
  beyondTable: z.boolean(),
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
  /** `occurrence` names it in steps; `due` is that day shifted for holidays. The one that `due` of the task is of: `current`. */
  occurrences: z.array(
    z.object({
      occurrence: isoDate,
      due: isoDate,
      state: z.enum(taskStates),
      percent: z.number().nullable(),
      current: z.boolean(),
    }),
  ),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  steps: z.array(stepLineSchema.extend({ data: taskStepSchema })),
  history: z.array(historyEntrySchema),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** Linkage tasks: list, detail, edit, assignment and progress. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { pastedRowSchema, pastePreviewSchema } from "../list/paste.ts";
import { facetsSchema, listQuerySchema, pageSchema } from "../list/query.ts";
import { taskStepSchema, taskUnitsSchema } from "../tasks/record.ts";
import { taskDetailSchema, taskRowSchema } from "../tasks/view.ts";
import { byId, doneSchema } from "./parts.ts";

export const taskEntrySchema = z.object({
  no: z.string(),
  title: z.string().trim().min(1),
  measures: z.string(),
  section: z.string(),
  note: z.string(),
  units: taskUnitsSchema,
  /** As written; read by the period grammar. */
  period: z.string(),
  /** Name of a campaign; empty: none. */
  campaign: z.string(),
});

/** A step as it is asked for: its period as written, its evidence as paths of files beside it. */
export const taskStepEntrySchema = taskStepSchema
  .omit({ evidence: true, period: true })
  .extend({ period: z.string().optional() });
export type TaskStepEntry = z.infer<typeof taskStepEntrySchema>;

/** A part of a breakdown: a sub-task, and the units that it is assigned to at once. */
export const breakdownPartSchema = z.object({
  no: z.string().default(""),
  title: z.string().trim().min(1),
  measures: z.string().default(""),
  period: z.string().default(""),
  units: z.array(z.string()).default([]),
  contact: z.string().default(""),
});

export const tasksContract = {
  list: oc.input(pageSchema).output(z.object({ rows: z.array(taskRowSchema) })),
  count: oc.input(listQuerySchema).output(z.object({ count: z.number().int() })),
  facets: oc.input(listQuerySchema.extend({ fields: z.array(z.string()) })).output(facetsSchema),
  get: oc.input(byId).output(taskDetailSchema),
  add: oc.input(taskEntrySchema.partial().required({ title: true })).output(doneSchema),
  edit: oc.input(byId.extend({ changes: taskEntrySchema.partial() })).output(doneSchema),
  /** To units by code or name, group units resolved by the caller (`units.resolve`); each with its own period where given. */
  assign: oc
    .input(
      z.object({
        ids: z.array(z.string()).min(1),
        units: z.array(z.string()).min(1),
        period: z.string().optional(),
        contact: z.string().optional(),
        text: z.string().optional(),
        /** By unit, where one differs from the rest. */
        each: z
          .record(z.string(), z.object({ period: z.string().optional(), contact: z.string().optional() }))
          .optional(),
      }),
    )
    .output(doneSchema),
  /** 分解: sub-tasks, assigned at once, in one commit. */
  breakDown: oc.input(byId.extend({ parts: z.array(breakdownPartSchema).min(1) })).output(doneSchema),
  /** Makes tasks parts of another, or (null) tasks of their own. Refused with `breakdown-loops`. */
  partOf: oc.input(z.object({ ids: z.array(z.string()).min(1), parent: z.string().nullable() })).output(doneSchema),
  /** The campaign of many at once; empty name: none. */
  setCampaign: oc.input(z.object({ ids: z.array(z.string()).min(1), campaign: z.string() })).output(doneSchema),
  /** The units' latest entries since this office last reported, drafted as one. */
  draftSummary: oc.input(byId.extend({ language: z.enum(["zh-CN", "en"]).default("zh-CN") })).output(
    z.object({
      text: z.string(),
      percent: z.number().nullable(),
      since: isoDate.nullable(),
      entries: z.array(
        z.object({
          unit: z.string(),
          unitName: z.string(),
          on: isoDate,
          text: z.string(),
          percent: z.number().nullable(),
        }),
      ),
      silent: z.array(z.string()),
    }),
  ),
  /** What pasting or filling down would do; with `apply` it is done, as one commit, unless a cell is refused. */
  paste: oc
    .input(z.object({ rows: z.array(pastedRowSchema).min(1), apply: z.boolean().default(false) }))
    .output(z.object({ preview: pastePreviewSchema, done: doneSchema.nullable() })),
  /** A step of a life cycle, for one or many tasks at once; refused as a whole when the rules refuse one. */
  step: oc
    .input(
      z.object({
        ids: z.array(z.string()).min(1),
        step: taskStepEntrySchema,
        files: z.array(z.string()).default([]),
      }),
    )
    .output(doneSchema),
  withdraw: oc
    .input(z.object({ ids: z.array(z.string()).min(1), reason: z.string().trim().min(1) }))
    .output(doneSchema),
};

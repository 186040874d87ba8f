/** Campaigns that group tasks, and templates: a list kept to be started again for another year. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { moveRemarks } from "../campaigns/move-period.ts";
import { campaignFactsSchema } from "../campaigns/record.ts";
import { periodSchema } from "../calendar/period.ts";
import { listQuerySchema } from "../list/query.ts";
import { reportIntervals } from "../tasks/record.ts";
import { byId, doneSchema } from "./parts.ts";

export const campaignRowSchema = z.object({
  /** null: known from tasks of the office above alone. */
  id: z.string().nullable(),
  name: z.string(),
  year: z.number().int().nullable(),
  every: z.enum(reportIntervals).nullable(),
  note: z.string(),
  tasks: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  withdrawn: z.boolean(),
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;

export const templateRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  year: z.number().int(),
  note: z.string(),
  tasks: z.number().int(),
  withdrawn: z.boolean(),
});
export type TemplateRow = z.infer<typeof templateRowSchema>;

/** A task as starting the template would make it. */
export const startedTaskSchema = z.object({
  /** Its place in the template, by which it can be left out. */
  at: z.number().int(),
  /** How deep it lies: 0 for a task of its own, 1 for a sub-task … */
  depth: z.number().int(),
  no: z.string(),
  title: z.string(),
  before: periodSchema,
  after: periodSchema,
  /** `campaigns.remarks.<code>`: what should be looked at, as a 29 February, or a year in the title that stays. */
  remarks: z.array(z.enum(moveRemarks)),
});

export const campaignsContract = {
  list: oc.output(z.array(campaignRowSchema)),
  add: oc.input(campaignFactsSchema.partial().required({ name: true })).output(doneSchema),
  /** Its name and interval are changed with all tasks that this office owns in it, in one commit. */
  edit: oc.input(byId.extend({ changes: campaignFactsSchema.partial() })).output(doneSchema),
  withdraw: oc.input(byId.extend({ reason: z.string().trim().min(1) })).output(doneSchema),
  templates: oc.output(z.array(templateRowSchema)),
  /** Keeps the tasks under a query as a template. */
  saveTemplate: oc
    .input(
      z.object({
        name: z.string().trim().min(1),
        note: z.string().default(""),
        query: listQuerySchema,
        ids: z.array(z.string()).default([]),
      }),
    )
    .output(doneSchema),
  previewTemplate: oc.input(byId.extend({ year: z.number().int() })).output(z.array(startedTaskSchema)),
  startTemplate: oc
    .input(
      byId.extend({
        year: z.number().int(),
        /** Left out: the template's own name, its years moved; empty: none. A name that is new begins a campaign. */
        campaign: z.string().optional(),
        leaveOut: z.array(z.number().int()).default([]),
      }),
    )
    .output(doneSchema),
  withdrawTemplate: oc.input(byId.extend({ reason: z.string().trim().min(1) })).output(doneSchema),
};

/** Linkage tasks: list, detail, edit, assignment and progress. */
import { oc } from "@orpc/contract";
import { z } from "zod";
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
});

export const tasksContract = {
  list: oc.input(pageSchema).output(z.object({ rows: z.array(taskRowSchema) })),
  count: oc.input(listQuerySchema).output(z.object({ count: z.number().int() })),
  facets: oc.input(listQuerySchema.extend({ fields: z.array(z.string()) })).output(facetsSchema),
  get: oc.input(byId).output(taskDetailSchema),
  add: oc.input(taskEntrySchema.partial().required({ title: true })).output(doneSchema),
  edit: oc.input(byId.extend({ changes: taskEntrySchema.partial() })).output(doneSchema),
  assign: oc.input(z.object({ ids: z.array(z.string()).min(1), units: z.array(z.string()).min(1) })).output(doneSchema),
  /** A step of a life cycle, for one or many tasks at once; refused as a whole when the rules refuse one. */
  step: oc.input(z.object({ ids: z.array(z.string()).min(1), step: taskStepSchema })).output(doneSchema),
  withdraw: oc
    .input(z.object({ ids: z.array(z.string()).min(1), reason: z.string().trim().min(1) }))
    .output(doneSchema),
};

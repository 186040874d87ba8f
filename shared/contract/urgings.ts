/** Urgings (督办单): issued, answered, printed, and as plain text for a message. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { facetsSchema, listQuerySchema, pageSchema } from "../list/query.ts";
import { urgingStepSchema } from "../urgings/record.ts";
import { urgingDetailSchema, urgingRowSchema } from "../urgings/view.ts";
import { byId, doneSchema } from "./parts.ts";

const language = z.enum(["zh-CN", "en"]).default("zh-CN");

export const urgingEntrySchema = z.object({
  /** By code or name. */
  unit: z.string().min(1),
  task: z.string().nullable().default(null),
  text: z.string().trim().min(1),
  /** As written. */
  limit: z.string().default(""),
  dispatch: z.string().nullable().default(null),
});

export const urgingsContract = {
  list: oc.input(pageSchema).output(z.object({ rows: z.array(urgingRowSchema) })),
  count: oc.input(listQuerySchema).output(z.object({ count: z.number().int() })),
  facets: oc.input(listQuerySchema.extend({ fields: z.array(z.string()) })).output(facetsSchema),
  get: oc.input(byId).output(urgingDetailSchema),
  /** What an urging of this task would say, for whom and until when: one for each unit that is late or unheard of. */
  draft: oc
    .input(z.object({ task: z.string(), language }))
    .output(z.array(z.object({ unit: z.string(), unitName: z.string(), text: z.string(), limit: z.string() }))),
  /** Numbered on from the last of the year; several at once are one commit. */
  issue: oc.input(z.object({ urgings: z.array(urgingEntrySchema).min(1) })).output(doneSchema),
  edit: oc
    .input(
      byId.extend({
        text: z.string().trim().min(1).optional(),
        limit: z.string().optional(),
        no: z.number().int().positive().optional(),
      }),
    )
    .output(doneSchema),
  step: oc
    .input(z.object({ ids: z.array(z.string()).min(1), step: urgingStepSchema.omit({ unit: true }) }))
    .output(doneSchema),
  /** Plain text for a message, of an urging that stands (`id`) or of a task's unit without one. */
  plainText: oc
    .input(z.object({ id: z.string().optional(), task: z.string().optional(), unit: z.string().optional(), language }))
    .output(z.object({ text: z.string() })),
  /** The numbered sheet as Word. */
  document: oc
    .input(z.object({ ids: z.array(z.string()).min(1), path: z.string(), language }))
    .output(z.object({ path: z.string(), bytes: z.number().int() })),
  /** The number that the next one of a year would bear. */
  nextNumber: oc
    .input(z.object({ on: isoDate.optional() }))
    .output(z.object({ year: z.number().int(), no: z.number().int() })),
};

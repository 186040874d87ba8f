/** What a dispatch meeting looks like to those who hold it: its agenda, and what was said of each task. */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "../tasks/fields.ts";
import { taskStates } from "../tasks/record.ts";
import { stepLineSchema } from "../tasks/view.ts";
import { dispatchHeadSchema, dispatchStepSchema } from "./record.ts";

export const dispatchRowSchema = z.object({
  id: z.string(),
  month: z.string(),
  on: isoDate,
  title: z.string(),
  units: z.array(z.string()),
  notes: z.number().int(),
  decisions: z.number().int(),
  urgings: z.number().int(),
  withdrawn: z.boolean(),
});
export type DispatchRow = z.infer<typeof dispatchRowSchema>;

/** Why a task stands on the agenda; it may be there for several reasons, and is listed under the first. */
export const agendaReasons = ["late", "due", "unheard", "changed"] as const;
export type AgendaReason = (typeof agendaReasons)[number];

export const agendaItemSchema = z.object({
  task: z.string(),
  no: z.string(),
  title: z.string(),
  section: z.string(),
  units: z.array(z.string()),
  /** Units of those picked that it is late, due or unheard of with. */
  concerned: z.array(
    z.object({
      unit: z.string(),
      unitName: z.string(),
      state: z.enum(taskStates),
      percent: z.number().nullable(),
      due: isoDate.nullable(),
      heardOn: isoDate.nullable(),
    }),
  ),
  period: z.string(),
  due: isoDate.nullable(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  progress: z.string(),
  heardOn: isoDate.nullable(),
  light: z.enum(lightValues),
  reasons: z.array(z.enum(agendaReasons)),
  /** Fields that changed since the last meeting, by their key, with before and after as text. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const dispatchDetailSchema = dispatchRowSchema.extend({
  head: dispatchHeadSchema,
  opening: z.string(),
  closing: z.string(),
  /** The meeting before; null: there was none. */
  before: z.object({ id: z.string(), on: isoDate, title: z.string() }).nullable(),
  agenda: z.array(agendaItemSchema),
  steps: z.array(stepLineSchema.extend({ data: dispatchStepSchema, madeTitle: z.string().nullable() })),
  withdrawnReason: z.string().nullable(),
  history: z.array(historyEntrySchema),
});
export type DispatchDetail = z.infer<typeof dispatchDetailSchema>;

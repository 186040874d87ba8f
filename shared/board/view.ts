/** A task on the board. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { lightValues } from "../tasks/fields.ts";
import { taskStates } from "../tasks/record.ts";

export const boardGroupings = ["section", "unit", "none"] as const;
export type BoardGrouping = (typeof boardGroupings)[number];

export const boardRowSchema = z.object({
  id: z.string(),
  /** The group that it stands under: section, or first unit; empty: none. */
  group: z.string(),
  no: z.string(),
  title: z.string(),
  measures: z.string(),
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  period: periodSchema,
  /** Within the year shown; null where it has no such day. */
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** Due dates of what recurs, within the year. */
  dues: z.array(isoDate),
  /** It goes on before or after the year shown. */
  before: z.boolean(),
  after: z.boolean(),
  lasting: z.boolean(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  light: z.enum(lightValues),
  /** Sub-tasks follow their parent. */
  depth: z.number().int(),
  /** This office may give it another period. */
  mayMove: z.boolean(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

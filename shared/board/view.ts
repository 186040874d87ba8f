/** A task on the board. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { lightValues } from "../tasks/fields.ts";
import { taskStates } from "../tasks/record.ts";

export const boardGroupings = ["section", "unit", "none"] as const;
/** Another office's; out of this office's scope; withdrawn; and periods that are not two days. */
export const boardFixed = [
  "foreign",
  "archived",
  "withdrawn",
  "recurring",
  "lasting",
  "from-receipt",
  "undated",
] as const;
export type BoardFixed = (typeof boardFixed)[number];

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
  /** What its texts mean when they name no year: that of its list, else of its dates. */
  year: z.number().int(),
  /** Within the year shown; null where it has no such day. Only `to`: a deadline (N日前). */
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  /** Due dates of what recurs, within the year, shifted as the setting says. */
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
  /** Why it cannot be given another period here (`board.fixed.<code>`); null: it can be moved. */
  fixed: z.enum(boardFixed).nullable(),
});
export type BoardRow = z.infer<typeof boardRowSchema>;

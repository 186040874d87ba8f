/**
 * A deadline as people write it, and what it means in dates. The original text always stays beside the computed
 * dates, because offices argue about the words, not about our reading of them ('period grammar').
 */
import { z } from "zod";

export const periodKinds = [
  "date",
  "by",
  "range",
  "ten-day",
  "month",
  "quarter",
  "half-year",
  "year",
  "recurring",
  "immediate",
  "ongoing",
  "workdays",
  "unknown",
] as const;

export type PeriodKind = (typeof periodKinds)[number];

/** An ISO calendar date, `2020-05-19`; never a time, never a zone. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const periodSchema = z.object({
  text: z.string(),
  kind: z.enum(periodKinds),
  start: isoDate.optional(),
  due: isoDate.optional(),
  every: z.enum(["week", "month", "quarter", "half-year", "year"]).optional(),
  day: z.number().int().min(1).max(31).optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  tenDay: z.number().int().min(1).max(3).optional(),
  by: z.boolean().optional(),
  workdays: z.number().int().positive().optional(),
  ongoing: z.boolean().optional(),
});

export type Period = z.infer<typeof periodSchema>;

/** Of a record for which no deadline was written. */
export const emptyPeriod: Period = { text: "", kind: "unknown" };

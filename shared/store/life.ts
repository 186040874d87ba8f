/**
 * Whether a record counts. Nothing is ever deleted: a withdrawn record stays visible with its reason (EX8), one whose
 * creation was undone is left out of lists but stays in the log.
 */
import { z } from "zod";

export const lifeSchema = z.object({
  state: z.enum(["live", "withdrawn", "undone"]),
  reason: z.string().optional(),
});

export type Life = z.infer<typeof lifeSchema>;

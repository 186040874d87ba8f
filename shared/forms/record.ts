/**
 * A fill-back form (填报表): an Excel sheet for a unit without the program, with its tasks alone, to be filled and taken
 * back. The record keeps what was sent out, so that what comes back can be told from a form of last year's list, of
 * another office, or one that was tampered with; and which files came back, whole, so that nothing in them is lost.
 */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { attachmentSchema } from "../store/attachment.ts";
import { lifeSchema } from "../store/life.ts";
import type { NamedFile, RecordKind } from "../store/kinds.ts";

export const formFactsSchema = z.object({
  /** The unit that is to fill it, by code where it is known, else by its text. */
  unit: z.string(),
  issuedOn: isoDate,
  /** To be handed back by; null: not said. */
  backBy: isoDate.nullable(),
  /** The tasks on it, in the order of its rows. */
  tasks: z.array(z.string()),
});
export type FormFacts = z.infer<typeof formFactsSchema>;

/** A file that came back. `remarks`: what it said beyond the form's own cells (added rows, notes), kept word for word. */
export const formStepSchema = z.object({
  step: z.literal("taken"),
  on: isoDate,
  file: attachmentSchema,
  written: z.number().int(),
  remarks: z.array(z.string()),
});
export type FormStep = z.infer<typeof formStepSchema>;

const files = (unit: string, value: unknown): readonly NamedFile[] =>
  unit === "step" ? [(value as FormStep).file] : [];

export const formKind = {
  kind: "form",
  scope: { reach: "own" },
  units: {
    facts: { schema: formFactsSchema, writer: "self" },
    life: { schema: lifeSchema, writer: "self", empty: { state: "live" } },
  },
  step: formStepSchema,
  stepRule: () => ({ writer: "self", unit: null }),
  notAllowed: () => [],
  files,
} as const satisfies RecordKind;

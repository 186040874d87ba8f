/**
 * A fill-back form (填报表): an Excel sheet for a unit without the program, with its tasks alone, to be filled and taken
 * back. The record keeps what every row said when it was sent out, so that what comes back can be told from a form of
 * last year's list, of another office, or one that was tampered with, cell by cell and even where the file lost its
 * hidden parts; and which files came back, whole, so that nothing in them is lost.
 */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { attachmentSchema } from "../store/attachment.ts";
import { lifeSchema } from "../store/life.ts";
import type { NamedFile, RecordKind } from "../store/kinds.ts";

/** What a person may fill in, in the order of the form's columns. */
export const formFields = ["received", "state", "percent", "text", "next", "difficulty", "on", "contact"] as const;
export type FormField = (typeof formFields)[number];

/** What stands on the form for reading alone. */
export const shownFields = ["no", "title", "measures", "period", "now"] as const;
export type ShownField = (typeof shownFields)[number];

const texts = <Key extends string>(keys: readonly [Key, ...Key[]]) => z.record(z.enum(keys), z.string());

/** A row as it was sent out, in the words that stood in its cells. */
export const sentRowSchema = z.object({
  task: z.string(),
  /** Of what recurs: the occurrence that the row is of. */
  occurrence: isoDate.nullable(),
  shown: texts(shownFields),
  filled: texts(formFields),
});
export type SentRow = z.infer<typeof sentRowSchema>;

export const formFactsSchema = z.object({
  /** The unit that is to fill it, by code where it is known, else by its text. */
  unit: z.string(),
  issuedOn: isoDate,
  /** To be handed back by; null: not said. */
  backBy: isoDate.nullable(),
  language: z.enum(["zh-CN", "en"]),
  /** In the order in which they stood on the form. */
  rows: z.array(sentRowSchema),
});
export type FormFacts = z.infer<typeof formFactsSchema>;

/** A file that came back. `remarks`: what it said beyond what was taken (added rows, notes, cells that could not be read), kept word for word. */
export const formStepSchema = z.object({
  step: z.literal("taken"),
  on: isoDate,
  file: attachmentSchema,
  /** How many rows of it were written. */
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

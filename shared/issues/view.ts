/** What a ledger row and a whole issue look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { markValues } from "../exchange/marks.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "../tasks/fields.ts";
import { originSchema } from "../tasks/record.ts";
import { lightReasonSchema, stepLineSchema } from "../tasks/view.ts";
import { attachmentSchema } from "../store/attachment.ts";
import { issueStates, issueStepSchema, issueSteps, issueTypes } from "./record.ts";

export const issueRowSchema = z.object({
  id: z.string(),
  no: z.string(),
  title: z.string(),
  source: z.string(),
  place: z.string(),
  category: z.string(),
  section: z.string(),
  units: z.array(z.string()),
  leader: z.string(),
  person: z.string(),
  /** Masked (138****5678) unless the whole record was asked for with `reveal`. */
  phone: z.string(),
  type: z.enum(issueTypes).nullable(),
  measures: z.string(),
  limit: periodSchema,
  due: isoDate.nullable(),
  state: z.enum(issueStates),
  /** The words that the state had in the ledger it was taken over from; empty otherwise. */
  stateText: z.string(),
  progress: z.string(),
  percent: z.number().nullable(),
  round: z.number().int(),
  /** Number of evidence files. */
  evidence: z.number().int(),
  registeredOn: isoDate.nullable(),
  doneOn: isoDate.nullable(),
  closedOn: isoDate.nullable(),
  note: z.string(),
  light: z.enum(lightValues),
  marks: z.array(z.enum(markValues)),
});
export type IssueRow = z.infer<typeof issueRowSchema>;

export const issueDetailSchema = issueRowSchema.extend({
  extra: z.record(z.string(), z.string()),
  origin: originSchema.extend({ fileName: z.string() }).nullable(),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  /** The office that registered it, by code. */
  owner: z.string(),
  /** EX10: why it left this office's scope; null: it did not. */
  archivedWhy: z.string().nullable(),
  /** The steps that the rules and authority allow here next; the window offers these and no others. */
  allowed: z.array(z.enum(issueSteps)),
  /** This office writes them on behalf of the responsible unit, which has no program (EX4). */
  onBehalfOf: z.string().nullable(),
  files: z.array(
    attachmentSchema.extend({
      round: z.number().int(),
      on: isoDate,
      missing: z.boolean(),
      /** EX14: named, and on its way. */ wanted: z.boolean(),
    }),
  ),
  steps: z.array(stepLineSchema.extend({ round: z.number().int(), data: issueStepSchema })),
  history: z.array(historyEntrySchema),
});
export type IssueDetail = z.infer<typeof issueDetailSchema>;

/** What a person enters to register an issue. */
export const issueEntrySchema = z.object({
  no: z.string().optional(),
  title: z.string().trim().min(1),
  source: z.string().default(""),
  place: z.string().default(""),
  category: z.string().default(""),
  units: z.array(z.string()).default([]),
  leader: z.string().default(""),
  person: z.string().default(""),
  phone: z.string().default(""),
  type: z.enum(issueTypes).nullable().default(null),
  measures: z.string().default(""),
  /** As written ('10月底前', '2020-09-30'); read by the period grammar. */
  limit: z.string().default(""),
  note: z.string().default(""),
});
export type IssueEntry = z.infer<typeof issueEntrySchema>;

/**
 * What of it is changed. Written out, because zod fills in the defaults of a schema that is made partial: a change of
 * one field would blank all others.
 */
export const issueChangesSchema = z.object({
  no: z.string().optional(),
  title: z.string().trim().min(1).optional(),
  source: z.string().optional(),
  place: z.string().optional(),
  category: z.string().optional(),
  units: z.array(z.string()).optional(),
  leader: z.string().optional(),
  person: z.string().optional(),
  phone: z.string().optional(),
  type: z.enum(issueTypes).nullable().optional(),
  measures: z.string().optional(),
  limit: z.string().optional(),
  note: z.string().optional(),
});
export type IssueChanges = z.infer<typeof issueChangesSchema>;

/**
 * An issue (问题): one line of the rectification ledger (整改台账), kept until it is truly put right. Its state is derived
 * from steps (domain.md 'Rectification states'); overdue is derived too, and neither is ever written.
 */
import { z } from "zod";
import { emptyPeriod, isoDate, periodSchema } from "../calendar/period.ts";
import { attachmentSchema } from "../store/attachment.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";
import { emptyOrigin, originSchema } from "../tasks/record.ts";

export const issueStates = ["registered", "handed-over", "in-progress", "awaiting", "closed", "withdrawn"] as const;
export type IssueState = (typeof issueStates)[number];

export const issueTypes = ["immediate", "staged", "ongoing"] as const;
export type IssueType = (typeof issueTypes)[number];

export const satisfactions = ["satisfied", "fairly", "unsatisfied"] as const;

export const issueSteps = [
  /** Taken over from an existing ledger in the state that it stood in there; `data` keeps the original word. */
  "adopt",
  "hand-over",
  "receive",
  "return",
  "measures",
  "progress",
  "report-done",
  "evidence",
  "verify-passed",
  "verify-failed",
  "close-at-once",
  "reopen",
  "withdraw",
] as const;

export const issueStepSchema = z.object({
  step: z.enum(issueSteps),
  /** The unit that the step is of, as known here; null: this office. */
  unit: z.string().nullable().default(null),
  on: isoDate,
  text: z.string().optional(),
  percent: z.number().min(0).max(100).optional(),
  evidence: z.array(attachmentSchema).optional(),
  /** `verify-passed`, `close-at-once`: said aloud that there is no evidence. */
  withoutEvidence: z.boolean().optional(),
  satisfaction: z.enum(satisfactions).optional(),
  verifiers: z.string().optional(),
  place: z.string().optional(),
  /** `adopt`: the state taken over, and the words it had there. */
  state: z.enum(issueStates).optional(),
  stateText: z.string().optional(),
  closedOn: isoDate.optional(),
});
export type IssueStep = z.infer<typeof issueStepSchema>;

/** The codes in a `responsibility`, whatever version wrote it. */
const codesOf = (value: unknown): readonly string[] => {
  const codes = typeof value === "object" && value !== null && "codes" in value ? value.codes : undefined;
  return Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : [];
};

export const issueKind = {
  kind: "issue",
  scope: {
    reach: "concerned",
    codesIn: { responsibility: codesOf },
    givenBy: { step: "hand-over", all: false },
  },
  units: {
    no: { schema: z.string(), writer: "registrar" },
    title: { schema: z.string().min(1), writer: "registrar" },
    source: { schema: z.string(), writer: "registrar" },
    place: { schema: z.string(), writer: "registrar" },
    category: { schema: z.string(), writer: "registrar" },
    section: { schema: z.string(), writer: "registrar" },
    responsibility: {
      schema: z.object({
        units: z.array(z.string()),
        leader: z.string(),
        person: z.string(),
        phone: z.string(),
        /**
         * The codes of those units that were known where it was written. Authority goes by them (EX4), so that it never
         * depends on what another office happens to know.
         */
        codes: z.array(z.string()).optional(),
      }),
      writer: "registrar",
      empty: { units: [], leader: "", person: "", phone: "" },
      grants: (value) => (value as { codes?: string[] }).codes ?? [],
      remains: (value) => ({
        units: [],
        leader: "",
        person: "",
        phone: "",
        codes: (value as { codes?: string[] }).codes ?? [],
      }),
    },
    limit: { schema: periodSchema, writer: "registrar", empty: emptyPeriod },
    type: { schema: z.enum(issueTypes).nullable(), writer: "registrar", empty: null },
    measures: { schema: z.string(), writer: "responsible" },
    note: { schema: z.string(), writer: "registrar" },
    extra: { schema: z.record(z.string(), z.string()), writer: "registrar", empty: {} },
    origin: { schema: originSchema, writer: "registrar", empty: emptyOrigin },
    life: { schema: lifeSchema, writer: "registrar", empty: { state: "live" } },
  },
  step: issueStepSchema,
} as const satisfies RecordKind;

/** Fill-back forms as they are listed, and forms that came back as they are looked at before they are taken in. */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";

export const formRowSchema = z.object({
  id: z.string(),
  unit: z.string(),
  unitName: z.string(),
  issuedOn: isoDate,
  backBy: isoDate.nullable(),
  tasks: z.number().int(),
  /** When it came back last; null: not yet. */
  takenOn: isoDate.nullable(),
  times: z.number().int(),
  withdrawn: z.boolean(),
});
export type FormRow = z.infer<typeof formRowSchema>;

/** Worded under `errors.<code>`. */
const problemSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type FormProblem = z.infer<typeof problemSchema>;

export const formCellSchema = z.object({
  /** One of `formFields`, or a field that the form states and nobody should have changed (`no`, `title`, `period` …). */
  field: z.string(),
  before: z.string(),
  after: z.string(),
  verdict: z.enum(["same", "change", "invalid", "tampered"]),
  problem: problemSchema.nullable(),
});
export type FormCell = z.infer<typeof formCellSchema>;

export const formStageRowSchema = z.object({
  /** 1-based, as the sheet counts; of a row that is missing, less than 1 and unlike any other's. */
  row: z.number().int(),
  /** `moved`: it stands elsewhere than it was written; `added`: not of the form; `missing`: of the form, and not there. */
  verdict: z.enum(["same", "change", "invalid", "moved", "tampered", "added", "missing"]),
  task: z.string().nullable(),
  no: z.string(),
  title: z.string(),
  cells: z.array(formCellSchema),
  /** Why nothing, or not all, of the row can be taken. */
  problems: z.array(problemSchema),
  /** Its changes are taken in. */
  take: z.boolean(),
  /** It has changes that could be taken in. */
  takeable: z.boolean(),
});
export type FormStageRow = z.infer<typeof formStageRowSchema>;

export const formStageSchema = z.object({
  stage: z.string(),
  files: z.array(
    z.object({
      file: z.number().int(),
      name: z.string(),
      /** `refused`: nothing of it can be taken, for `problem`. */
      verdict: z.enum(["ready", "nothing-new", "refused"]),
      /** Of a file that is ready: what is worth knowing of it (its hidden parts are gone, a newer form was sent since). */
      problem: problemSchema.nullable(),
      unit: z.string(),
      unitName: z.string(),
      issuedOn: isoDate.nullable(),
      counts: z.object({
        rows: z.number().int(),
        change: z.number().int(),
        invalid: z.number().int(),
        tampered: z.number().int(),
        added: z.number().int(),
        missing: z.number().int(),
        /** Rows whose changes are taken in as it is chosen now. */
        taking: z.number().int(),
      }),
      /** What it says besides, kept with it word for word; the first of them. */
      remarks: z.array(z.string()),
      take: z.boolean(),
    }),
  ),
});
export type FormStage = z.infer<typeof formStageSchema>;

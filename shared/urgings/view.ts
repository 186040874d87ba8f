/** What a row of the list and a whole urging look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
import { markValues } from "../exchange/marks.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "../tasks/fields.ts";
import { lightReasonSchema, stepLineSchema } from "../tasks/view.ts";
import { urgingStates, urgingSteps, urgingStepSchema } from "./record.ts";

export const urgingRowSchema = z.object({
  id: z.string(),
  /** As printed: 〔2026〕3号. */
  number: z.string(),
  year: z.number().int(),
  no: z.number().int(),
  /** By name where it is known. */
  unit: z.string(),
  unitCode: z.string().nullable(),
  /** Name of the office that issued it. */
  issuer: z.string(),
  /** The task by its id; null where it is of none, or it is not here. */
  task: z.string().nullable(),
  /** Number and title of the task as they stood when it was issued. */
  taskNo: z.string(),
  title: z.string(),
  text: z.string(),
  limit: periodSchema,
  due: isoDate.nullable(),
  issuedOn: isoDate,
  state: z.enum(urgingStates),
  answer: z.string(),
  answeredOn: isoDate.nullable(),
  light: z.enum(lightValues),
  withdrawn: z.boolean(),
  /** Another urging of the same year bears the same number: two computers gave it at the same time. */
  numberTwice: z.boolean(),
  marks: z.array(z.enum(markValues)),
});
export type UrgingRow = z.infer<typeof urgingRowSchema>;

export const urgingDetailSchema = urgingRowSchema.extend({
  /** The office that issued it, by code. */
  owner: z.string(),
  /** EX10: why it left this office's scope; null: it did not. */
  archivedWhy: z.string().nullable(),
  /** The name of the unit for which this office writes; null: for none. */
  onBehalfOf: z.string().nullable(),
  dispatch: z.string().nullable(),
  /** By which name the issuing office signs. */
  signedBy: z.string(),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  /** Steps that this office may take now. */
  may: z.array(z.enum(urgingSteps)),
  steps: z.array(stepLineSchema.extend({ data: urgingStepSchema })),
  history: z.array(historyEntrySchema),
});
export type UrgingDetail = z.infer<typeof urgingDetailSchema>;

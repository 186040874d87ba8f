/** What a row of the list and a whole urging look like to those who read them. */
import { z } from "zod";
import { isoDate, periodSchema } from "../calendar/period.ts";
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
  unit: z.string(),
  unitCode: z.string().nullable(),
  /** The task's id and title; null where it is of none, or it is not here. */
  task: z.string().nullable(),
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
});
export type UrgingRow = z.infer<typeof urgingRowSchema>;

export const urgingDetailSchema = urgingRowSchema.extend({
  owner: z.string(),
  dispatch: z.string().nullable(),
  lightReason: lightReasonSchema,
  withdrawnReason: z.string().nullable(),
  /** Steps that this office may take now. */
  may: z.array(z.enum(urgingSteps)),
  steps: z.array(stepLineSchema.extend({ data: urgingStepSchema })),
  history: z.array(historyEntrySchema),
});
export type UrgingDetail = z.infer<typeof urgingDetailSchema>;

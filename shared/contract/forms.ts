/** Fill-back forms (填报表): written out for units without the program, taken back with a preview of every cell. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { formRowSchema, formStageRowSchema, formStageSchema } from "../forms/view.ts";
import { listQuerySchema } from "../list/query.ts";
import { byId, doneSchema, workOf } from "./parts.ts";

export const formsContract = {
  /** What was sent out, newest first, and what came back of it. */
  list: oc.output(z.array(formRowSchema)),
  /** Units that have tasks under the query, how many, and whether they have the program themselves. */
  units: oc.input(listQuerySchema.extend({ ids: z.array(z.string()).default([]) })).output(
    z.array(
      z.object({
        unit: z.string(),
        unitName: z.string(),
        tasks: z.number().int(),
        hasProgram: z.boolean(),
        /** It lies under this office, or is no division at all: forms are offered to it first. */
        under: z.boolean(),
      }),
    ),
  ),
  /** One workbook for each unit into a folder, with its tasks under the query alone. One commit for all. */
  write: oc
    .input(
      z.object({
        folder: z.string(),
        units: z.array(z.string()).min(1),
        query: listQuerySchema.default({ q: "", filters: [], sort: [] }),
        ids: z.array(z.string()).default([]),
        backBy: isoDate.nullable().default(null),
        language: z.enum(["zh-CN", "en"]).default("zh-CN"),
      }),
    )
    .output(
      workOf(
        doneSchema.extend({
          files: z.array(z.object({ unit: z.string(), path: z.string(), tasks: z.number().int() })),
        }),
      ),
    ),
  /** Reads forms that came back; nothing is stored. Folders give every workbook in them. */
  open: oc.input(z.object({ paths: z.array(z.string()).min(1) })).output(workOf(formStageSchema)),
  /** The rows of one staged form, cell by cell. */
  rows: oc.input(z.object({ stage: z.string(), file: z.number().int() })).output(z.array(formStageRowSchema)),
  /** Leaves a file, or one of its rows, out or puts it in again. */
  choose: oc
    .input(z.object({ stage: z.string(), file: z.number().int(), row: z.number().int().nullable(), take: z.boolean() }))
    .output(formStageSchema),
  /** Everything that was chosen, as one commit. */
  confirm: oc
    .input(z.object({ stage: z.string() }))
    .output(workOf(doneSchema.extend({ forms: z.number().int(), written: z.number().int() }))),
  drop: oc.input(z.object({ stage: z.string() })).output(z.object({})),
  withdraw: oc.input(byId.extend({ reason: z.string().trim().min(1) })).output(doneSchema),
};

/** The board (配档表): months × ten-day periods across, tasks down; moved by dragging, printed and exported as the paper form has it. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { boardGroupings, boardRowSchema } from "../board/view.ts";
import { listQuerySchema } from "../list/query.ts";
import { isoDate } from "../calendar/period.ts";
import { doneSchema, workOf } from "./parts.ts";

const asked = listQuerySchema.extend({ year: z.number().int(), group: z.enum(boardGroupings).default("section") });

export const boardContract = {
  /** All rows of the year in one answer: a board is looked at whole. */
  rows: oc.input(asked).output(z.object({ rows: z.array(boardRowSchema), years: z.array(z.number().int()) })),
  /** Gives a task (or, with `unit`, one assignment) another period, by days; the text is composed as people write it. */
  move: oc
    .input(
      z.object({ id: z.string(), unit: z.string().nullable().default(null), start: isoDate.nullable(), due: isoDate }),
    )
    .output(doneSchema.extend({ text: z.string() })),
  /** The paper form; it imports as itself. */
  workbook: oc
    .input(asked.extend({ path: z.string(), language: z.enum(["zh-CN", "en"]).default("zh-CN") }))
    .output(workOf(z.object({ path: z.string(), rows: z.number().int(), bytes: z.number().int() }))),
};

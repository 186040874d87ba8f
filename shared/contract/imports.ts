/** The importer frame: one for every kind of list. A file is staged, looked at, corrected, confirmed, and can be undone. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { importCapabilities } from "../imports/record.ts";
import { importLineSchema, stageOptionsSchema, stageRowSchema, stageSchema } from "../imports/view.ts";
import { byId, doneSchema, workOf } from "./parts.ts";

const inStage = z.object({ stage: z.string() });

export const importsContract = {
  list: oc.output(z.array(importLineSchema)),
  /** Reads the file in a worker; nothing is stored. */
  open: oc
    .input(
      z.object({ capability: z.enum(importCapabilities), path: z.string(), options: stageOptionsSchema.default({}) }),
    )
    .output(workOf(stageSchema)),
  /** Reads the staged file again with another sheet, header, mapping or year; corrections of cells are kept. */
  reread: oc.input(inStage.extend({ options: stageOptionsSchema })).output(stageSchema),
  rows: oc
    .input(
      inStage.extend({
        only: z
          .enum(["all", "problems", "new", "changed", "unchanged", "withdrawn", "perhaps", "listed"])
          .default("all"),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ rows: z.array(stageRowSchema), counts: z.record(z.string(), z.number().int()) })),
  /** A cell put right on the spot; an empty value clears it. */
  correct: oc
    .input(inStage.extend({ row: z.number().int(), sheet: z.string(), field: z.string(), value: z.string() }))
    .output(stageRowSchema),
  /** Maps a unit name to a known unit (null: leave as text), or a status word to a state. */
  matchUnit: oc.input(inStage.extend({ text: z.string(), code: z.string().nullable() })).output(stageSchema),
  mapState: oc.input(inStage.extend({ word: z.string(), state: z.string() })).output(stageSchema),
  /** Compares with the earlier import that this one revises; null: a list of its own. */
  revise: oc.input(inStage.extend({ revises: z.string().nullable() })).output(stageSchema),
  acceptPerhaps: oc
    .input(inStage.extend({ row: z.number().int(), sheet: z.string(), accepted: z.boolean() }))
    .output(stageRowSchema),
  /** One import is one transaction. */
  confirm: oc
    .input(inStage)
    .output(
      workOf(doneSchema.extend({ id: z.string(), added: z.number(), changed: z.number(), withdrawn: z.number() })),
    ),
  drop: oc.input(inStage).output(z.object({})),
  /** The same table with the bad cells red and a 原因 column. */
  saveProblems: oc
    .input(inStage.extend({ path: z.string() }))
    .output(z.object({ path: z.string(), rows: z.number().int() })),
  /** Refused with `import-worked-on` when its records were worked on since, unless `force`. */
  undo: oc.input(byId.extend({ force: z.boolean().default(false) })).output(doneSchema),
};

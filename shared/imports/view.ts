/**
 * The importer frame's view of a file being taken in: a stage that lives in core until it is confirmed or dropped.
 * Nothing of it is stored before the person confirms.
 */
import { z } from "zod";
import { importCapabilities, importFactsSchema } from "./record.ts";

export const stageProblemSchema = z.object({
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  field: z.string(),
  /** Worded under `problems.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type StageProblem = z.infer<typeof stageProblemSchema>;

export const stageOptionsSchema = z.object({
  year: z.number().int().min(1990).max(2100).optional(),
  sheet: z.string().optional(),
  /** First and last line of the header, 1-based as the sheet counts. */
  headerRows: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  /** Column index (0-based, as text) → meaning, or `extra` to keep it under its own name. */
  mapping: z.record(z.string(), z.string()).optional(),
});
export type StageOptions = z.infer<typeof stageOptionsSchema>;

export const stageSchema = z.object({
  stage: z.string(),
  capability: z.enum(importCapabilities),
  fileName: z.string(),
  /** Already taken in before, byte for byte: when, and under which import. */
  knownAs: z.object({ id: z.string(), at: z.string() }).nullable(),
  year: z.number().int().nullable(),
  /** `text`, `option`, `title`, `name`, `reported` or `none`; `none` means the year has to be asked for. */
  yearFrom: z.string(),
  sheet: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), hasTable: z.boolean() })),
  headerRows: z.object({ from: z.number().int(), to: z.number().int() }),
  /** The first lines of the sheet, so that another header line can be clicked. */
  top: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
  columns: z.array(
    z.object({ index: z.number().int(), name: z.string(), meaning: z.string(), samples: z.array(z.string()) }),
  ),
  meanings: z.array(z.string()),
  count: z.number().int(),
  problems: z.number().int(),
  notices: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
  accounting: z.record(z.string(), z.number().int()),
  /** Unit names in the file: how they were matched, most frequent first. */
  units: z.array(
    z.object({
      text: z.string(),
      count: z.number().int(),
      match: z.enum(["matched", "group", "unknown"]),
      code: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  /** Status words in a ledger and the state each is taken for; the person may map them otherwise. */
  stateWords: z.array(z.object({ word: z.string(), count: z.number().int(), state: z.string(), known: z.boolean() })),
  /** Earlier imports that this one may revise, likeliest first. */
  mayRevise: z.array(z.object({ id: z.string(), fileName: z.string(), at: z.string(), alike: z.number() })),
});
export type Stage = z.infer<typeof stageSchema>;

/** One line of the preview. `cells` by field key, as text; what kind of line it is, and what stands wrong in it. */
export const stageRowSchema = z.object({
  row: z.number().int(),
  sheet: z.string(),
  /** Without a revision every row is `new`; `listed`: not imported unless corrected. */
  kind: z.enum(["new", "changed", "unchanged", "withdrawn", "perhaps", "listed"]),
  cells: z.record(z.string(), z.string()),
  /** Field → what stood before, for `changed` rows. */
  before: z.record(z.string(), z.string()),
  problems: z.array(stageProblemSchema),
  corrected: z.array(z.string()),
  /** `perhaps`: the record that it may be, and whether the person said it is. */
  perhaps: z.object({ id: z.string(), title: z.string(), accepted: z.boolean() }).nullable(),
});
export type StageRow = z.infer<typeof stageRowSchema>;

export const importLineSchema = importFactsSchema.extend({
  id: z.string(),
  at: z.string(),
  undone: z.boolean(),
  version: z.string(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

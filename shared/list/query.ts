/**
 * One way out for lists. The table on the screen, the Excel export, the command line and later the bulletin all
 * ask with the same query object, so that what is exported is what was shown.
 */
import { z } from "zod";

export const filterOps = ["in", "not-in", "from", "to", "contains", "empty", "filled"] as const;

/** One removable chip above the list. `values` of `from`/`to` hold one ISO date or number; `empty`/`filled` none. */
export const filterSchema = z.object({
  field: z.string(),
  op: z.enum(filterOps),
  values: z.array(z.string()).default([]),
});

export const sortSchema = z.object({ field: z.string(), dir: z.enum(["asc", "desc"]).default("asc") });

export const listQuerySchema = z.object({
  /** What was typed into the search box: characters, pinyin or initials. */
  q: z.string().default(""),
  filters: z.array(filterSchema).default([]),
  /** Empty: the list's own order (official order, then number). */
  sort: z.array(sortSchema).default([]),
});

export const pageSchema = listQuerySchema.extend({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
});

/** What an export writes: the query, and the columns in the order shown. Empty columns: the capability's usual ones. */
export const exportQuerySchema = listQuerySchema.extend({ columns: z.array(z.string()).default([]) });

export type Filter = z.infer<typeof filterSchema>;
export type Sort = z.infer<typeof sortSchema>;
export type ListQuery = z.infer<typeof listQuerySchema>;
export type Page = z.infer<typeof pageSchema>;
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/** How a field reads, sorts and is filtered, wherever it is shown. Its name stands in the translations under `<capability>.fields.<key>`. */
export type FieldKind = "text" | "long" | "date" | "number" | "choice" | "units" | "light";

export interface Field<Key extends string = string> {
  readonly key: Key;
  readonly kind: FieldKind;
  /** For `choice` and `light`: the values, worded under `<capability>.<key>.<value>`. */
  readonly choices?: readonly string[];
  /** Width in pixels on the screen when the clerk has chosen none. */
  readonly width: number;
  readonly sortable: boolean;
  readonly filterable: boolean;
  /** Shown, and exported, when the clerk has chosen no columns. */
  readonly usual: boolean;
  /** Exported when the clerk has chosen no columns, though the screen has no room for it: an office's form has it. */
  readonly onPaper?: boolean;
}

/** How many records carry each value of a field under the query's other filters, for filter chips and counts. */
export const facetsSchema = z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number().int() })));
export type Facets = z.infer<typeof facetsSchema>;

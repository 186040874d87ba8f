/** Pasting a range of cells into a list, and filling down: what is asked of a capability, and what it answers. */
import { z } from "zod";

/** Cells as pasted or filled down: text by field, for one record or (null) a new one. `row`: its line in what was pasted. */
export const pastedRowSchema = z.object({
  row: z.number().int(),
  id: z.string().nullable(),
  values: z.record(z.string(), z.string()),
});

export type PastedRow = z.infer<typeof pastedRowSchema>;

export const pastePreviewSchema = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      id: z.string().nullable(),
      cells: z.array(
        z.object({
          field: z.string(),
          before: z.string(),
          after: z.string(),
          /** `errors.<code>`: why it cannot be taken; null: it can. */
          problem: z
            .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
            .nullable(),
        }),
      ),
    }),
  ),
  /** Cells that will change, records that will be added, cells that cannot be taken. */
  changed: z.number().int(),
  added: z.number().int(),
  refused: z.number().int(),
});
export type PastePreview = z.infer<typeof pastePreviewSchema>;

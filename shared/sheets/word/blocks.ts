/** A text document once its format no longer matters: paragraphs and tables from top to bottom. */
import type { Merge } from "../sheet.ts";

export type Paragraph = {
  readonly kind: "paragraph";
  /** With the number that the document counts by itself in front (`1.`), as it shows it. */
  readonly text: string;
};

export type WordTable = {
  readonly kind: "table";
  /** Columns of its grid. */
  readonly columns: number;
  /** Its rows, 0-based in `merges` too; each cell that says something by its first column. */
  readonly rows: readonly (readonly { readonly col: number; readonly text: string }[])[];
  readonly merges: readonly Merge[];
  /** Rows at the top that repeat on each page. */
  readonly headerRows: number;
};

export type Block = Paragraph | WordTable;

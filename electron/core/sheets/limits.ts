/**
 * How much of a workbook is taken in, and why. A list that people made stays far below all of these; what exceeds them
 * is an accident (formatting to the end of the sheet, a whole database exported) or an attack, and gets a sentence.
 */

const MB = 1024 * 1024;

export type SheetLimits = {
  /** Bytes of the file itself. Larger ones hold photographs, not lists. */
  readonly fileBytes: number;
  /** Bytes that all the parts we read inflate to, counted while inflating. A million formatted rows stay below it. */
  readonly inflatedBytes: number;
  /** A part above `ratioFrom` bytes that is more than this many times its packed size is a bomb (sheets reach about 40). */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Sheets in a workbook. */
  readonly sheets: number;
  /** Rows that say something, per sheet: four times the largest ledger that this program is measured with. */
  readonly rows: number;
  /** Cells that say something, in all: about 400 bytes each in memory. */
  readonly cells: number;
  /** Columns looked at; what lies farther right is counted and told. */
  readonly columns: number;
  /** Merged areas per sheet. Twenty thousand take milliseconds; beyond this the file is damaged. */
  readonly merges: number;
  /** Characters in one cell; Excel's own limit is 32,767. */
  readonly cellLength: number;
};

export const sheetLimits: SheetLimits = {
  fileBytes: 100 * MB,
  inflatedBytes: 190_000_000,
  ratio: 100,
  ratioFrom: 8 * MB,
  sheets: 256,
  rows: 200_000,
  cells: 3_000_000,
  columns: 512,
  merges: 200_000,
  cellLength: 40_000,
};

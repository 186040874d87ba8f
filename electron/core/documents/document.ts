/**
 * What an official document says, without a word of how it looks: whoever writes minutes, a bulletin or an urging
 * describes it in these terms, and the layout of GB/T 9704-2012 is given to it in one place (`docx.ts`).
 */
import type { Language } from "#shared/translations/index.ts";

export interface OfficialDocument {
  /** Centred on top; line breaks in it are kept, so that a long one can be broken by sense. */
  readonly title: string;
  /** In front of the title, centred, as it is printed. */
  readonly number?: string;
  /** To whom it goes, at the margin before the text; its colon is added. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  readonly language: Language;
}

export type Block = Heading | Paragraph | Table | Signature | Blank;

/** Numbered by its place, unless `numbered` is false: the text is without a number. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly numbered?: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** Line breaks begin a new paragraph. */
  readonly text: string;
  /** `indented` (two characters in, the usual), at the margin, in the middle or on the right. */
  readonly place?: "indented" | "margin" | "centre" | "right";
  /** In front of the text and as bold as the faces allow (black face). */
  readonly lead?: string;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly TableColumn[];
  /** A cell for each column; line breaks are kept. */
  readonly rows: readonly (readonly string[])[];
  /** Without a row of headings on top: a sheet of words and what is filled in beside them. */
  readonly plain?: boolean;
  /** The least heights of its rows in mm, in their order, for what is filled in by hand. */
  readonly rowHeights?: readonly number[];
}

export interface TableColumn {
  /** On top; of a `plain` table not shown. */
  readonly heading: string;
  /** Its share of the width (1 where others have one); of a table without any, by what stands in its columns. */
  readonly share?: number;
  readonly place?: "left" | "centre" | "right";
  /** The words that say what stands beside them: black face, as headings are. */
  readonly label?: boolean;
}

/** Who signs and when; `date` as ISO. */
export interface Signature {
  readonly kind: "signature";
  readonly office: string;
  readonly date: string;
}

/** An empty line. */
export interface Blank {
  readonly kind: "blank";
}

/**
 * A row that came back, cell by cell, against what was sent and what stands now. What nobody touched since it was sent
 * is the same, whatever has happened here meanwhile; what was filled in is a change of what stands now, unless that says
 * so already. What the form says for reading alone is compared with what was sent.
 */
import type { Language } from "../translations/index.ts";
import { type Meaning, meaningOf } from "./cell.ts";
import type { RowNow } from "./now.ts";
import { type FormField, formFields, type SentRow, shownFields } from "./record.ts";
import type { FormCell } from "./view.ts";
import { type ColumnKey, filledTexts } from "./words.ts";

/** The texts of a row's cells; left out: its column is not there any more. */
export type CellTexts = Readonly<Partial<Record<ColumnKey, string>>>;

/** What of a row is to be written: every field that changes, by its value. */
export type Said = Readonly<Partial<Record<FormField, string | number | boolean>>>;

export interface Compared {
  readonly cells: readonly FormCell[];
  readonly said: Said;
}

/** Spaces, line breaks and full-width forms are nobody's tampering: programs change them by themselves. */
export const looksSame = (a: string, b: string): boolean => bare(a) === bare(b);
/** A text without what programs change by themselves. */
export const bare = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, "");

export interface Here {
  readonly now: RowNow;
  readonly language: Language;
  readonly today: string;
}

/** The same with what stands now in the words of the form. */
interface Standing extends Pick<Here, "now" | "today"> {
  readonly stands: Readonly<Record<FormField, string>>;
}

export const compareRow = (sent: SentRow, came: CellTexts, here: Here): Compared => {
  const cells: FormCell[] = shownFields.flatMap((field): FormCell[] => {
    const [before, after] = [sent.shown[field], came[field]];
    if (after === undefined || looksSame(before, after)) return [];
    const problem = { code: "form-cell-not-yours", params: { text: after } };
    return [{ field, before, after, verdict: "tampered", problem }];
  });
  const { now, today, language } = here;
  const standing = { now, today, stands: { ...filledTexts(now, language), on: now.on ?? "" } };
  const said: Partial<Record<FormField, string | number | boolean>> = {};
  for (const field of formFields) {
    const { cell, value } = compareCell(field, sent.filled[field], came[field] ?? "", standing);
    cells.push(cell);
    if (value !== undefined) said[field] = value;
  }
  return dayAlone(cells, said);
};

const compareCell = (
  field: FormField,
  sent: string,
  came: string,
  { now, today, stands }: Standing,
): { cell: FormCell; value?: string | number | boolean } => {
  const before = stands[field];
  const cell = { field, before, after: came.trim(), problem: null };
  if (looksSame(sent, came)) return { cell: { ...cell, verdict: "same" } };
  const meaning = meaningOf(field, came, today);
  if (meaning.kind === "blank") return { cell: { ...cell, verdict: "same" } };
  if (meaning.kind === "invalid") return { cell: { ...cell, verdict: "invalid", problem: meaning.problem } };
  if (isSaidAlready(field, meaning, [sent, before], today)) return { cell: { ...cell, verdict: "same" } };
  if (field === "received" && meaning.value === false) {
    // Nobody has to say that it was not received, and what was received stays so.
    if (!now.received) return { cell: { ...cell, verdict: "same" } };
    const problem = { code: "form-received-already", params: { text: came.trim() } };
    return { cell: { ...cell, verdict: "invalid", problem } };
  }
  if (field === "state" && meaning.value === "received" && now.received) {
    // It is further on here; saying that it was received takes nothing back.
    const problem = { code: "form-state-behind", params: { text: came.trim(), now: before } };
    return { cell: { ...cell, verdict: "invalid", problem } };
  }
  return { cell: { ...cell, verdict: "change" }, value: meaning.value };
};

const isSaidAlready = (field: FormField, meaning: Meaning, others: readonly string[], today: string): boolean =>
  others.some((other) => {
    const known = meaningOf(field, other, today);
    return known.kind === "said" && meaning.kind === "said" && looksSame(known.text, meaning.text);
  });

/** A day by itself says nothing that could be written. */
const dayAlone = (cells: FormCell[], said: Said): Compared => {
  if (Object.keys(said).join() !== "on") return { cells, said };
  const problem = { code: "form-date-alone", params: {} };
  return {
    cells: cells.map((cell) => (cell.field === "on" ? { ...cell, verdict: "invalid", problem } : cell)),
    said: {},
  };
};

/** The small table of a breakdown: its lines, what is pasted over them, and the contract's input made of it. */
import type { SplitPart } from "./splits.ts";

export const lineFields = ["no", "title", "period", "units", "contact"] as const;
export type LineField = (typeof lineFields)[number];

export interface Line {
  /** Lasts while lines come and go. */
  readonly id: number;
  readonly no: string;
  readonly title: string;
  readonly period: string;
  /** Codes, names, or groups of units. */
  readonly units: readonly string[];
  readonly contact: string;
}

const empty = { no: "", title: "", period: "", units: [], contact: "" };

export const nextId = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ id }) => id)) + 1;

export const emptyLines = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, index) => ({ ...empty, id: index + 1 }));

export const isBlank = ({ no, title, period, units, contact }: Omit<Line, "id">): boolean =>
  [no, title, period, contact, ...units].every((text) => text.trim() === "");

/** Enter goes on to the next line; where that is written already, a blank one is put before it. */
export const lineAdded = (lines: readonly Line[], after: number): readonly Line[] => {
  const next = lines[after + 1];
  if (next !== undefined && isBlank(next)) return lines;
  return [...lines.slice(0, after + 1), { ...empty, id: nextId(lines) }, ...lines.slice(after + 1)];
};

/** Units in one cell, as offices separate them. */
export const unitTexts = (text: string): readonly string[] =>
  text
    .split(/[、，,;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** Copied cells over the lines from one cell on, as a sheet takes them; lines that are lacking are added. */
export const pastedOver = (
  lines: readonly Line[],
  cells: readonly (readonly string[])[],
  row: number,
  field: LineField,
): readonly Line[] => {
  const first = lineFields.indexOf(field);
  const next = [...lines];
  for (const [down, texts] of cells.entries()) {
    const place = row + down;
    let line = next[place] ?? { ...empty, id: nextId(next) };
    for (const [right, text] of texts.entries()) {
      const key = lineFields[first + right];
      if (key !== undefined) line = { ...line, [key]: key === "units" ? unitTexts(text) : text.trim() };
    }
    next[place] = line;
  }
  return next;
};

/** A line for each part of a ready split, behind those that were written already. */
export const splitLines = (
  lines: readonly Line[],
  parts: readonly SplitPart[],
  titleOf: (part: SplitPart) => string,
): readonly Line[] => {
  const written = lines.filter((line) => !isBlank(line));
  const first = nextId(lines);
  return [
    ...written,
    ...parts.map((part, index) => ({ ...empty, id: first + index, title: titleOf(part), period: part.text })),
  ];
};

/** The number of the first line that says everything but what is to be done; undefined where none does. */
export const lacksTitle = (lines: readonly Line[]): number | undefined => {
  const place = lines.findIndex((line) => !isBlank(line) && line.title.trim() === "");
  return place < 0 ? undefined : place + 1;
};

/** @param codesOf the units that a text means, groups as their units */
export const breakdownInput = (id: string, lines: readonly Line[], codesOf: (text: string) => readonly string[]) => ({
  id,
  parts: lines
    .filter((line) => !isBlank(line))
    .map(({ no, title, period, units, contact }) => ({
      no: no.trim(),
      title: title.trim(),
      period: period.trim(),
      units: [...new Set(units.flatMap(codesOf))],
      contact: contact.trim(),
    })),
});

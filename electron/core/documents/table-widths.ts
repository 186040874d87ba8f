/**
 * How wide the columns of a table are: by their shares, else by what stands in them: short columns as wide as their
 * text, so that no number or date is broken, and what is left to the long ones.
 */
import type { Table } from "./document.ts";
import { tableCharacter } from "./measures.ts";
import { widthOf } from "./signature-place.ts";

/** In characters: no column is narrower; the room left and right of a text; and how much text makes a column wider. */
const least = 2;
const room = 1.2;
const most = 60;

const wanted = (table: Table, index: number): number => {
  const headings = table.plain ? [] : [table.columns[index]?.heading ?? ""];
  const texts = [...headings, ...table.rows.map((row) => row[index] ?? "")];
  const widest = Math.max(0, ...texts.flatMap((text) => text.split("\n")).map(widthOf));
  return Math.min(most, Math.max(least, widest)) + room;
};

/** What each gets of `capacity`: all that it wants where that is no more than an even part of what is left. */
const fill = (wants: readonly number[], capacity: number): readonly number[] => {
  const given = new Map<number, number>();
  for (;;) {
    const open = wants.flatMap((_, index) => (given.has(index) ? [] : [index]));
    const left = capacity - [...given.values()].reduce((all, width) => all + width, 0);
    const modest = open.filter((index) => (wants[index] ?? 0) <= left / open.length);
    if (modest.length === 0 || modest.length === open.length) {
      // Long texts grow in lines: their roots keep a very long one from leaving slivers to the others.
      const weights = open.map((index) => (modest.length > 0 ? (wants[index] ?? 0) : Math.sqrt(wants[index] ?? 0)));
      const sum = weights.reduce((all, weight) => all + weight, 0);
      for (const [place, index] of open.entries()) given.set(index, (left * (weights[place] ?? 0)) / sum);
      return wants.map((_, index) => given.get(index) ?? 0);
    }
    for (const index of modest) given.set(index, wants[index] ?? 0);
  }
};

/** Of each column in twips; they add up to `total`. */
export const columnWidths = (table: Table, total: number): readonly number[] => {
  const byText = fill(
    table.columns.map((_, index) => wanted(table, index)),
    total / tableCharacter,
  );
  const hasShares = table.columns.some(({ share }) => share !== undefined);
  const shares = table.columns.map(({ share }, index) => (hasShares ? (share ?? 1) : (byText[index] ?? 1)));
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.floor((share / sum) * total));
  const rest = total - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
};

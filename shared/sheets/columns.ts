/**
 * From heads to columns: who gets a meaning when several heads ask for it, what the user corrected, and the signature
 * under which a corrected mapping is remembered for lists with the same header.
 */
import type { Dictionary, Recognised } from "./dictionary.ts";
import type { Grid } from "./grid.ts";
import type { Header } from "./header.ts";
import { isBlankText, normaliseName } from "./names.ts";
import type { Slot } from "./slots.ts";

export type Column<Meaning extends string> = {
  /** 0-based. */
  readonly index: number;
  readonly span: readonly number[];
  /** Heads from top to bottom, on one line each. */
  readonly path: readonly string[];
  readonly name: string;
  /** `extra` is kept with the item under its own name, `slot` is part of a month × ten-day grid. */
  readonly meaning: Meaning | "extra" | "slot";
  readonly slot?: Slot;
  /** The first value below the head, to show what the column holds. */
  readonly sample: string;
};

/** Column index (0-based, as text) → meaning or `extra`, as the user corrected it. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** 0 → A, 26 → AA: how people name a column that has no head. */
export const columnLetters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);

const sampleOf = (grid: Grid, index: number, below: number): string => {
  for (const { row } of grid.sheet.rows) {
    const text = row > below ? (grid.own(row, index)?.text ?? "") : "";
    if (!isBlankText(text)) return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  }
  return "";
};

/** The positions that win each meaning: the highest rank, the leftmost among equals; shared meanings go to all. */
const winners = <Meaning extends string>(
  recognised: readonly (Recognised<Meaning> | undefined)[],
  dictionary: Dictionary<Meaning>,
): (Meaning | undefined)[] => {
  const best = new Map<Meaning, number>();
  recognised.forEach((found, position) => {
    if (!found) return;
    const holder = best.get(found.meaning);
    if (holder === undefined || found.rank > (recognised[holder]?.rank ?? 0)) best.set(found.meaning, position);
  });
  return recognised.map((found, position) => {
    if (!found) return undefined;
    if (dictionary.shared.has(found.meaning) || best.get(found.meaning) === position) return found.meaning;
    const second = dictionary.second?.[found.meaning];
    // only to the right of the winner: what stands left of a title is its class
    if (second === undefined || found.rank < 0.6 || best.has(second) || position < (best.get(found.meaning) ?? 0))
      return undefined;
    best.set(second, position);
    return second;
  });
};

/** Measures become the titles of a list that names none. */
const withSubstitutes = <Meaning extends string>(
  recognised: readonly (Recognised<Meaning> | undefined)[],
  dictionary: Dictionary<Meaning>,
  taken: ReadonlySet<string>,
): readonly (Recognised<Meaning> | undefined)[] => {
  const { instead } = dictionary;
  if (!instead || taken.has(instead.needed) || recognised.some((found) => found?.meaning === instead.needed))
    return recognised;
  return recognised.map((found) => (found?.meaning === instead.by ? { ...found, meaning: instead.needed } : found));
};

/** Gives each head its meaning. Heads without a name or a value anywhere below are no columns. */
export const columnsOf = <Meaning extends string>(
  grid: Grid,
  header: Header<Meaning>,
  dictionary: Dictionary<Meaning>,
  mapping: ColumnMapping = {},
): Column<Meaning>[] => {
  const corrected = header.heads.map((head) => mapping[String(head.index)]);
  const taken = new Set(corrected.filter((meaning) => meaning !== undefined));
  const open = withSubstitutes(header.recognised, dictionary, taken).map((found, position) => {
    if (corrected[position] !== undefined) return undefined;
    return found && taken.has(found.meaning) && !dictionary.shared.has(found.meaning) ? undefined : found;
  });
  const given = winners(open, dictionary);
  const names = uniqueNames(header);
  return header.heads.flatMap((head, position): Column<Meaning>[] => {
    const sample = head.span.map((col) => sampleOf(grid, col, header.to)).find((text) => text !== "") ?? "";
    if (head.name === "" && sample === "") return [];
    const slot = header.slots[position];
    const own = corrected[position];
    const meaning = own === undefined ? (slot ? "slot" : (given[position] ?? "extra")) : (own as Meaning | "extra");
    const name = names[position] ?? "";
    return [
      {
        index: head.index,
        span: head.span,
        path: head.path,
        name,
        meaning,
        sample,
        ...(meaning === "slot" && slot && { slot }),
      },
    ];
  });
};

const count = (names: readonly string[], name: string): number => names.filter((other) => other === name).length;

/** A name that occurs twice is told apart by the head above it, and then by its column's letters. */
const uniqueNames = (header: Header<string>): string[] => {
  const leaves = header.heads.map((head) => head.name);
  const paths = header.heads.map((head) => (count(leaves, head.name) > 1 ? head.path.join("·") : head.name));
  return paths.map((name, position) => {
    const letters = columnLetters(header.heads[position]?.index ?? 0);
    if (name === "") return letters;
    return count(paths, name) > 1 ? `${name}(${letters})` : name;
  });
};

/** The same for every list with the same heads, whatever stands above and below them. */
export const headerSignature = (
  columns: readonly { readonly path?: readonly string[]; readonly name: string; readonly index: number }[],
): string =>
  columns.map((column) => `${column.index}:${(column.path ?? [column.name]).map(normaliseName).join("/")}`).join("|");

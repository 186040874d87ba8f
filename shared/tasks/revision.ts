/**
 * What a revised list changes ('Importing a revised list again'): items match by number (and measures, where several
 * share one), without a number by likeness of title; what is merely alike is shown as 'perhaps the same'. What districts
 * have reported since is not looked at here and stays.
 */
import type { Period } from "../calendar/period.ts";
import { likeness, titleIndex } from "./likeness.ts";

export type RevisionItem = {
  readonly no?: string | undefined;
  readonly title: string;
  readonly measures?: string | undefined;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly period: Period;
  readonly section?: string | undefined;
  readonly note?: string | undefined;
};

export const revisionFields = [
  "no",
  "title",
  "measures",
  "lead",
  "responsible",
  "support",
  "period",
  "section",
  "note",
] as const;
export type RevisionField = (typeof revisionFields)[number];

export type RevisionLine<Before, After> =
  | { readonly kind: "unchanged"; readonly before: Before; readonly after: After }
  | {
      readonly kind: "changed";
      readonly before: Before;
      readonly after: After;
      readonly fields: readonly RevisionField[];
    }
  /** Not matched by the rules but alike: the user decides; undecided it is new, and the earlier one withdrawn. */
  | { readonly kind: "perhaps"; readonly before: Before; readonly after: After; readonly alike: number }
  | { readonly kind: "new"; readonly after: After }
  | { readonly kind: "withdrawn"; readonly before: Before };

/** Titles without a number that are at least this alike are the same item. */
const SAME = 0.8;
/** Below `SAME`, and for items whose numbers differ: worth showing as perhaps the same. */
const PERHAPS = 0.6;

const fieldText = (item: RevisionItem, field: RevisionField): string => {
  const value = item[field];
  if (value === undefined) return "";
  if (typeof value === "string") return value.replace(/\s+/gu, "");
  return "text" in value ? value.text.normalize("NFKC").replace(/\s+/gu, "") : value.join("、");
};

/** Fields that differ. A revised list that leaves the note out says nothing about it. */
export const changedFields = (before: RevisionItem, after: RevisionItem): RevisionField[] =>
  revisionFields.filter((field) => {
    const now = fieldText(after, field);
    return now !== fieldText(before, field) && !(field === "note" && now === "");
  });

const byNumber = <Item extends RevisionItem>(items: readonly Item[]): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    if (!item.no) continue;
    const group = groups.get(item.no);
    if (group) group.push(item);
    else groups.set(item.no, [item]);
  }
  return groups;
};

/** How well two items with one number go together: the same measures first, then title and section. */
const fit = (before: RevisionItem, after: RevisionItem): number => {
  const measures = likeness(before.measures ?? "", after.measures ?? "");
  const title = likeness(before.title, after.title);
  const sameSection = (before.section ?? "") === (after.section ?? "") ? 1 : 0;
  return measures * 4 + title * 2 + sameSection;
};

type Pair<Before, After> = { readonly before: Before; readonly after: After; readonly score: number };

/** The best pairs first, each item once. */
const bestOf = <Before, After>(pairs: readonly Pair<Before, After>[]): Pair<Before, After>[] => {
  const taken = new Set<Before | After>();
  return pairs
    .toSorted((a, b) => b.score - a.score)
    .filter(({ before, after }) => {
      if (taken.has(before) || taken.has(after)) return false;
      taken.add(before);
      taken.add(after);
      return true;
    });
};

const pairUp = <Before, After>(
  befores: readonly Before[],
  afters: readonly After[],
  score: (before: Before, after: After) => number,
): Pair<Before, After>[] =>
  bestOf(befores.flatMap((before) => afters.map((after) => ({ before, after, score: score(before, after) }))));

/** Pairs of items with alike titles; only those that share some rarer pair of characters are compared at all. */
const alikePairs = <Before extends RevisionItem, After extends RevisionItem>(
  befores: readonly Before[],
  afters: readonly After[],
  least: number,
): Pair<Before, After>[] => {
  const index = titleIndex(befores.map((before) => before.title));
  const pairs = afters.flatMap((after) =>
    index.candidates(after.title).flatMap((at): Pair<Before, After>[] => {
      const before = befores[at];
      const score = before ? likeness(before.title, after.title) : 0;
      return before && score >= least ? [{ before, after, score }] : [];
    }),
  );
  return bestOf(pairs);
};

/** Compares the items of an earlier import with the rows of a revised list. Lines come in the new list's order, withdrawn ones last. */
export const compareRevision = <Before extends RevisionItem, After extends RevisionItem>(
  previous: readonly Before[],
  next: readonly After[],
): RevisionLine<Before, After>[] => {
  const matched = new Map<After, Before>();
  const used = new Set<Before>();
  const match = ({ before, after }: { before: Before; after: After }) => {
    matched.set(after, before);
    used.add(before);
  };
  const earlier = byNumber(previous);
  for (const [no, afters] of byNumber(next)) pairUp(earlier.get(no) ?? [], afters, fit).forEach(match);

  const openBefore = () => previous.filter((before) => !used.has(before));
  const openAfter = () => next.filter((after) => !matched.has(after));
  const mayMatch = (before: Before, after: After) => !(before.no && after.no);
  alikePairs(openBefore(), openAfter(), SAME)
    .filter(({ before, after }) => mayMatch(before, after))
    .forEach(match);

  const perhaps = new Map<After, Pair<Before, After>>();
  for (const pair of alikePairs(openBefore(), openAfter(), PERHAPS)) {
    perhaps.set(pair.after, pair);
    used.add(pair.before);
  }

  const lines = next.map((after): RevisionLine<Before, After> => {
    const before = matched.get(after);
    const maybe = perhaps.get(after);
    if (maybe) return { kind: "perhaps", before: maybe.before, after, alike: maybe.score };
    if (!before) return { kind: "new", after };
    const fields = changedFields(before, after);
    return fields.length === 0 ? { kind: "unchanged", before, after } : { kind: "changed", before, after, fields };
  });
  const withdrawn = openBefore().map((before) => ({ kind: "withdrawn", before }) as const);
  return [...lines, ...withdrawn];
};

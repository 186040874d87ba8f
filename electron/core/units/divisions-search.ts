/**
 * Finding a division as one types: by name (张店), by name under a name (淄博 马尚, 张店马尚), by whole pinyin, initials
 * or a mixture (zhangdian, zdq, zhangdq), or by the head of its code. All 44,700 are looked at for each key press, so
 * the inner loop works on numbers and stops at the first letter that cannot fit.
 */
import { bareName } from "#shared/units/names.ts";
import type { Tier } from "#shared/units/record.ts";
import { mayEndSyllable } from "#shared/pinyin/match.ts";
import { isLatin, typedPinyin } from "#shared/pinyin/readings.ts";
import { divisionAt, divisionPath, positionOfCode, type Division } from "./divisions-lookup.ts";
import { divisionReadings, divisionsTable, letterBit, tierOfNumber, type DivisionReadings } from "./divisions-table.ts";

export type FoundDivision = Division & {
  /** The names from the province down to its own: 山东省, 淄博市, 张店区. */
  readonly path: readonly string[];
};

export type DivisionSearchOptions = { readonly limit?: number; readonly tier?: Tier };

/** How well a name answers what was typed: the lower the better, as are the tiers' (a district before a town). */
const exact = 0;
const exactWithoutSuffix = 10;
const beginning = 20;
const within = 40;
const otherReading = 5;
const tierRank: Partial<Record<Tier, number>> = { province: 0, city: 0, district: 1, town: 15 };

type Ranker = (position: number) => number | undefined;

const byName = (typed: string): Ranker => {
  const { names } = divisionsTable();
  return (position) => {
    const name = names[position] ?? "";
    const at = name.indexOf(typed);
    if (at < 0) return undefined;
    if (name === typed) return exact;
    if (at > 0) return within;
    return bareName(name) === typed ? exactWithoutSuffix : beginning;
  };
};

type Progress = { readonly end: number; readonly other: boolean };

/** Reads the rest of `typed` from a character on: its reading in this name first, then its other readings. */
const readFrom = (
  readings: DivisionReadings,
  typed: string,
  at: number,
  offset: number,
  end: number,
): Progress | undefined => {
  if (offset === typed.length) return { end: at, other: false };
  if (at >= end) return undefined;
  const character = readings.characters[at] ?? 0;
  if (((readings.letters[character] ?? 0) & letterBit(typed[offset] ?? "a")) === 0) return undefined;
  const inThisName = readings.syllables[readings.reading[at] ?? 0] ?? "";
  const options = [inThisName, ...(readings.readings[character] ?? []).filter((one) => one !== inThisName)];
  for (const [index, syllable] of options.entries()) {
    let taken = 0;
    while (taken < syllable.length && syllable[taken] === typed[offset + taken]) taken += 1;
    for (; taken > 0; taken -= 1) {
      if (offset + taken < typed.length && !mayEndSyllable(syllable, taken)) continue;
      const rest = readFrom(readings, typed, at + 1, offset + taken, end);
      if (rest !== undefined) return { end: rest.end, other: rest.other || index > 0 };
    }
  }
  return undefined;
};

const byPinyin = (typed: string): Ranker => {
  const readings = divisionReadings();
  const { names } = divisionsTable();
  const first = letterBit(typed[0] ?? "a");
  return (position) => {
    const start = readings.starts[position] ?? 0;
    const end = readings.starts[position + 1] ?? start;
    for (let at = start; at < end; at += 1) {
      if (((readings.letters[readings.characters[at] ?? 0] ?? 0) & first) === 0) continue;
      const found = readFrom(readings, typed, at, 0, end);
      if (found === undefined) continue;
      const penalty = found.other ? otherReading : 0;
      if (at > start) return within + penalty;
      if (found.end === end && typed.length > end - start) return exact + penalty;
      if (found.end === end) return exactWithoutSuffix + penalty;
      const bare = bareName(names[position] ?? "").length;
      return (found.end - start === bare ? exactWithoutSuffix : beginning) + penalty;
    }
    return undefined;
  };
};

const byCode = (typed: string): Ranker => {
  const { codes } = divisionsTable();
  const span = 10 ** (9 - Math.min(typed.length, 9));
  const head = Number(typed.slice(0, 9)) * span;
  return (position) => {
    const code = codes[position] ?? 0;
    if (code < head || code >= head + span) return undefined;
    return code === head ? exact : beginning;
  };
};

const rankerOf = (word: string): Ranker => {
  if (/^\d+$/.test(word)) return byCode(word);
  return isLatin(word) ? byPinyin(typedPinyin(word)) : byName(word);
};

/** A division is found by its last word; each word before it must be found in a division above it. */
const rankerOfWords = (words: readonly string[]): Ranker => {
  const last = rankerOf(words.at(-1) ?? "");
  const above = words.slice(0, -1).map(rankerOf);
  if (above.length === 0) return last;
  const { parents } = divisionsTable();
  return (position) => {
    const rank = last(position);
    if (rank === undefined) return undefined;
    const ancestors: number[] = [];
    for (let at = parents[position] ?? -1; at >= 0; at = parents[at] ?? -1) ancestors.push(at);
    return above.every((one) => ancestors.some((ancestor) => one(ancestor) !== undefined)) ? rank : undefined;
  };
};

/** Positions by rank, the best first. In buckets, because a single letter finds half of the country. */
const ranked = (words: readonly string[], tier: Tier | undefined): readonly number[] => {
  const ranker = rankerOfWords(words);
  const { codes, names } = divisionsTable();
  const buckets: number[][] = [];
  for (let position = 0; position < names.length; position += 1) {
    const rank = ranker(position);
    if (rank === undefined) continue;
    const own = tierOfNumber(codes[position] ?? 0);
    if (tier !== undefined && own !== tier) continue;
    (buckets[rank + (tierRank[own] ?? 0)] ??= []).push(position);
  }
  return buckets.flat();
};

/** 张店马尚 typed without a space: the first place to part it where both parts are found. */
const partedName = (word: string, tier: Tier | undefined): readonly number[] => {
  for (let at = 2; at <= word.length - 2; at += 1) {
    const found = ranked([word.slice(0, at), word.slice(at)], tier);
    if (found.length > 0) return found;
  }
  return [];
};

/** 山东省淄博市张店区 written as one word: the divisions in whose whole name it stands, ending in their own. */
const wholeName = (word: string, tier: Tier | undefined): readonly number[] => {
  const { codes, names, parents } = divisionsTable();
  const wholeNames: string[] = [];
  return names.flatMap((name, position) => {
    const whole = (wholeNames[parents[position] ?? -1] ?? "") + name;
    wholeNames[position] = whole;
    const fits = whole.indexOf(word, Math.max(0, whole.length - name.length - word.length + 1)) >= 0;
    return fits && (tier === undefined || tier === tierOfNumber(codes[position] ?? 0)) ? [position] : [];
  });
};

/** What to try, in turn, until something is found. */
const attempts = (words: readonly string[], tier: Tier | undefined): readonly (() => readonly number[])[] => {
  const [only = ""] = words;
  const whole = () => ranked(words, tier);
  if (words.length === 1 && /^\p{Script=Han}{4,}$/u.test(only))
    return [whole, () => partedName(only, tier), () => wholeName(only, tier)];
  return words.length > 1 && words.every(isLatin) ? [whole, () => ranked([words.join("")], tier)] : [whole];
};

/**
 * The divisions that answer `typed`, the best first: the whole name, the name without its 市/区/镇, its beginning,
 * then anywhere within; cities and districts before towns, then by code. At most `limit` (20) of them, of one tier if
 * `tier` says so.
 */
export const searchDivisions = (
  typed: string,
  { limit = 20, tier }: DivisionSearchOptions = {},
): readonly FoundDivision[] => {
  const words = typed
    .normalize("NFKC")
    .split(/[\s›>/]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  let found: readonly number[] = [];
  for (const attempt of attempts(words, tier)) {
    found = attempt();
    if (found.length > 0) break;
  }
  return found.slice(0, limit).map((position) => {
    const division = divisionAt(position);
    return { ...division, path: divisionPath(division.code) };
  });
};

/** Whether a code is a division's of China: then no code of our own may be made like it. */
export const isDivisionCode = (code: string): boolean => positionOfCode(code) !== undefined;

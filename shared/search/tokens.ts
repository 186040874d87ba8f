/**
 * What the search table holds for a text. FTS5's own tokenizers find nothing for Chinese words of two characters, so
 * the tokens are made here: overlapping pairs of characters, threes of initials, pairs of syllables. A query of usual
 * length is then one token, and longer ones are phrases of few.
 *
 * The table needs the tokenizer `ascii`: it takes every character past ASCII for a letter, of whatever Unicode
 * version. Tokens are separated by spaces and hold letters and digits alone (see fold.ts).
 */
import { syllablesOf } from "../pinyin/readings.ts";
import { foldedLines } from "./fold.ts";

/** One row of the search table; the names are its columns'. */
export type SearchTokens = {
  /** Pairs of characters: 环境保护 → `环境 境保 保护 护`. */
  readonly han: string;
  /** Threes of initials, a letter or digit standing for itself: `hjb jbh bh h`. */
  readonly initials: string;
  /** Pairs of syllables: `huanjing jingbao baohu hu`. */
  readonly syllables: string;
};

/** The last ones are shorter, so that every beginning of a text's end is the beginning of a token. */
const runs = (parts: readonly string[], length: number): string =>
  parts.map((_, at) => parts.slice(at, at + length).join("")).join(" ");

const pairs = (parts: readonly string[]): string => parts.map((part, at) => part + (parts[at + 1] ?? "")).join(" ");

const firstCharacter = (reading: string): string => String.fromCodePoint(reading.codePointAt(0) ?? 0);

/** The tokens of a text; its lines are separate fields, and nothing is found across them. */
export const searchTokens = (text: string): SearchTokens => {
  const han: string[] = [];
  const initials: string[] = [];
  const syllables: string[] = [];
  for (const line of foldedLines(text)) {
    const readings = syllablesOf(line).map((syllable, at) => syllable ?? line[at] ?? "");
    han.push(pairs(line));
    initials.push(runs(readings.map(firstCharacter), 3));
    syllables.push(pairs(readings));
  }
  return { han: han.join(" "), initials: initials.join(" "), syllables: syllables.join(" ") };
};

/** The tokens of a text that is found by its characters alone. */
export const hanTokens = (text: string): string => foldedLines(text).map(pairs).join(" ");

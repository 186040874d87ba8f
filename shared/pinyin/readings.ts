/**
 * How Chinese text is read, for finding it by pinyin or initials. A table of single characters with a list of the
 * words that are read otherwise (重庆, 单县, 镇长): wrong on some rare word, which costs a search one hit, and some
 * ten times quicker than segmenting every title, which an import of 50,000 rows would feel.
 */
import { defaultReadings, otherReadings, wordReadings } from "./generated/readings.ts";

type Word = { readonly characters: readonly string[]; readonly syllables: readonly string[] };
type Table = {
  readonly defaults: ReadonlyMap<string, string>;
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Words by their first character, the longest first. */
  readonly words: ReadonlyMap<string, readonly Word[]>;
};

const readDefaults = (): ReadonlyMap<string, string> => {
  const defaults = new Map<string, string>();
  for (const entry of defaultReadings.split(";")) {
    const colon = entry.indexOf(":");
    const syllable = entry.slice(0, colon);
    for (const character of entry.slice(colon + 1)) defaults.set(character, syllable);
  }
  return defaults;
};

const readOthers = (): ReadonlyMap<string, readonly string[]> =>
  new Map(otherReadings.split(";").map((entry) => [entry.slice(0, 1), entry.slice(1).split(",")]));

const readWords = (): ReadonlyMap<string, readonly Word[]> => {
  const words = new Map<string, Word[]>();
  for (const entry of wordReadings.split(";")) {
    const [text = "", reading = ""] = entry.split(":");
    const characters = Array.from(text);
    const first = characters[0] ?? "";
    words.set(first, [...(words.get(first) ?? []), { characters, syllables: reading.split(" ") }]);
  }
  for (const sameStart of words.values()) sameStart.sort((a, b) => b.characters.length - a.characters.length);
  return words;
};

let loaded: Table | undefined;
const table = (): Table => (loaded ??= { defaults: readDefaults(), others: readOthers(), words: readWords() });

const noWords: readonly Word[] = [];
const startsAt = (characters: readonly string[], at: number, word: Word): boolean =>
  word.characters.every((character, index) => characters[at + index] === character);

/**
 * One syllable for each character of `characters` (code points), toneless with `v` for ü; undefined where the
 * character is no Chinese one.
 */
export const syllablesOf = (characters: readonly string[]): readonly (string | undefined)[] => {
  const { defaults, words } = table();
  const syllables: (string | undefined)[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] ?? "";
    const starting = words.get(character) ?? noWords;
    const word = starting.length === 0 ? undefined : starting.find((candidate) => startsAt(characters, at, candidate));
    if (word === undefined) syllables.push(defaults.get(character));
    else syllables.push(...word.syllables);
    at = syllables.length;
  }
  return syllables;
};

/** Every reading of one character, the usual one first; empty for what is no Chinese character. */
export const readingsOf = (character: string): readonly string[] => {
  const { defaults, others } = table();
  const usual = defaults.get(character);
  return usual === undefined ? [] : [usual, ...(others.get(character) ?? [])];
};

/** What is typed to find by pinyin, in the form of the readings: lower case, `v` for ü, without spaces or apostrophes. */
export const typedPinyin = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ü", "v")
    .replaceAll(/[\s'’·-]/g, "");

/** Whether text is typed in Latin letters alone, and so may be pinyin or initials. */
export const isLatin = (text: string): boolean => /^[a-z]+$/.test(typedPinyin(text));

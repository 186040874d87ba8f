/**
 * What is typed into a list's search, as an FTS5 MATCH expression over the columns of tokens.ts. Every token is made of
 * folded letters and digits and stands in quotes, so nothing that is typed can be read as FTS5's own syntax.
 */
import { folded, isLatinCharacter, isLetter } from "./fold.ts";
import { segmentations } from "./segments.ts";

/** Longer than any title is looked for; what stands after is not compared. */
const longest = 64;
const manyTerms = 8;
const manySegmentations = 24;

type Column = "han" | "initials" | "syllables";
const phrase = (column: Column, tokens: readonly string[], beginning = false): string =>
  `${column} : "${tokens.join(" ")}"${beginning ? " *" : ""}`;

const anyOf = (expressions: readonly string[]): string =>
  expressions.length === 1 ? (expressions[0] ?? "") : `(${expressions.join(" OR ")})`;

const windows = (parts: readonly string[], length: number): readonly string[] =>
  parts.slice(0, parts.length - length + 1).map((_, at) => parts.slice(at, at + length).join(""));

/** The characters as they are written. */
const written = (characters: readonly string[]): string =>
  characters.length === 1 ? phrase("han", characters, true) : phrase("han", windows(characters, 2));

/** Letters as the initials of characters; fewer than two say nothing. */
const asInitials = (characters: readonly string[]): readonly string[] => {
  if (characters.length < 2) return [];
  return characters.length < 3
    ? [phrase("initials", [characters.join("")], true)]
    : [phrase("initials", windows(characters, 3))];
};

/** Letters as syllables, the last of which may break off. A pair of syllables is one token, so two need no parting. */
const asSyllables = (characters: readonly string[]): readonly string[] => {
  if (characters.length < 2 || !characters.every(isLetter)) return [];
  const letters = characters.join("");
  // 略 is typed lve or lue.
  const readings = new Set([letters, letters.replaceAll(/([ln])ue/g, "$1ve")]);
  const expressions = [...readings]
    .flatMap((reading) => segmentations(reading, manySegmentations))
    .map((syllables) =>
      syllables.length < 3
        ? phrase("syllables", [syllables.join("")], true)
        : phrase("syllables", windows(syllables, 2), true),
    );
  return [...new Set(expressions)];
};

const asLetters = (characters: readonly string[]): string =>
  anyOf([written(characters), ...asInitials(characters), ...asSyllables(characters)]);

/** Parts 张店hb into what is written in Chinese and what in letters. */
const scripts = (characters: readonly string[]): readonly (readonly string[])[] => {
  const parts: string[][] = [];
  for (const [at, character] of characters.entries()) {
    const previous = characters[at - 1];
    if (previous !== undefined && isLatinCharacter(previous) === isLatinCharacter(character))
      parts.at(-1)?.push(character);
    else parts.push([character]);
  }
  return parts;
};

const term = (characters: readonly string[]): string => {
  const parts = scripts(characters);
  if (parts.length === 1) return characters.some(isLetter) ? asLetters(characters) : written(characters);
  if (!characters.some(isLetter)) return written(characters);
  const each = parts.map((part) => (part.some(isLetter) ? asLetters(part) : written(part)));
  return anyOf([written(characters), `(${each.join(" AND ")})`]);
};

/**
 * The MATCH expression for what was typed: all terms (parted by spaces) must be found, each as it is written, or, where
 * it has letters, as initials or whole pinyin. Undefined when nothing was typed that can be looked for: then nothing
 * is to be left out.
 */
export const toMatch = (typed: string): string | undefined => {
  const terms = typed
    .split(/\s+/)
    .map((word) => folded(word).slice(0, longest))
    .filter((characters) => characters.length > 0)
    .slice(0, manyTerms);
  return terms.length === 0 ? undefined : terms.map(term).join(" AND ");
};

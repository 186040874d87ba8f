/**
 * Finding a name by what is typed for it: Chinese as it is written, or letters, where each character may be typed
 * whole (zhangdian), by its initial (zdq), or the one and then the other (zhangdq), from any character on.
 */
import { isLatin, readingsOf, syllablesOf, typedPinyin } from "./readings.ts";

/** The characters from `start` on that what was typed stands for. */
export type TypedMatch = { readonly start: number; readonly length: number };

/**
 * How much of a syllable may stand for its character before the next one is typed: all of it, or its initial. Only
 * what is typed last may break off anywhere (zhangdi), or xiamen would find 兴安盟.
 */
export const mayEndSyllable = (syllable: string, taken: number): boolean =>
  taken === syllable.length || taken === 1 || (taken === 2 && syllable[1] === "h");

const readFrom = (
  readings: readonly (readonly string[])[],
  typed: string,
  character: number,
  offset: number,
): number | undefined => {
  if (offset === typed.length) return character;
  for (const syllable of readings[character] ?? []) {
    let taken = 0;
    while (taken < syllable.length && syllable[taken] === typed[offset + taken]) taken += 1;
    for (; taken > 0; taken -= 1) {
      if (offset + taken < typed.length && !mayEndSyllable(syllable, taken)) continue;
      const end = readFrom(readings, typed, character + 1, offset + taken);
      if (end !== undefined) return end;
    }
  }
  return undefined;
};

/** The readings of each character as it stands in this text, its reading here first; a letter or digit reads as itself. */
const readingsIn = (characters: readonly string[]): readonly (readonly string[])[] =>
  syllablesOf(characters).map((syllable, at) => {
    const character = characters[at] ?? "";
    return syllable === undefined ? [character.toLowerCase()] : [...new Set([syllable, ...readingsOf(character)])];
  });

/** The first place in `text` that answers what was typed; undefined when there is none, or nothing was typed. */
export const matchTyped = (text: string, typed: string): TypedMatch | undefined => {
  const wanted = typed.trim();
  if (wanted === "") return undefined;
  const at = text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at >= 0) return { start: at, length: wanted.length };
  if (!isLatin(wanted)) return undefined;
  const readings = readingsIn(Array.from(text));
  const letters = typedPinyin(wanted);
  for (let start = 0; start < readings.length; start += 1) {
    const end = readFrom(readings, letters, start, 0);
    if (end !== undefined) return { start, length: end - start };
  }
  return undefined;
};

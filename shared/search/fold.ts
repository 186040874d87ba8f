/**
 * Text as search sees it: letters and digits alone, narrow, in small letters. Folded character by character, so that a
 * part of a text folds to a part of the folded text, whatever stands beside it.
 */

const unheard = /[^\p{L}\p{N}]/gu;
const boundary = /[\n\r]/;

/** Nearly all characters are plain Chinese ones, and fold to themselves. */
const isPlain = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= 0x4e00 && code <= 0x9fa5;
};

const foldCharacter = (character: string): string =>
  character.normalize("NFKC").toLowerCase().replaceAll("ü", "v").replaceAll(unheard, "");

/** The characters of a text that can be looked for; punctuation and spaces are passed over. */
export const folded = (text: string): readonly string[] => {
  const characters: string[] = [];
  for (const character of text) {
    if (isPlain(character)) characters.push(character);
    else for (const part of foldCharacter(character)) characters.push(part);
  }
  return characters;
};

/** The folded characters of each line: what stands in two lines is never found as one. */
export const foldedLines = (text: string): readonly (readonly string[])[] =>
  text
    .split(boundary)
    .map(folded)
    .filter((line) => line.length > 0);

/** Whether a folded character is a Latin letter, and so may be typed for the reading of a Chinese one. */
export const isLetter = (character: string): boolean => character >= "a" && character <= "z" && character.length === 1;

/** Whether a folded character may stand among Latin letters: letters and digits. */
export const isLatinCharacter = (character: string): boolean =>
  isLetter(character) || (character >= "0" && character <= "9" && character.length === 1);

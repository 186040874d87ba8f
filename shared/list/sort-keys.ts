/**
 * Keys that put Chinese lists in the order people expect when compared as plain text: numbers by value, names by
 * pinyin. Made once when a record is written, so that a list sorts by an index. Null for what is blank: blanks stand last.
 */
import { syllablesOf } from "../pinyin/readings.ts";

/** How many characters of a name decide its place; beyond them rows keep the order in which they were entered. */
const significant = 12;

/** `3-12` → `00000003-00000012`, so that 9 stands before 10; what holds no digits goes by pinyin. */
export const numberKey = (no: string): string | null => {
  const plain = no.normalize("NFKC").trim().toLowerCase();
  if (plain === "") return null;
  return plain.slice(0, 32).replaceAll(/\d+/g, (digits) => digits.padStart(8, "0"));
};

/** The number that a plain `12` is; null for anything else. */
export const wholeNumber = (no: string): number | null => {
  const plain = no.normalize("NFKC").trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
};

const mostRemembered = 4096;
const remembered = new Map<string, string>();

/** 张店区 → `zhang张dian店qu区`: each syllable, then its character to part homophones. */
export const nameKey = (text: string): string | null => {
  const head = text.trimStart().slice(0, significant * 2);
  if (head === "") return null;
  let key = remembered.get(head);
  if (key === undefined) {
    key = keyOf(Array.from(head).slice(0, significant));
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(head, key);
  }
  return key;
};

const keyOf = (characters: readonly string[]): string => {
  const syllables = syllablesOf(characters);
  let key = "";
  for (const [at, character] of characters.entries()) key += `${syllables[at] ?? ""}${character.toLowerCase()}`;
  return key;
};

/**
 * JSON from outside (EX25): not deeper than allowed, without the keys by which an object could be given another nature.
 * Depth is counted on the text, before anything is built from it.
 */
import { AppError } from "#shared/errors.ts";

const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openers: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closers: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** What a text would become: a few letters of it may ask for a hundred times their size in memory. */
interface Measure {
  readonly depth: number;
  /** Objects and lists. */
  readonly brackets: number;
  readonly commas: number;
}

/** How many brackets stand within brackets; strings are passed over. */
export const depthOf = (text: string): number => measureOf(text).depth;

const measureOf = (text: string): Measure => {
  let depth = 0;
  let deepest = 0;
  let brackets = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (openers.has(code)) {
      depth += 1;
      brackets += 1;
      if (depth > deepest) deepest = depth;
    } else if (closers.has(code)) depth -= 1;
    else if (code === comma) commas += 1;
  }
  return { depth: deepest, brackets, commas };
};

/** The place of the quotation mark that ends the string begun at `from`; the text's end where there is none. */
const endOfString = (text: string, from: number): number => {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
};

const isEscaped = (text: string, at: number): boolean => {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - before) % 2 === 0;
};

/** Whether any object in it bears a key that is refused. The value's depth has been limited before. */
export const hasForbiddenKey = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  return Object.entries(value).some(([key, inner]) => forbidden.has(key) || hasForbiddenKey(inner));
};

/** How much one member may become. */
export interface MostJson {
  readonly brackets: number;
  readonly commas: number;
}

/** @throws AppError `bundle-malformed` naming `what`, `bundle-too-large` before anything is built from the text */
export const parseStrictly = (bytes: Uint8Array, what: string, depth: number, most: MostJson): unknown => {
  const text = decodeText(bytes, what);
  const measure = measureOf(text);
  if (measure.depth > depth) throw new AppError("bundle-malformed", { what });
  if (measure.brackets > most.brackets || measure.commas > most.commas)
    throw new AppError("bundle-too-large", { what });
  const value = parsed(text, what);
  if (hasForbiddenKey(value)) throw new AppError("bundle-malformed", { what });
  return value;
};

const parsed = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("bundle-malformed", { what }, { cause: error });
  }
};

/** UTF-8 that is nothing but UTF-8. @throws AppError `bundle-malformed` */
export const decodeText = (bytes: Uint8Array, what: string): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new AppError("bundle-malformed", { what }, { cause: error });
  }
};

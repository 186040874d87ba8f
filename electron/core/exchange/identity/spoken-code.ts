/**
 * Codes that people write down or tell by telephone (EX13, EX18a): Crockford's alphabet, which has no I, L, O and U,
 * in groups of four, the last two characters being a check of the others. What is misread in the usual ways is set
 * right; what was mistyped is told before anything is tried with it.
 */
import { createHash } from "node:crypto";
import { AppError } from "#shared/errors.ts";
import type { Env } from "../../store/env.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const checkLength = 2;

/** 130 random bits, and the check: seven groups of four. */
export const recoveryCodeLength = 26;
/** 70 random bits, and the check: four groups of four. Opened through scrypt only. */
export const welcomeCodeLength = 14;

/** A new code of `length` random characters (5 bits each), in groups: `4XKP-90TM-…`. */
export const makeCode = (env: Env, length: number): string => {
  let text = "";
  for (const byte of env.randomBytes(length)) text += alphabet[byte & 31];
  return inGroups(text + checkOf(text));
};

/**
 * The code as it was made, from what a person typed: in any case, with or without groups.
 * @throws AppError `code-mistyped`
 */
export const readCode = (typed: string, length: number): string => {
  const text = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1")
    .replaceAll("U", "V");
  const content = text.slice(0, length);
  if (text.length !== length + checkLength || text.slice(length) !== checkOf(content)) {
    throw new AppError("code-mistyped", { length: length + checkLength });
  }
  return inGroups(text);
};

const checkOf = (text: string): string => {
  const [first = 0, second = 0] = createHash("sha256").update(`liandong-code-1\n${text}`).digest();
  return `${alphabet[first & 31] ?? ""}${alphabet[second & 31] ?? ""}`;
};

const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join("-") ?? text;

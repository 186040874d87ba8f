/** What the program takes from the world outside: clock and randomness, passed in so that tests can hold them still. */
import { randomBytes } from "node:crypto";

export interface Env {
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

export const realEnv: Env = { now: () => new Date(), randomBytes: (length) => randomBytes(length) };

/** The calendar date where the office is, `2020-05-19`. */
export const todayOf = (env: Env): string => {
  const now = env.now();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new record id: 130 random bits as 26 letters and digits that nobody misreads (Crockford's alphabet). */
export const newId = (env: Env): string => {
  const bytes = env.randomBytes(26);
  let id = "";
  for (const byte of bytes) id += alphabet[byte & 31];
  return id;
};

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What the program takes from the world outside: clock and randomness, passed in so that tests can hold them still. */
import { randomBytes } from "node:crypto";
import { dayHere } from "#shared/calendar/day-here.ts";

export interface Env {
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

export const realEnv: Env = { now: () => new Date(), randomBytes: (length) => randomBytes(length) };

/** The calendar date where the office is, `2020-05-19`. */
export const todayOf = (env: Env): string => dayHere(env.now());

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new record id: 130 random bits as 26 letters and digits that nobody misreads (Crockford's alphabet). */
export const newId = (env: Env): string => {
  const bytes = env.randomBytes(26);
  let id = "";
  for (const byte of bytes) id += alphabet[byte & 31];
  return id;
};

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

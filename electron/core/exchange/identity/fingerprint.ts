/** What two people compare before one vouches for the other (EX15): 30 digits, and six words that are easily told. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { fingerprintSchema } from "#shared/exchange/report.ts";
import { fingerprintWords } from "#shared/translations/zh-CN/fingerprint-words.ts";

export type Fingerprint = z.infer<typeof fingerprintSchema>;

const groups = 6;
const bytesOfGroup = 5;

/** @param key an office's signing key, or a device's */
export const fingerprintOf = (key: string): Fingerprint => {
  const hash = createHash("sha256").update(`liandong-fingerprint-1\n${key}`).digest();
  const digits = Array.from({ length: groups }, (_, at) =>
    String(hash.readUIntBE(at * bytesOfGroup, bytesOfGroup) % 100_000).padStart(5, "0"),
  );
  // The digits took 30 of the 32 bytes; the words come from a hash of their own.
  const second = createHash("sha256").update(hash).digest();
  const words = Array.from({ length: groups }, (_, at) => fingerprintWords[second[at] ?? 0] ?? "");
  return { digits: digits.join(" "), words };
};

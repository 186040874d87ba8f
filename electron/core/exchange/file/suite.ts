/**
 * The algorithms by name (EX18), so that another suite (SM2, SM3, SM4) can stand beside this one without a new format,
 * and the formats with the program's version that first read each.
 */
import { formats } from "#shared/exchange/bundle.ts";

export const bundleSuite = "age-x25519+ed25519+sha256";
export const welcomeSuite = "age-scrypt+sha256";
export const suites: readonly string[] = [bundleSuite, welcomeSuite];

export const writtenFormat: number = formats.format;

/** What a file says is needed to read it. */
export const reader = { format: 1, program: "0.1.0" } as const;

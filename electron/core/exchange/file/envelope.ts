/**
 * The clear second line of a bundle or welcome: there for good error messages (EX16), before and without any key. It
 * must be its own canonical form to the byte and is repeated in the signed part, so that no bit of it can be changed.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { bundleHeadSchema, hashSchema, peerSchema } from "#shared/exchange/bundle.ts";
import { AppError } from "#shared/errors.ts";
import { canonical } from "../../store/canonical.ts";
import { type FileKind, firstLineOf, isBeginningOfFile, kindOfFile, notTheKind } from "./first-line.ts";
import { decodeText, depthOf, hasForbiddenKey } from "./strict-json.ts";
import { suites, writtenFormat } from "./suite.ts";

/** What is needed to read the file: the least format, and the program's version that brought it. */
const readerSchema = z.object({ format: z.number().int().min(1), program: z.string().max(40) });

const sealedSchema = z.object({ length: z.number().int().min(0), sha256: hashSchema });

const common = {
  format: z.number().int().min(1),
  reader: readerSchema,
  /** Algorithms by name (EX18). */
  suite: z.string().max(80),
  /** Of the encrypted rest: its bytes and their SHA-256. */
  sealed: sealedSchema,
};

/** Fields that a later format adds are kept: they are compared with the signed part like the others. */
export const bundleEnvelopeSchema = z.looseObject({ ...common, kind: z.literal("bundle"), ...bundleHeadSchema.shape });
export const welcomeEnvelopeSchema = z.looseObject({
  ...common,
  kind: z.literal("welcome"),
  from: peerSchema,
  to: peerSchema,
  at: z.string().max(40),
  program: z.string().max(40),
});
export const envelopeSchema = z.discriminatedUnion("kind", [bundleEnvelopeSchema, welcomeEnvelopeSchema]);

export type BundleEnvelope = z.infer<typeof bundleEnvelopeSchema>;
export type WelcomeEnvelope = z.infer<typeof welcomeEnvelopeSchema>;
export type Envelope = BundleEnvelope | WelcomeEnvelope;

const mostEnvelopeBytes = 64 * 1024;

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The whole file: first line, envelope, sealed bytes. */
export const withEnvelope = (clear: Record<string, unknown>, kind: FileKind, sealed: Uint8Array): Uint8Array => {
  const envelope = { ...clear, sealed: { length: sealed.length, sha256: sha256(sealed) } };
  return Buffer.concat([Buffer.from(`${firstLineOf(kind)}${canonical(envelope)}\n`), sealed]);
};

/** What the signed part repeats: all but length and hash of the sealed bytes, which cannot stand within themselves. */
export const clearPart = (envelope: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(envelope).filter(([key]) => key !== "sealed"));

/**
 * Reads the clear part of a bundle or welcome and checks that the file is whole; needs no key and believes nothing.
 * @throws AppError `bundle-not-one`, `file-is-card` …, `bundle-too-new` (with the version to install), `bundle-cut-off`, `bundle-damaged`
 */
export const readEnvelope = (bytes: Uint8Array): Envelope => readFile(bytes).envelope;

/** @throws AppError as `readEnvelope` */
export const readFile = (bytes: Uint8Array): { envelope: Envelope; sealed: Uint8Array } => {
  const kind = kindOfFile(bytes);
  if (kind !== "bundle" && kind !== "welcome") {
    if (isBeginningOfFile(bytes)) throw new AppError("bundle-cut-off", { have: bytes.length, length: "?" });
    throw notTheKind(bytes);
  }
  const start = firstLineOf(kind).length;
  const end = bytes.subarray(0, start + mostEnvelopeBytes).indexOf(0x0a, start);
  if (end < 0) throw cutOffWithin(bytes, start);
  const envelope = envelopeIn(bytes.subarray(start, end), kind);
  const sealed = bytes.subarray(end + 1);
  refuseUnwhole(envelope, sealed);
  return { envelope, sealed };
};

const cutOffWithin = (bytes: Uint8Array, start: number): AppError =>
  bytes.length < start + mostEnvelopeBytes
    ? new AppError("bundle-cut-off", { have: bytes.length, length: "?" })
    : new AppError("bundle-damaged");

const envelopeIn = (line: Uint8Array, kind: FileKind): Envelope => {
  const found = parsedLine(line);
  refuseTooNew(found);
  const result = envelopeSchema.safeParse(found);
  if (!result.success || result.data.kind !== kind) throw new AppError("bundle-damaged");
  if (!Buffer.from(canonical(found)).equals(line)) throw new AppError("bundle-damaged");
  return result.data;
};

const parsedLine = (line: Uint8Array): unknown => {
  try {
    const text = decodeText(line, "envelope");
    const value: unknown = depthOf(text) > 8 ? undefined : JSON.parse(text);
    if (typeof value === "object" && value !== null && !hasForbiddenKey(value)) return value;
  } catch (error) {
    throw new AppError("bundle-damaged", {}, { cause: error });
  }
  throw new AppError("bundle-damaged");
};

/** Looks at nothing but what every format will have, so that a file of the far future is still named as such (EX22). */
const refuseTooNew = (found: unknown): void => {
  const asked = z.object({ reader: readerSchema, suite: z.string() }).safeParse(found);
  if (!asked.success) return;
  const { reader, suite } = asked.data;
  if (reader.format > writtenFormat || !suites.includes(suite)) {
    throw new AppError("bundle-too-new", { version: reader.program });
  }
};

const refuseUnwhole = ({ sealed: { length, sha256: hash } }: Envelope, sealed: Uint8Array): void => {
  if (sealed.length < length) throw new AppError("bundle-cut-off", { have: sealed.length, length });
  if (sealed.length > length || sha256(sealed) !== hash) throw new AppError("bundle-damaged");
};

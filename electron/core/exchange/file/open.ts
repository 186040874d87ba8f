/**
 * Bytes of a `.ldx` → Bundle, in the order of EX23: envelope, length, hash; decryption; unpacking within limits;
 * signature, agreement with the envelope; every commit. What comes out was written by the device whose key the roster
 * names, for one of the keys that opened it.
 */
import { AppError } from "#shared/errors.ts";
import { type Bundle, type BundleHead, bundleHeadSchema, type SignedStatement } from "#shared/exchange/bundle.ts";
import { canonical } from "../../store/canonical.ts";
import { decryptWith } from "./age.ts";
import { unpack, type Unpacked } from "./archive.ts";
import type { Poisoned } from "./check-commit.ts";
import { decodeEntries } from "./decode-entries.ts";
import { type BundleEnvelope, clearPart, readFile, sha256 } from "./envelope.ts";
import { notTheKind } from "./first-line.ts";
import { type Limits, usualLimits } from "./limits.ts";
import {
  attachmentMember,
  isMemberName,
  type Manifest,
  manifestSchema,
  memberNames,
  rosterSchema,
} from "./manifest.ts";
import { readParts } from "./part-files.ts";
import { isSignedBy } from "./signing.ts";
import { decodeText, parseStrictly } from "./strict-json.ts";

export interface OpenOptions {
  /** `AGE-SECRET-KEY-1…` of this device. */
  readonly identities: readonly string[];
  /**
   * The Ed25519 key (base64url) of the device that says it wrote the bundle, or null where nobody vouches for it. The
   * roster in the bundle is handed over too, unjudged: a device new to us may be vouched for there.
   */
  readonly signerKey: (head: BundleHead, roster: readonly SignedStatement[]) => string | null | Promise<string | null>;
  readonly limits?: Limits;
  /** Part files beside the bundle (EX14). */
  readonly beside?: (name: string) => Promise<Uint8Array | null>;
}

export interface OpenedBundle {
  readonly envelope: BundleEnvelope;
  readonly bundle: Bundle;
  /** Commits that break the shape of commits or are not what their hash says, by place: to be set aside alone (EX22). */
  readonly poisoned: readonly Poisoned[];
  /**
   * A file that the bundle names, checked by its hash; null while a part of it is missing (EX14) or the bundle does not
   * name it.
   * @throws AppError `attachment-part-damaged`
   */
  readonly attachment: (hash: string) => Promise<Uint8Array | null>;
}

/**
 * @throws AppError `bundle-not-one`, `bundle-too-new`, `bundle-cut-off`, `bundle-damaged`, `bundle-not-for-us`,
 *   `bundle-too-large`, `bundle-malformed`, `bundle-sender-unknown`, `bundle-signature-wrong`, `bundle-envelope-differs`
 */
export const openBundle = async (bytes: Uint8Array, options: OpenOptions): Promise<OpenedBundle> => {
  const limits = options.limits ?? usualLimits;
  if (bytes.length > limits.file) throw new AppError("bundle-too-large", { what: "file" });
  const { envelope, sealed } = readFile(bytes);
  if (envelope.kind !== "bundle") throw notTheKind(bytes);
  const archive = await unpack(await decryptedFor(envelope, sealed, options.identities), isMemberName, limits);
  const { manifest, roster } = await signedPart(archive, envelope, options, limits);
  const head = bundleHeadSchema.parse(envelope);
  const { entries, poisoned } = await readEntries(archive, manifest, head, limits);
  const { before, after, ack, digest, reads, attachments } = manifest;
  return {
    envelope,
    bundle: { head, before, after, entries, ack, roster, attachments, digest, reads },
    poisoned,
    attachment: attachmentsOf(archive, manifest, options),
  };
};

const decryptedFor = async (
  { from, to }: BundleEnvelope,
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Uint8Array> => {
  const result = await decryptWith(identities, sealed);
  if ("bytes" in result) return result.bytes;
  const { refused, cause } = result;
  throw refused === "no-key"
    ? new AppError("bundle-not-for-us", { from, to }, { cause })
    : new AppError("bundle-damaged", {}, { cause });
};

interface SignedPart {
  readonly manifest: Manifest;
  readonly roster: readonly SignedStatement[];
}

const signedPart = async (
  archive: Unpacked,
  envelope: BundleEnvelope,
  { signerKey }: OpenOptions,
  limits: Limits,
): Promise<SignedPart> => {
  const bytes = await archive.read(memberNames.manifest);
  const manifest = manifestIn(bytes, limits);
  const { from, device } = envelope;
  if (canonical(manifest.envelope) !== canonical(clearPart(envelope))) {
    throw new AppError("bundle-envelope-differs", { from });
  }
  const rosterBytes = await member(archive, manifest, memberNames.roster);
  const roster = rosterSchema.safeParse(parseStrictly(rosterBytes, memberNames.roster, limits.depth, limits.facts));
  if (!roster.success) throw new AppError("bundle-malformed", { what: memberNames.roster });
  const key = await signerKey(bundleHeadSchema.parse(envelope), roster.data);
  if (key === null) throw new AppError("bundle-sender-unknown", { from, device });
  if (!isSignedBy(key, bytes, await archive.read(memberNames.signature))) {
    throw new AppError("bundle-signature-wrong", { from });
  }
  return { manifest, roster: roster.data };
};

const manifestIn = (bytes: Uint8Array, { depth, facts }: Limits): Manifest => {
  const result = manifestSchema.safeParse(parseStrictly(bytes, memberNames.manifest, depth, facts));
  if (result.success) return result.data;
  throw new AppError("bundle-malformed", { what: memberNames.manifest }, { cause: result.error });
};

/** A member as the manifest says that it is. */
const member = async (archive: Unpacked, manifest: Manifest, name: string): Promise<Uint8Array> => {
  const said = Object.hasOwn(manifest.members, name) ? manifest.members[name] : undefined;
  const bytes = await archive.read(name);
  if (said?.bytes !== bytes.length || said.sha256 !== sha256(bytes)) {
    throw new AppError("bundle-malformed", { what: name });
  }
  return bytes;
};

const readEntries = async (archive: Unpacked, manifest: Manifest, { range }: BundleHead, limits: Limits) => {
  if (manifest.entries !== range.to - range.from + 1) throw new AppError("bundle-malformed", { what: "range" });
  const columns = await member(archive, manifest, memberNames.entries);
  const values = decodeText(await member(archive, manifest, memberNames.values), memberNames.values);
  const decoded = decodeEntries(parseStrictly(columns, memberNames.entries, 8, limits.columns), values, limits);
  if (decoded.entries.length !== manifest.entries) throw new AppError("bundle-malformed", { what: "range" });
  return decoded;
};

const attachmentsOf = (
  archive: Unpacked,
  manifest: Manifest,
  { identities, beside }: OpenOptions,
): OpenedBundle["attachment"] => {
  const named = new Map(manifest.attachments.map((attachment) => [attachment.hash, attachment]));
  return async (hash) => {
    const attachment = named.get(hash);
    if (!attachment) return null;
    const { parts, size } = attachment;
    if (parts !== "inside") {
      return readParts({ hash, size, names: parts, identities, find: beside ?? (() => Promise.resolve(null)) });
    }
    const bytes = await archive.read(attachmentMember(hash));
    if (sha256(bytes) !== hash) throw new AppError("attachment-part-damaged", { name: attachment.name });
    return bytes;
  };
};

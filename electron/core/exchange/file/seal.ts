/** Bundle → bytes of a `.ldx` (EX16): packed, signed by the sending device, encrypted to the receiver, under a clear envelope. */
import { randomBytes } from "node:crypto";
import type { Bundle, BundledAttachment } from "#shared/exchange/bundle.ts";
import { canonical } from "../../store/canonical.ts";
import { encryptTo } from "./age.ts";
import { type Member, pack } from "./archive.ts";
import { encodeEntries } from "./encode-entries.ts";
import { sha256, withEnvelope } from "./envelope.ts";
import { attachmentMember, type Manifest, memberNames } from "./manifest.ts";
import { type Pieces, wholeOf, writeParts } from "./part-files.ts";
import { signBytes, type SignKey } from "./signing.ts";
import { bundleSuite, reader, writtenFormat } from "./suite.ts";

export interface SealOptions {
  /** The sending device's. */
  readonly signKey: SignKey;
  /** `age1…` of the receiving devices. */
  readonly recipients: readonly string[];
  /** The content of a file that the bundle names. */
  readonly attachments: (hash: string) => Promise<Pieces>;
  /** Attachments of more bytes than this go beside the bundle (EX14). */
  readonly insideLimit?: number;
  /** The most plain bytes in a part file. */
  readonly partSize?: number;
  readonly randomBytes?: (length: number) => Uint8Array;
  /** Takes each part file as it is made, so that not all of them lie in memory; otherwise they are in the answer. */
  readonly beside?: (file: BesideFile) => Promise<void>;
}

export interface BesideFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Sealed {
  readonly bytes: Uint8Array;
  /** Part files to lie beside it under these names; empty where `beside` took them. */
  readonly beside: readonly BesideFile[];
  /** As they are named in the file. */
  readonly attachments: readonly BundledAttachment[];
}

const usualInside = 2 * 1024 * 1024;
const usualPart = 16 * 1024 * 1024;

/** What the bundle's `attachments[].parts` say is not looked at: where each goes is decided here by its size. */
export const sealBundle = async (bundle: Bundle, options: SealOptions): Promise<Sealed> => {
  const beside: BesideFile[] = [];
  const members: Member[] = [];
  const attachments: BundledAttachment[] = [];
  for (const attachment of bundle.attachments) {
    const content = await options.attachments(attachment.hash);
    if (attachment.size <= (options.insideLimit ?? usualInside)) {
      members.push({ name: attachmentMember(attachment.hash), bytes: await wholeOf(content), packed: true });
      attachments.push({ ...attachment, parts: "inside" });
    } else {
      const parts = await writeParts(content, {
        recipients: options.recipients,
        partSize: options.partSize ?? usualPart,
        randomBytes: options.randomBytes ?? randomBytes,
        take: options.beside ?? (async (file) => void beside.push(file)),
      });
      attachments.push({ ...attachment, parts });
    }
  }
  const archive = await signedArchive({ ...bundle, attachments }, members, options.signKey);
  const sealed = await encryptTo(options.recipients, archive);
  return { bytes: withEnvelope(clearOf(bundle), "bundle", sealed), beside, attachments };
};

const clearOf = ({ head }: Bundle) => ({ kind: "bundle", format: writtenFormat, reader, suite: bundleSuite, ...head });

const signedArchive = (bundle: Bundle, attached: readonly Member[], signKey: SignKey): Promise<Uint8Array> => {
  const { columns, values } = encodeEntries(bundle.entries);
  const members: Member[] = [
    { name: memberNames.entries, bytes: Buffer.from(columns) },
    { name: memberNames.values, bytes: Buffer.from(values) },
    { name: memberNames.roster, bytes: Buffer.from(canonical(bundle.roster)) },
    ...attached,
  ];
  const manifest = Buffer.from(canonical(manifestOf(bundle, members)));
  return pack([
    { name: memberNames.manifest, bytes: manifest },
    { name: memberNames.signature, bytes: signBytes(signKey, manifest), packed: true },
    ...members,
  ]);
};

const manifestOf = (bundle: Bundle, members: readonly Member[]): Manifest => ({
  type: "bundle",
  envelope: clearOf(bundle),
  before: bundle.before,
  after: bundle.after,
  entries: bundle.entries.length,
  ack: bundle.ack,
  digest: bundle.digest,
  reads: bundle.reads,
  attachments: [...bundle.attachments],
  members: Object.fromEntries(members.map(({ name, bytes }) => [name, { bytes: bytes.length, sha256: sha256(bytes) }])),
});

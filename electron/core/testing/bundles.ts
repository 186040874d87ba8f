/** For tests: keys of two offices, and small bundles made by hand. */
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { identityToRecipient } from "age-encryption";
import type {
  Bundle,
  BundledAttachment,
  BundledChange,
  BundledCommit,
  BundleHead,
  Entry,
} from "#shared/exchange/bundle.ts";
import { isAppError } from "#shared/errors.ts";
import { versionOf } from "#shared/store/commit.ts";
import { canonical } from "../store/canonical.ts";
import { openBundle, type OpenedBundle, type OpenOptions } from "../exchange/file/open.ts";
import { sealBundle, type Sealed, type SealOptions } from "../exchange/file/seal.ts";
import { wholeHash } from "../exchange/file/whole-hash.ts";

/** The same for the same name, so that a fixture can be opened again. */
const secretOf = (name: string): Buffer => createHash("sha256").update(`test key ${name}`).digest();

export const testSignKey = (name: string): Uint8Array => secretOf(name);

export const publicKeyOf = (name: string): string => {
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), secretOf(name)]);
  const spki = createPublicKey(createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }));
  return spki.export({ format: "der", type: "spki" }).subarray(-32).toString("base64url");
};

/** Made once by `generateIdentity`, for tests alone. */
export const testIdentity = "AGE-SECRET-KEY-159D3S6L06VHV87CZYDCM4RHRLCETW2NY3W6MMPKAE63XZA8SJ9QSEUGX0F";
export const otherIdentity = "AGE-SECRET-KEY-1PPSPF7DTUMUQWN4GR6PHQ40YPG2T8GPNCN3Q4Z58JGAZJZD9VCSSKLS87K";
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

export const city = "370300";
export const district = "370303";
const device = "00112233445566aa";
export const epochs = ["0a".repeat(16), "1b".repeat(16), "2c".repeat(16)] as const;

export const headFor = (entries: number, change: Partial<BundleHead> = {}): BundleHead => ({
  from: district,
  to: city,
  device,
  epoch: epochs[0],
  link: "00ff".repeat(4),
  range: { from: 1, to: entries },
  part: { no: 1, of: 1 },
  at: "2020-05-19T01:02:03.004Z",
  program: "0.1.0",
  ...change,
});

export const bundleOf = (entries: readonly Entry[], change: Partial<Bundle> = {}): Bundle => ({
  head: headFor(entries.length),
  before: "",
  after: "a".repeat(64),
  entries,
  ack: null,
  roster: [],
  attachments: [],
  digest: null,
  reads: { format: 1, commit: 2, rules: 1 },
  ...change,
});

/** A commit whose hash is its own. */
export const commitOf = (change: Partial<BundledCommit>): BundledCommit => {
  const commit: BundledCommit = {
    epoch: epochs[0],
    seq: 1,
    hash: "",
    prev: null,
    lamport: 1,
    at: "2020-05-19T01:02:03.004Z",
    office: district,
    device,
    action: "issues.edit",
    note: null,
    undoes: null,
    format: 2,
    whole: true,
    changes: [],
    ...change,
  };
  return commit.hash === "" ? { ...commit, hash: wholeHash(commit) ?? hashOf(canonical(commit)) } : commit;
};

export const changeOf = (change: Partial<BundledChange>): BundledChange => ({
  ord: 0,
  record: "7h3k9m2p5q8r1s4t6v0w2x5y8z",
  kind: "issue",
  unit: "title",
  value: '"柳泉路生活垃圾长期堆放"',
  purged: null,
  base: [],
  behalf: null,
  ...change,
});

/** Two commits, one a part, and a notice. */
export const smallEntries = (): Entry[] => {
  const made = commitOf({ changes: [changeOf({ unit: "*", value: '{"title":"道路破损"}' })] });
  const base = [versionOf(made.epoch, made.seq, made.hash)];
  const edited = commitOf({
    seq: 2,
    lamport: 2,
    prev: made.hash,
    whole: false,
    changes: [changeOf({ ord: 3, base, behalf: "370303001" })],
  });
  return [
    { type: "commit", commit: made },
    { type: "commit", commit: edited },
    { type: "notice", notice: { kind: "leave", record: "unit:370303002", reason: "reassigned" } },
  ];
};

export const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

export const attachmentOf = (content: Uint8Array, name = "现场照片.jpg"): BundledAttachment => ({
  hash: hashOf(content),
  size: content.length,
  name,
  mime: "image/jpeg",
  parts: "inside",
});

export const sealFor = async (bundle: Bundle, options: Partial<SealOptions> = {}): Promise<Sealed> =>
  sealBundle(bundle, {
    signKey: testSignKey(bundle.head.from),
    recipients: [await recipientOf(testIdentity)],
    attachments: () => Promise.reject(new Error("no attachments in this test")),
    ...options,
  });

export const openAs = (bytes: Uint8Array, options: Partial<OpenOptions> = {}): Promise<OpenedBundle> =>
  openBundle(bytes, {
    identities: [testIdentity],
    signerKey: ({ from }) => publicKeyOf(from),
    ...options,
  });

/** The code by which it was refused; `accepted` where it was not. Anything that is no refusal is thrown on. */
export const refusal = async (work: Promise<unknown> | (() => unknown)): Promise<string> => {
  try {
    await (typeof work === "function" ? work() : work);
    return "accepted";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
};

import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import type { Bundle } from "#shared/exchange/bundle.ts";
import { isAppError } from "#shared/errors.ts";
import { canonical } from "../../store/canonical.ts";
import { anyEntries } from "../../testing/any-bundle.ts";
import { encryptTo } from "./age.ts";
import { type Member, pack, unpack } from "./archive.ts";
import { decodeEntries } from "./decode-entries.ts";
import { encodeEntries } from "./encode-entries.ts";
import { clearPart, readEnvelope, sha256, withEnvelope } from "./envelope.ts";
import { usualLimits } from "./limits.ts";
import { isMemberName } from "./manifest.ts";
import { signBytes } from "./signing.ts";
import {
  bundleOf,
  changeOf,
  commitOf,
  district,
  openAs,
  recipientOf,
  refusal,
  sealFor,
  smallEntries,
  testIdentity,
  testSignKey,
} from "../../testing/bundles.ts";

interface Made {
  readonly entries?: string | Uint8Array;
  readonly values?: string;
  readonly roster?: string;
  readonly manifest?: (manifest: Record<string, unknown>) => unknown;
  readonly manifestText?: string;
  readonly more?: readonly Member[];
}

/** A file as a sender with a good key could make it who writes by a program of its own. */
const madeFile = async (bundle: Bundle, made: Made): Promise<Uint8Array> => {
  const envelope = clearPart(readEnvelope((await sealFor(bundle)).bytes));
  const encoded = encodeEntries(bundle.entries);
  const members: Member[] = [
    { name: "entries.json", bytes: Buffer.from(made.entries ?? encoded.columns) },
    { name: "values.jsonl", bytes: Buffer.from(made.values ?? encoded.values) },
    { name: "roster.json", bytes: Buffer.from(made.roster ?? "[]") },
  ];
  const { before, after, ack, digest, reads } = bundle;
  const sums = members.map(({ name, bytes }) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]);
  const facts = { type: "bundle", envelope, before, after, entries: bundle.entries.length, ack, digest, reads };
  const manifest = { ...facts, attachments: [], members: Object.fromEntries(sums) };
  const bytes = Buffer.from(made.manifestText ?? canonical(made.manifest?.(manifest) ?? manifest));
  const archive = await pack([
    { name: "manifest.json", bytes },
    { name: "signature", bytes: signBytes(testSignKey(district), bytes) },
    ...members,
    ...(made.more ?? []),
  ]);
  return withEnvelope(envelope, "bundle", await encryptTo([await recipientOf(testIdentity)], archive));
};

const bundle = bundleOf(smallEntries());
const refused = async (made: Made, options: Parameters<typeof openAs>[1] = {}): Promise<string> =>
  refusal(openAs(await madeFile(bundle, made), options));

/** The columns of the small bundle with something else in them. */
const columns = (change: (columns: Record<string, Record<string, unknown>>) => void): string => {
  const found = JSON.parse(encodeEntries(bundle.entries).columns) as Record<string, Record<string, unknown>>;
  change(found);
  return JSON.stringify(found);
};

test("EX23: the file made for these tests is itself a good one", async () => {
  expect(await refused({})).toBe("accepted");
});

test("EX23: what unpacks to more than is allowed is refused while it is unpacked", async () => {
  const bomb = Buffer.alloc(8 * 1024 * 1024, 0x20);
  const limits = { ...usualLimits, unpacked: 1024 * 1024 };
  expect(await refused({ entries: bomb.toString() }, { limits })).toBe("bundle-too-large");
});

test("EX23: an archive that lies about sizes is refused at what it says or at what comes", async () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  const honest = await pack([{ name: "entries.json", bytes: zeros }]);
  const claimed = Buffer.from(honest);
  // Both places where a zip writes a member's unpacked size: here 1 byte.
  for (const [signature, at] of [
    ["504b0102", 24],
    ["504b0304", 22],
  ] as const) {
    const header = claimed.indexOf(Buffer.from(signature, "hex"));
    if (header >= 0) claimed.writeUInt32LE(1, header + at);
  }
  const archive = await unpack(claimed, isMemberName, { ...usualLimits, unpacked: 1024 });
  expect(await refusal(archive.read("entries.json"))).toMatch(/^bundle-(malformed|too-large)$/);
  expect(await refusal(unpack(honest, isMemberName, { ...usualLimits, unpacked: 1024 }))).toBe("bundle-too-large");
});

test("EX23: more members than a bundle has are refused", async () => {
  const more = Array.from({ length: 50 }, (_, at) => ({
    name: `attachments/${sha256(Buffer.from(String(at)))}`,
    bytes: Buffer.from("x"),
  }));
  expect(await refused({ more }, { limits: { ...usualLimits, members: 20 } })).toBe("bundle-too-large");
});

test("EX25: a member with any other name is refused, and no name is a path", async () => {
  for (const name of ["evil.txt", "attachments/nohash", "attachments/", "x/../../etc/passwd", "__proto__"]) {
    expect([name, await refusal(withMember(name))]).toEqual([name, "bundle-malformed"]);
  }
  expect(await refused({ more: [{ name: "signature", bytes: Buffer.from("again") }] })).toBe("bundle-malformed");
});

/** yazl refuses such names itself, so that they are put in by hand afterwards. */
const withMember = async (name: string): Promise<unknown> => {
  const plain = name.replaceAll(/[^a-z]/g, "_");
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from("x"), plain);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  const bytes = Buffer.from(Buffer.concat(pieces).toString("latin1").replaceAll(plain, name), "latin1");
  return unpack(bytes, isMemberName, usualLimits);
};

test("EX25: keys that would change an object's nature are refused at parsing", async () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    const poison = `{"${key}":{"polluted":true}}`;
    expect(await refused({ roster: `[${poison}]` })).toBe("bundle-malformed");
    expect(await refused({ entries: `{"epochs":${poison}}` })).toBe("bundle-malformed");
    expect(await refused({ manifestText: poison })).toBe("bundle-malformed");
    const hidden = `{"\\u005f${key.slice(1)}":1}`;
    if (key === "__proto__") expect(await refused({ roster: `[${hidden}]` })).toBe("bundle-malformed");
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("EX23: JSON deeper than any that the program writes is refused before it is built", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  for (const made of [{ entries: deep }, { roster: deep }, { manifestText: deep }]) {
    expect(await refused(made)).toBe("bundle-malformed");
  }
  const quoted = JSON.stringify(["[".repeat(1000), '\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[']);
  expect(await refused({ roster: quoted })).toBe("bundle-malformed");
});

test("EX23: columns that do not fit together are refused, each by its name", async () => {
  const spoiled: Readonly<Record<string, string | Uint8Array>> = {
    "no object": "[]",
    "no json": "{",
    "not UTF-8": Buffer.from([0x22, 0xff, 0x22]),
    "a column too short": columns(({ commits }) => Object.assign(commits ?? {}, { seq: [0] })),
    "a place outside its dictionary": columns(({ commits }) => Object.assign(commits ?? {}, { author: [0, 9] })),
    "a record outside": columns(({ changes }) => Object.assign(changes ?? {}, { record: [99, 0] })),
    "the same record before any": columns(({ changes }) => Object.assign(changes ?? {}, { record: [0, 0] })),
    "a base that is not there": columns(({ changes }) => Object.assign(changes ?? {}, { base: [3, 1] })),
    "more changes than there are": columns(({ commits }) => Object.assign(commits ?? {}, { changes: [1, 2] })),
    "fewer changes than there are": columns(({ commits }) => Object.assign(commits ?? {}, { changes: [1, 0] })),
    "a time beyond all time": columns(({ commits }) => Object.assign(commits ?? {}, { at: [9e15, 0] })),
    "a notice out of place": columns((found) => Object.assign(found, { notices: [[7, "leave", 0, 0]] })),
    "a number that is none": columns(({ commits }) => Object.assign(commits ?? {}, { lamport: ["1", 0] })),
    "no dictionary": columns((found) => Object.assign(found, { units: null })),
  };
  for (const [what, entries] of Object.entries(spoiled)) {
    expect([what, await refused({ entries })]).toEqual([what, "bundle-malformed"]);
  }
  expect(await refused({ values: "1\n2\n3" })).toBe("bundle-malformed");
  expect(await refused({ values: "" })).toBe("bundle-malformed");
});

test("EX23: more entries or changes than allowed are refused", async () => {
  expect(await refused({}, { limits: { ...usualLimits, entries: 2 } })).toBe("bundle-too-large");
  expect(await refused({}, { limits: { ...usualLimits, changes: 1 } })).toBe("bundle-too-large");
  expect(await refused({}, { limits: { ...usualLimits, file: 100 } })).toBe("bundle-too-large");
});

test("EX16: a member that is not what the signed part says is refused", async () => {
  const other = async (name: string): Promise<string> =>
    refused({
      manifest: (manifest) => ({
        ...manifest,
        members: { ...(manifest["members"] as object), [name]: { bytes: 2, sha256: "0".repeat(64) } },
      }),
    });
  for (const name of ["entries.json", "values.jsonl", "roster.json"]) {
    expect([name, await other(name)]).toEqual([name, "bundle-malformed"]);
  }
  expect(await refused({ manifest: (manifest) => ({ ...manifest, members: {} }) })).toBe("bundle-malformed");
  expect(await refused({ manifest: (manifest) => ({ ...manifest, entries: 2 }) })).toBe("bundle-malformed");
  expect(await refused({ manifest: (manifest) => ({ ...manifest, type: "statement" }) })).toBe("bundle-malformed");
});

test("EX22: a poisoned commit is set aside alone", async () => {
  const good = commitOf({ changes: [changeOf({})] });
  const poisons: Readonly<Record<string, ReturnType<typeof commitOf>>> = {
    hash: commitOf({ seq: 2, prev: good.hash, changes: [changeOf({})], hash: "0".repeat(64) }),
    value: commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: "{not json" })] }),
    "value ": commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: '{"a":1,"a":2}' })] }),
    " value": commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: '{"__proto__":1}' })] }),
    " value ": commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: "[".repeat(99) + "]".repeat(99) })] }),
    seq: commitOf({ seq: -4, changes: [changeOf({})] }),
    lamport: commitOf({ seq: 2, lamport: 2 ** 52, changes: [changeOf({})] }),
    "  value": commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: null })] }),
    purged: commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ value: null, purged: "0" })] }),
    record: commitOf({ seq: 2, prev: good.hash, changes: [changeOf({ record: "x".repeat(500) })] }),
  };
  for (const [what, poison] of Object.entries(poisons)) {
    const after = commitOf({ seq: 3, prev: poison.hash, changes: [changeOf({ unit: "place", value: '"路口"' })] });
    const entries = [good, poison, after].map((commit) => ({ type: "commit" as const, commit }));
    const opened = await openAs((await sealFor(bundleOf(entries))).bytes);
    expect(opened.poisoned).toEqual([{ place: 1, what: what.trim() }]);
    expect(opened.bundle.entries).toEqual(entries);
  }
});

test("EX23: an archive that is no zip, or whose deflate is broken, is refused", async () => {
  expect(await refusal(unpack(Buffer.from("no zip"), isMemberName, usualLimits))).toBe("bundle-malformed");
  const good = Buffer.from(await pack([{ name: "entries.json", bytes: Buffer.from("x".repeat(1000)) }]));
  const content = deflateRawSync(Buffer.from("x".repeat(1000)), { level: 6 });
  const at = good.indexOf(content);
  expect(at).toBeGreaterThan(0);
  good.fill(0xff, at, at + content.length);
  const archive = await unpack(good, isMemberName, usualLimits);
  expect(await refusal(archive.read("entries.json"))).toBe("bundle-malformed");
});

/** Somewhere in it, something else. */
const spoiltAt = (value: unknown, steps: readonly number[], instead: unknown): unknown => {
  const [step, ...further] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return instead;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return instead;
  const inner = spoiltAt((value as Record<string, unknown>)[key], further, instead);
  return Array.isArray(value)
    ? value.map((item: unknown, at) => (String(at) === key ? inner : item))
    : { ...value, [key]: inner };
};

test("EX23: whatever stands in the columns is read or refused, and never breaks the program", () => {
  const outcomes = { read: 0, refused: 0 };
  fc.assert(
    fc.property(
      anyEntries,
      fc.array(fc.nat(20), { maxLength: 4 }),
      fc.oneof(fc.jsonValue(), fc.integer(), fc.constantFrom(-1, 0.5, 2 ** 53, 1e300, "0:1", "9:1", ":", null)),
      (entries, steps, instead) => {
        const { columns, values } = encodeEntries(entries);
        try {
          decodeEntries(spoiltAt(JSON.parse(columns), steps, instead), values, usualLimits);
          outcomes.read += 1;
        } catch (error) {
          if (!isAppError(error)) throw error;
          outcomes.refused += 1;
        }
      },
    ),
    { numRuns: 3000 },
  );
  expect(outcomes.read).toBeGreaterThan(100);
  expect(outcomes.refused).toBeGreaterThan(1000);
});

test("EX23: a text that would become a thousand times its size is refused before anything is built from it", async () => {
  expect(await refused({ roster: `[${"{},".repeat(300_000)}{}]` })).toBe("bundle-too-large");
  expect(await refused({ entries: `{"epochs":[${"0,".repeat(25_000_000)}0]}` })).toBe("bundle-too-large");
  expect(await refused({ values: "\n".repeat(50_000_000) })).toBe("bundle-malformed");
});

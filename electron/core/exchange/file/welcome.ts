/**
 * A welcome file (EX13): all that a new or reinstalled office needs, under a code told by telephone. Inside lie its
 * keys and the stream from the beginning as ordinary bundles, sealed to those keys and signed by their sender like any.
 */
import { z } from "zod";
import { AppError } from "#shared/errors.ts";
import { hashSchema, type Peer } from "#shared/exchange/bundle.ts";
import { canonical } from "../../store/canonical.ts";
import { decryptUnder, encryptUnder } from "./age.ts";
import { type Member, pack, unpack, type Unpacked } from "./archive.ts";
import { clearPart, readFile, sha256, type WelcomeEnvelope, withEnvelope } from "./envelope.ts";
import { notTheKind } from "./first-line.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { decodeText, parseStrictly } from "./strict-json.ts";
import { reader, welcomeSuite, writtenFormat } from "./suite.ts";

export interface WelcomeContent {
  /** Keys and roster as `identity` writes them. */
  readonly keys: string;
  /** Sealed bundles, in the order of their stream. */
  readonly bundles: readonly Uint8Array[];
}

export interface WelcomeHead {
  readonly from: Peer;
  readonly to: Peer;
  readonly at: string;
  readonly program: string;
}

const manifestName = "manifest.json";
const keysName = "keys.json";
const bundleName = (no: number): string => `bundles/${String(no).padStart(4, "0")}.ldx`;
const isWelcomeName = (name: string): boolean =>
  name === manifestName || name === keysName || /^bundles\/\d{4,6}\.ldx$/.test(name);

const manifestSchema = z.object({
  type: z.literal("welcome"),
  envelope: z.record(z.string(), z.unknown()),
  bundles: z.number().int().min(0).max(100_000),
  members: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: hashSchema })),
});

/** scrypt's cost as a base-2 logarithm: about two seconds, which whoever guesses codes pays for each. */
const usualWorkFactor = 18;

/** @param code as it is told; spaces and hyphens are the caller's to settle */
export const sealWelcome = async (
  head: WelcomeHead,
  { keys, bundles }: WelcomeContent,
  code: string,
  { workFactor = usualWorkFactor }: { readonly workFactor?: number } = {},
): Promise<Uint8Array> => {
  const clear = { kind: "welcome", format: writtenFormat, reader, suite: welcomeSuite, ...head };
  const members: Member[] = [
    { name: keysName, bytes: Buffer.from(keys) },
    ...bundles.map((bytes, at) => ({ name: bundleName(at + 1), bytes, packed: true })),
  ];
  const manifest = canonical({
    type: "welcome",
    envelope: clear,
    bundles: bundles.length,
    members: Object.fromEntries(
      members.map(({ name, bytes }) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
    ),
  });
  const archive = await pack([{ name: manifestName, bytes: Buffer.from(manifest) }, ...members]);
  return withEnvelope(clear, "welcome", await encryptUnder(code, archive, workFactor));
};

export interface OpenedWelcome extends WelcomeContent {
  readonly envelope: WelcomeEnvelope;
}

/**
 * @throws AppError `welcome-code-wrong`, and as `openBundle` where the file is not whole or not one
 */
export const openWelcome = async (
  bytes: Uint8Array,
  code: string,
  limits: Limits = usualLimits,
): Promise<OpenedWelcome> => {
  if (bytes.length > limits.file) throw new AppError("bundle-too-large", { what: "file" });
  const { envelope, sealed } = readFile(bytes);
  if (envelope.kind !== "welcome") throw notTheKind(bytes);
  const result = await decryptUnder(code, sealed);
  if ("refused" in result) {
    const refused = result.refused === "no-key" ? "welcome-code-wrong" : "bundle-damaged";
    throw new AppError(refused, {}, { cause: result.cause });
  }
  const archive = await unpack(result.bytes, isWelcomeName, limits);
  const manifest = await manifestOf(archive, limits);
  if (canonical(manifest.envelope) !== canonical(clearPart(envelope))) {
    throw new AppError("bundle-envelope-differs", { from: envelope.from });
  }
  const read = async (name: string): Promise<Uint8Array> => {
    const said = Object.hasOwn(manifest.members, name) ? manifest.members[name] : undefined;
    const content = await archive.read(name);
    if (said?.sha256 !== sha256(content)) throw new AppError("bundle-malformed", { what: name });
    return content;
  };
  const keys = decodeText(await read(keysName), keysName);
  const bundles: Uint8Array[] = [];
  for (let no = 1; no <= manifest.bundles; no += 1) bundles.push(await read(bundleName(no)));
  return { envelope, keys, bundles };
};

const manifestOf = async (archive: Unpacked, { depth, facts }: Limits): Promise<z.infer<typeof manifestSchema>> => {
  const result = manifestSchema.safeParse(parseStrictly(await archive.read(manifestName), manifestName, depth, facts));
  if (result.success) return result.data;
  throw new AppError("bundle-malformed", { what: manifestName }, { cause: result.error });
};

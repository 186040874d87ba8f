/**
 * The zip inside the encryption. Names are looked up and never used as paths (EX25); sizes are counted while unpacking,
 * whatever the archive says of them (EX23).
 */
import { AppError } from "#shared/errors.ts";
import { type Entry, fromBufferPromise, type ZipFile as Reader } from "yauzl";
import { ZipFile } from "yazl";
import type { Limits } from "./limits.ts";

export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Pictures and documents are packed already. */
  readonly packed?: boolean;
}

/** Long past, and the same in every file: when it was written stands in the manifest. */
const noTime = new Date(1980, 0, 1);

export const pack = async (members: readonly Member[]): Promise<Uint8Array> => {
  const zip = new ZipFile();
  for (const { name, bytes, packed } of members) {
    const options = { mtime: noTime, mode: 0o100600, forceDosTimestamp: true };
    zip.addBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      name,
      packed ? { ...options, compress: false } : { ...options, compress: true, compressionLevel: 4 },
    );
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

export interface Unpacked {
  readonly names: readonly string[];
  /**
   * The bytes of a member.
   * @throws AppError `bundle-malformed` where it is not there or not whole, `bundle-too-large`
   */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/**
 * @param isKnown which names may stand in it; any other is refused
 * @throws AppError `bundle-malformed`, `bundle-too-large`
 */
export const unpack = async (
  bytes: Uint8Array,
  isKnown: (name: string) => boolean,
  limits: Limits,
): Promise<Unpacked> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await openZip(buffer);
  const entries = await entriesOf(zip, isKnown, limits);
  let left = limits.unpacked;
  const read = async (name: string): Promise<Uint8Array> => {
    const entry = entries.get(name);
    if (!entry) throw new AppError("bundle-malformed", { what: name });
    const content = await contentOf(zip, entry, left);
    left -= content.length;
    return content;
  };
  return { names: [...entries.keys()], read };
};

const openZip = async (buffer: Buffer): Promise<Reader> => {
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true });
  } catch (error) {
    throw new AppError("bundle-malformed", { what: "zip" }, { cause: error });
  }
};

const entriesOf = async (
  zip: Reader,
  isKnown: (name: string) => boolean,
  { members, unpacked }: Limits,
): Promise<Map<string, Entry>> => {
  if (zip.entryCount > members) throw new AppError("bundle-too-large", { what: "members" });
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (!isKnown(fileName) || entries.has(fileName)) throw new AppError("bundle-malformed", { what: "names" });
      entries.set(fileName, entry);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bundle-malformed", { what: "zip" }, { cause: error });
  }
  const claimed = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (claimed > unpacked) throw new AppError("bundle-too-large", { what: "unpacked" });
  return entries;
};

const contentOf = async (zip: Reader, entry: Entry, most: number): Promise<Uint8Array> => {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      size += (piece as Buffer).length;
      if (size > most) throw new AppError("bundle-too-large", { what: "unpacked" });
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("bundle-malformed", { what: entry.fileName }, { cause: error });
  }
  return Buffer.concat(pieces);
};

/**
 * Opens the zip that an .xlsx is, by its central directory, and inflates only the parts that hold cells, counting what
 * really comes out: a bomb or a liar is stopped here, before the spreadsheet library sees a byte.
 */
import { crc32, inflateRawSync } from "node:zlib";
import { AppError } from "#shared/errors.ts";
import type { SheetLimits } from "./limits.ts";

export type ZipPart = { readonly name: string; readonly bytes: Buffer; readonly crc: number };

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const MAX_ENTRIES = 20_000;

const findEnd = (zip: Buffer): number => {
  const earliest = Math.max(0, zip.length - 65_557);
  for (let at = zip.length - 22; at >= earliest; at--) if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new AppError("sheet-truncated");
};

const WIDE = 0xffffffff;

/** The 64-bit numbers of a zip64 entry, in the order of the fields that they stand for; some writers use them for any size. */
const wideNumbers = (extra: Buffer): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const numbers: number[] = [];
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    for (let number = at + 4; number + 8 <= end; number += 8) numbers.push(Number(extra.readBigUInt64LE(number)));
    return numbers;
  }
  return [];
};

const sizesOf = (zip: Buffer, at: number, wide: number[]): Pick<Entry, "packed" | "size" | "offset"> => {
  const read = (field: number): number => {
    const value = zip.readUInt32LE(at + field);
    return value === WIDE ? (wide.shift() ?? value) : value;
  };
  const size = read(24);
  const packed = read(20);
  return { size, packed, offset: read(42) };
};

/** The central directory. Throws `sheet-truncated` where it is missing or points beyond the file. */
export const zipEntries = (zip: Buffer): Entry[] => {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES) throw new AppError("sheet-too-large", { what: count, limit: MAX_ENTRIES });
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new AppError("sheet-truncated");
    const nameLength = zip.readUInt16LE(at + 28);
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + zip.readUInt16LE(at + 30));
    const wide = wideNumbers(extra);
    entries.push({
      name: zip
        .toString("utf8", at + 46, at + 46 + nameLength)
        .replaceAll("\\", "/")
        .replace(/^\/+/u, ""),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      ...sizesOf(zip, at, wide),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

const packedBytes = (zip: Buffer, entry: Entry): Buffer => {
  const at = entry.offset;
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL_HEADER) throw new AppError("sheet-truncated");
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (from + entry.packed > zip.length) throw new AppError("sheet-truncated");
  return zip.subarray(from, from + entry.packed);
};

const isOverflow = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ERR_BUFFER_TOO_LARGE" || error.code === "ERR_OUT_OF_RANGE");

const inflate = (packed: Buffer, allowed: number, limits: SheetLimits): Buffer => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed) });
  } catch (error) {
    if (isOverflow(error)) throw new AppError("sheet-bomb", { limit: Math.round(limits.inflatedBytes / 1e6) });
    throw new AppError("sheet-damaged", {}, { cause: error });
  }
};

/** The most that a part may inflate to: what is left of the budget, and less where it would be out of all proportion. */
const allowance = (entry: Entry, left: number, limits: SheetLimits): number =>
  Math.min(left, Math.max(limits.ratioFrom, entry.packed * limits.ratio));

/**
 * Inflates the parts that `wanted` names, in the zip's order. Throws `sheet-bomb`, `sheet-truncated`, `sheet-damaged`,
 * `sheet-password`.
 */
export const unzip = (zip: Buffer, wanted: (name: string) => boolean, limits: SheetLimits): ZipPart[] => {
  const entries = zipEntries(zip);
  const bomb = () => new AppError("sheet-bomb", { limit: Math.round(limits.inflatedBytes / 1e6) });
  for (const entry of entries) {
    if (entry.encrypted) throw new AppError("sheet-password");
    if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio) throw bomb();
  }
  const chosen = entries.filter((entry) => wanted(entry.name));
  if (chosen.reduce((sum, entry) => sum + entry.size, 0) > limits.inflatedBytes) throw bomb();
  let left = limits.inflatedBytes;
  return chosen.map((entry) => {
    const packed = packedBytes(zip, entry);
    if (entry.method !== 0 && entry.method !== 8) throw new AppError("sheet-damaged");
    const bytes = entry.method === 0 ? packed : inflate(packed, allowance(entry, left, limits), limits);
    left -= bytes.length;
    if (left < 0) throw bomb();
    const crc = crc32(bytes);
    if (entry.crc !== 0 && crc !== entry.crc) throw new AppError("sheet-damaged");
    return { name: entry.name, bytes, crc };
  });
};

/** A zip of the parts as they are, uncompressed, so that nothing is inflated twice. */
export const stored = (parts: readonly ZipPart[]): Buffer => {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, crc } of parts) {
    const encoded = Buffer.from(name, "utf8");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL_HEADER, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0800, 6);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(encoded.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(DIRECTORY_ENTRY, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    directory.push(central, encoded);
    chunks.push(local, encoded, bytes);
    offset += 30 + encoded.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
};

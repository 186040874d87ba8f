/**
 * Large attachments beside a bundle (EX14): cut into pieces, each encrypted to the receiver under a random name, so that
 * neither the file's name nor its kind is to be seen. What they make together is checked by SHA-256; a part that is not
 * there yet is no error, the attachment merely stays wanted.
 */
import { createHash } from "node:crypto";
import { AppError } from "#shared/errors.ts";
import { decryptWith, encryptTo } from "./age.ts";

/** A file's content: whole, or piece by piece. */
export type Pieces = Uint8Array | AsyncIterable<Uint8Array>;

export const wholeOf = async (content: Pieces): Promise<Uint8Array> => {
  if (content instanceof Uint8Array) return content;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
};

const partName = /^[0-9a-z]{16}\.ldp$/;
/** The part files of a bundle among others in a folder. */
export const isPartName = (name: string): boolean => partName.test(name);

export interface WriteParts {
  readonly recipients: readonly string[];
  readonly partSize: number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly take: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>;
}

/** The names of the part files, in order. */
export const writeParts = async (content: Pieces, options: WriteParts): Promise<string[]> => {
  const names: string[] = [];
  for await (const slice of slices(content, options.partSize)) {
    const name = `${Buffer.from(options.randomBytes(8)).toString("hex")}.ldp`;
    await options.take({ name, bytes: await encryptTo(options.recipients, slice) });
    names.push(name);
  }
  return names;
};

/** Pieces of whatever size, as slices of just `size` bytes and a last one of less. */
async function* slices(content: Pieces, size: number): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (let piece of content instanceof Uint8Array ? [content] : content) {
    while (bytes + piece.length >= size) {
      yield Buffer.concat([...waiting, piece.subarray(0, size - bytes)]);
      piece = piece.subarray(size - bytes);
      waiting = [];
      bytes = 0;
    }
    waiting.push(piece);
    bytes += piece.length;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

export interface ReadParts {
  readonly hash: string;
  readonly size: number;
  readonly names: readonly string[];
  readonly identities: readonly string[];
  /** The part file's bytes; null where it is not there. */
  readonly find: (name: string) => Promise<Uint8Array | null>;
}

/**
 * The attachment, or null while a part is missing.
 * @throws AppError `attachment-part-damaged` naming the part file, or all of them where each is whole but not of it
 */
export const readParts = async ({ hash, size, names, identities, find }: ReadParts): Promise<Uint8Array | null> => {
  const slices: Uint8Array[] = [];
  const digest = createHash("sha256");
  let bytes = 0;
  for (const name of names) {
    const found = await find(name);
    if (!found) return null;
    const slice = await decryptWith(identities, found);
    if ("refused" in slice) throw new AppError("attachment-part-damaged", { name }, { cause: slice.cause });
    bytes += slice.bytes.length;
    if (bytes > size) throw new AppError("attachment-part-damaged", { name });
    digest.update(slice.bytes);
    slices.push(slice.bytes);
  }
  if (digest.digest("hex") !== hash) throw new AppError("attachment-part-damaged", { name: names.join(", ") });
  return Buffer.concat(slices);
};

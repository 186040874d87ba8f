/** A file's SHA-256 in hex, read in pieces so that a large one costs no memory. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
};

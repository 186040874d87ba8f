/** Ed25519 with keys as the roster writes them: 32 bytes, in base64url where they are text. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** The fixed beginnings of PKCS #8 and SPKI for a bare Ed25519 key. */
const privateBeginning = Buffer.from("302e020100300506032b657004220420", "hex");
const publicBeginning = Buffer.from("302a300506032b6570032100", "hex");

/** A private key: as node has it, or its 32 bytes. */
export type SignKey = KeyObject | Uint8Array;

export const signBytes = (key: SignKey, bytes: Uint8Array): Uint8Array => sign(null, bytes, privateKey(key));

const privateKey = (key: SignKey): KeyObject =>
  key instanceof Uint8Array
    ? createPrivateKey({ key: Buffer.concat([privateBeginning, key]), format: "der", type: "pkcs8" })
    : key;

/** @param key the public key in base64url; one that is none verifies nothing */
export const isSignedBy = (key: string, bytes: Uint8Array, signature: Uint8Array): boolean => {
  const raw = Buffer.from(key, "base64url");
  if (raw.length !== 32 || signature.length !== 64) return false;
  try {
    const spki = { key: Buffer.concat([publicBeginning, raw]), format: "der", type: "spki" } as const;
    return verify(null, bytes, createPublicKey(spki), signature);
  } catch {
    return false;
  }
};

/** New Ed25519 keys as the roster writes them, and the heading under which statements and cards are signed (EX15). */
import { createPrivateKey, createPublicKey } from "node:crypto";
import type { SignedStatement } from "#shared/exchange/bundle.ts";
import { isSignedBy, signBytes } from "../file/signing.ts";

/** What stands before the 32 bytes in the DER of a private and of a public key. */
const privateBeginning = Buffer.from("302e020100300506032b657004220420", "hex");
const publicLength = 32;

export interface SigningKey {
  /** Public, 43 characters of base64url. */
  readonly key: string;
  /** The 32 bytes of the seed, in base64url. Private. */
  readonly secret: string;
}

/** @param seed 32 random bytes */
export const signingKeyFrom = (seed: Uint8Array): SigningKey => {
  const pkcs8 = { key: Buffer.concat([privateBeginning, seed]), format: "der", type: "pkcs8" } as const;
  const spki = createPublicKey(createPrivateKey(pkcs8)).export({ format: "der", type: "spki" });
  return { key: spki.subarray(-publicLength).toString("base64url"), secret: Buffer.from(seed).toString("base64url") };
};

/** Signs a body (canonical JSON) as a statement; `by` is the signer's public key. */
export const signStatement = ({ key, secret }: SigningKey, body: string): SignedStatement => ({
  body,
  by: key,
  signature: Buffer.from(signBytes(Buffer.from(secret, "base64url"), signedText(body))).toString("base64url"),
});

export const verifyStatement = ({ body, by, signature }: SignedStatement): boolean =>
  isSignedBy(by, signedText(body), Buffer.from(signature, "base64url"));

/** A heading of its own, so that nothing else that a key signs can pass for a statement. */
const signedText = (body: string): Uint8Array => Buffer.from(`liandong-statement-1\n${body}`);

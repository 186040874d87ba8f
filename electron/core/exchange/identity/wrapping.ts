/**
 * How private things lie on the disk (EX18a): AES-256-GCM under a key that comes from the operating system's store, from
 * a passphrase (scrypt), or from the recovery code, which is random enough to need no stretching.
 */
import { createCipheriv, createDecipheriv, hkdfSync, scrypt } from "node:crypto";

const nonceLength = 12;
const tagLength = 16;
const purpose = Buffer.from("liandong-keys-1");

/** Costs 128 MB and about half a second. */
export const scryptCost = { n: 131072, r: 8, p: 1 } as const;

export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** Nonce, cipher text and tag, in base64url. @param key 32 bytes */
export const seal = (key: Uint8Array, plain: Uint8Array, nonce: Uint8Array): string => {
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(purpose);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
};

/** What was sealed; null when it is another key's, or was altered. */
export const unseal = (key: Uint8Array, sealed: string): Buffer | null => {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceLength + tagLength) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
      .setAAD(purpose)
      .setAuthTag(bytes.subarray(-tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch {
    return null;
  }
};

export const newNonce = (randomBytes: (length: number) => Uint8Array): Uint8Array => randomBytes(nonceLength);

/** 32 bytes. However the input method composed what was typed, it is the same passphrase. */
export const keyOfPassphrase = (passphrase: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize("NFKC"), salt, 32, { N: n, r, p, maxmem: 256 * n * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/** 32 bytes of a code of 130 random bits, as `readCode` gives it. */
export const keyOfCode = (code: string, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", code, salt, "liandong-recovery-1", 32));

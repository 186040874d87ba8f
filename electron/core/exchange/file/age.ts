/** Encryption with age (EX16): to the receiver's keys, or under a code; nobody else can read it. */
import { Decrypter, Encrypter } from "age-encryption";

/** @param recipients `age1…` */
export const encryptTo = (recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
};

/** @param workFactor base-2 logarithm of scrypt's cost: 18 takes a second or two, tests take less */
export const encryptUnder = (code: string, bytes: Uint8Array, workFactor: number): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(code);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(bytes);
};

export type Decrypted =
  | { readonly bytes: Uint8Array }
  /** `no-key`: none of ours fits; `damaged`: one did, and the rest is not what was encrypted. */
  | { readonly refused: "no-key" | "damaged"; readonly cause: unknown };

/** @param identities `AGE-SECRET-KEY-1…` */
export const decryptWith = (identities: readonly string[], bytes: Uint8Array): Promise<Decrypted> => {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypted(decrypter, bytes);
};

export const decryptUnder = (code: string, bytes: Uint8Array): Promise<Decrypted> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(code);
  return decrypted(decrypter, bytes);
};

const decrypted = async (decrypter: Decrypter, bytes: Uint8Array): Promise<Decrypted> => {
  try {
    return { bytes: await decrypter.decrypt(bytes) };
  } catch (error) {
    // age says so in words only; its tests hold it to them, and ours hold this to its release.
    const noKey = error instanceof Error && error.message.startsWith("no identity matched");
    return { refused: noKey ? "no-key" : "damaged", cause: error };
  }
};

/**
 * This computer's keys while the program runs (EX18a): made where there are none, opened by the operating system's key,
 * a passphrase or the recovery code, and held in memory only, by the store that they belong to.
 */
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { keyProtections } from "#shared/exchange/report.ts";
import { AppError } from "#shared/errors.ts";
import type { Store } from "../../store/store.ts";
import { type KeysFile, type Lock, readKeysFile, type Secrets, secretsSchema, writeKeysFile } from "./keys-file.ts";
import { type SigningKey, signingKeyFrom } from "./signing.ts";
import { makeCode, readCode, recoveryCodeLength } from "./spoken-code.ts";
import { keyOfCode, keyOfPassphrase, newNonce, scryptCost, seal, unseal } from "./wrapping.ts";

export type Protection = (typeof keyProtections)[number];

/** What can be done with keys that are open. */
export interface OwnKeys {
  /** Null: another computer of an office, whose desk has the office's key (EX21). */
  readonly office: SigningKey | null;
  readonly device: SigningKey;
  /** Public: what others encrypt to. */
  readonly recipient: string;
  /** age identities; the first is the present one, the others are from before a restore. Private. */
  readonly identities: readonly string[];
}

interface Holder {
  /** 32 bytes that the operating system keeps for this data folder; the main process hands them over. */
  osKey: Uint8Array | null;
  dataKey: Uint8Array | null;
}

const holders = new WeakMap<Store, Holder>();

const holderOf = (store: Store): Holder => {
  const known = holders.get(store);
  if (known) return known;
  const holder: Holder = { osKey: null, dataKey: null };
  holders.set(store, holder);
  return holder;
};

/** What the main process has from the operating system's store; opens keys that lie under it. @param key 32 bytes */
export const handOsKey = (store: Store, key: Uint8Array): void => {
  holderOf(store).osKey = key;
};

export interface KeysState {
  readonly state: "none" | "locked" | "ready";
  readonly protection: Protection;
  /** A recovery code has been printed for them. */
  readonly recovery: boolean;
  /** Public; null: this computer has no office key. */
  readonly officeKey: string | null;
}

/** Where the keys stand, and by what they are protected, or would be if they were made now. */
export const keysState = (store: Store): KeysState => {
  const file = readKeysFile(store.folder);
  const usual = holderOf(store).osKey ? "os" : "none";
  if (!file) return { state: "none", protection: usual, recovery: false, officeKey: null };
  return {
    state: dataKeyOf(store, file) === null ? "locked" : "ready",
    protection: file.lock?.by ?? usual,
    recovery: file.recovery !== null,
    officeKey: file.officeKey,
  };
};

/** The data key, where it is at hand without asking anybody. */
const dataKeyOf = (store: Store, file: KeysFile): Uint8Array | null => {
  const holder = holderOf(store);
  const tried = [holder.dataKey, openByItself(file.lock, holder.osKey)];
  return tried.find((key) => key !== null && unseal(key, file.secrets) !== null) ?? null;
};

const openByItself = (lock: Lock | null, osKey: Uint8Array | null): Uint8Array | null => {
  if (lock?.by === "none") return Buffer.from(lock.dataKey, "base64url");
  if (lock?.by === "os" && osKey) return unseal(osKey, lock.wrapped);
  return null;
};

/**
 * The keys, where they are open.
 * @throws AppError `keys-missing`, `keys-locked`, `keys-damaged`
 */
export const ownKeys = (store: Store): OwnKeys => {
  const { file, secrets } = opened(store);
  return {
    office:
      file.officeKey !== null && secrets.officeKey !== null ? { key: file.officeKey, secret: secrets.officeKey } : null,
    device: { key: file.deviceKey, secret: secrets.deviceKey },
    recipient: file.recipient,
    identities: secrets.identities,
  };
};

interface Opened {
  readonly file: KeysFile;
  readonly dataKey: Uint8Array;
  readonly secrets: Secrets;
}

const opened = (store: Store): Opened => {
  const file = readKeysFile(store.folder);
  if (!file) throw new AppError("keys-missing");
  const dataKey = dataKeyOf(store, file);
  const plain = dataKey && unseal(dataKey, file.secrets);
  if (!dataKey || !plain) throw new AppError(lockedCode(file));
  return { file, dataKey, secrets: secretsSchema.parse(JSON.parse(plain.toString("utf8"))) };
};

const lockedCode = ({ lock }: KeysFile): string => {
  if (lock === null) return "keys-locked-recovery";
  return lock.by === "os" ? "keys-locked-os" : "keys-locked";
};

/**
 * Makes all keys anew. They lie under the passphrase where one is given, else under the operating system's store, else
 * under nothing.
 * @throws AppError `keys-there`, `passphrase-short`
 */
export const makeKeys = async (store: Store, passphrase?: string): Promise<void> => {
  if (readKeysFile(store.folder)) throw new AppError("keys-there");
  await storeNewKeys(store, signingKeyFrom(store.env.randomBytes(32)), passphrase);
};

/**
 * Makes keys for this computer around an office key that there is already, or none.
 * @param readsToo further identities whose files it is to read
 */
export const storeNewKeys = async (
  store: Store,
  office: SigningKey | null,
  passphrase?: string,
  readsToo: readonly string[] = [],
): Promise<void> => {
  const dataKey = store.env.randomBytes(32);
  const { key, identity, recipient } = await newDeviceKeys(store);
  const secrets = {
    officeKey: office?.secret ?? null,
    deviceKey: key.secret,
    identities: [identity, ...readsToo],
  };
  const lock = await newLock(store, dataKey, passphrase);
  writeKeysFile(store.folder, {
    kind: "liandong-keys",
    format: 1,
    officeKey: office?.key ?? null,
    device: store.device,
    deviceKey: key.key,
    recipient,
    secrets: sealedSecrets(store, dataKey, secrets),
    lock,
    recovery: null,
  });
  holderOf(store).dataKey = dataKey;
};

const newDeviceKeys = async (store: Store): Promise<{ key: SigningKey; identity: string; recipient: string }> => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { key: signingKeyFrom(store.env.randomBytes(32)), identity, recipient };
};

const sealedSecrets = (store: Store, dataKey: Uint8Array, secrets: Secrets): string =>
  seal(dataKey, Buffer.from(JSON.stringify(secrets)), newNonce(store.env.randomBytes));

const newLock = async (store: Store, dataKey: Uint8Array, passphrase?: string | null): Promise<Lock> => {
  const nonce = newNonce(store.env.randomBytes);
  const { osKey } = holderOf(store);
  if (passphrase !== undefined && passphrase !== null) {
    if (passphrase.trim().length < shortestPassphrase) {
      throw new AppError("passphrase-short", { least: shortestPassphrase });
    }
    const salt = store.env.randomBytes(16);
    const key = await keyOfPassphrase(passphrase, salt, scryptCost);
    return { by: "passphrase", salt: text(salt), ...scryptCost, wrapped: seal(key, dataKey, nonce) };
  }
  if (osKey) return { by: "os", wrapped: seal(osKey, dataKey, nonce) };
  return { by: "none", dataKey: text(dataKey) };
};

const shortestPassphrase = 8;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/**
 * Opens keys that are locked. The recovery code opens them whatever they lie under. Those that came out of a backup or
 * from another machine are put under a lock of this one with it: the passphrase that is given too, the operating system's
 * store, or none. A passphrase that was forgotten stays until another is set.
 * @throws AppError `keys-missing`, `passphrase-wrong`, `recovery-code-wrong`, `recovery-none`, `code-mistyped`
 */
export const unlockKeys = async (
  store: Store,
  by: { readonly passphrase?: string; readonly recoveryCode?: string },
): Promise<void> => {
  const file = readKeysFile(store.folder);
  if (!file) throw new AppError("keys-missing");
  if (by.recoveryCode !== undefined) {
    const dataKey = openByCode(file, by.recoveryCode);
    const hasLock = file.lock?.by === "passphrase" || openByItself(file.lock, holderOf(store).osKey) !== null;
    if (!hasLock || by.passphrase !== undefined) {
      writeKeysFile(store.folder, { ...file, lock: await newLock(store, dataKey, by.passphrase) });
    }
    holderOf(store).dataKey = dataKey;
    return;
  }
  if (dataKeyOf(store, file)) return;
  if (file.lock?.by !== "passphrase") throw new AppError(lockedCode(file));
  const { salt, n, r, p, wrapped } = file.lock;
  const key = await keyOfPassphrase(by.passphrase ?? "", Buffer.from(salt, "base64url"), { n, r, p });
  const dataKey = unseal(key, wrapped);
  if (!dataKey) throw new AppError("passphrase-wrong");
  holderOf(store).dataKey = dataKey;
};

const openByCode = ({ recovery, secrets }: KeysFile, typed: string): Uint8Array => {
  if (!recovery) throw new AppError("recovery-none");
  const code = readCode(typed, recoveryCodeLength);
  const dataKey = unseal(keyOfCode(code, Buffer.from(recovery.salt, "base64url")), recovery.wrapped);
  if (!dataKey || !unseal(dataKey, secrets)) throw new AppError("recovery-code-wrong");
  return dataKey;
};

/** Sets a passphrase, or takes it away (null): then the operating system's store, where there is one. @throws as `ownKeys` */
export const protectKeys = async (store: Store, passphrase: string | null): Promise<void> => {
  const { file, dataKey } = opened(store);
  writeKeysFile(store.folder, { ...file, lock: await newLock(store, dataKey, passphrase) });
  holderOf(store).dataKey = dataKey;
};

/** A new recovery code, to be printed: seven groups of four. The one before opens nothing that is written from now on. */
export const newRecoveryCode = (store: Store): string => {
  const { file, dataKey } = opened(store);
  const code = makeCode(store.env, recoveryCodeLength);
  const salt = store.env.randomBytes(16);
  const wrapped = seal(keyOfCode(code, salt), dataKey, newNonce(store.env.randomBytes));
  writeKeysFile(store.folder, { ...file, recovery: { salt: text(salt), wrapped } });
  return code;
};

/** The computer that the device keys were made for; another one than the store's after a restore (EX19). */
export const deviceOfKeys = (store: Store): string | null => readKeysFile(store.folder)?.device ?? null;

/** New keys for this computer beside those of the office; what was sent to the old ones can still be read. */
export const renewDeviceKeys = async (store: Store): Promise<void> => {
  const { file, dataKey, secrets } = opened(store);
  const { key, identity, recipient } = await newDeviceKeys(store);
  const renewed = {
    ...secrets,
    deviceKey: key.secret,
    identities: [identity, ...secrets.identities].slice(0, keptIdentities),
  };
  writeKeysFile(store.folder, {
    ...file,
    device: store.device,
    deviceKey: key.key,
    recipient,
    secrets: sealedSecrets(store, dataKey, renewed),
  });
};

const keptIdentities = 8;

/** Takes an office key over from the desk, or lets it go to the desk (EX21). */
export const setOfficeKey = (store: Store, office: SigningKey | null): void => {
  const { file, dataKey, secrets } = opened(store);
  writeKeysFile(store.folder, {
    ...file,
    officeKey: office?.key ?? null,
    secrets: sealedSecrets(store, dataKey, { ...secrets, officeKey: office?.secret ?? null }),
  });
};

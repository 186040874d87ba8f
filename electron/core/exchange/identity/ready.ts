/**
 * Keys that are there, open, and this computer's own: what every service of exchange begins with. Makes them where there
 * are none, and after a restore (EX19) gives the computer keys under its new name, vouched for by the office's key.
 */
import { AppError } from "#shared/errors.ts";
import type { Store } from "../../store/store.ts";
import {
  deviceOfKeys,
  keysState,
  makeKeys,
  newRecoveryCode,
  type OwnKeys,
  ownKeys,
  renewDeviceKeys,
  unlockKeys,
} from "./keys.ts";
import { issue, trustOf } from "./roster.ts";
import { takeDeskOver } from "./take-desk.ts";

/** The code of this office. @throws AppError `not-begun` */
export const ownOffice = (store: Store): string => {
  const code = store.officeCode();
  if (code === null) throw new AppError("not-begun", { path: store.folder });
  return code;
};

/**
 * Makes the keys where there are none, and the recovery code that is shown this once (EX18a).
 * @throws AppError `keys-there`, `passphrase-short`
 */
export const setUpKeys = async (store: Store, passphrase?: string): Promise<{ recoveryCode: string }> => {
  ownOffice(store);
  await makeKeys(store, passphrase);
  const recoveryCode = newRecoveryCode(store);
  await ensureKeys(store);
  return { recoveryCode };
};

/** Opens locked keys, and does at once what waited for that (EX19, EX21). @throws AppError as `unlockKeys` does */
export const openKeys = async (store: Store, by: Parameters<typeof unlockKeys>[1]): Promise<void> => {
  await unlockKeys(store, by);
  await ensureKeys(store);
};

/**
 * The keys, ready for use. Made without asking where there are none, so that a script can: without a recovery code then,
 * until one is asked for, since nobody would see it.
 * @throws AppError `keys-locked`, `keys-locked-os`, `keys-locked-recovery`, `keys-damaged`
 */
export const ensureKeys = async (store: Store): Promise<OwnKeys> => {
  store.assertWritable();
  ownOffice(store);
  if (keysState(store).state === "none") await makeKeys(store);
  const keys = await takeDeskOver(store, ownKeys(store));
  return deviceOfKeys(store) === store.device ? vouched(store, keys) : ensureOwnDevice(store);
};

/** The office's key vouches for this computer as its exchange desk, where that has not been done. */
const vouched = (store: Store, keys: OwnKeys): OwnKeys => {
  const { office, device, recipient } = keys;
  if (!office) return keys;
  const { n } = store.db
    .prepare("SELECT count(*) AS n FROM roster WHERE by = ? AND subject = ?")
    .get(office.key, `device:${ownOffice(store)}/${store.device}`) as { n: number };
  if (n > 0) return keys;
  issue(store, office, {
    type: "device",
    office: ownOffice(store),
    device: store.device,
    key: device.key,
    recipient,
    desk: true,
    revoked: null,
  });
  return keys;
};

/**
 * After a restore the computer has another name: new keys under it, which the office's key vouches for at once. What was
 * the desk until then is none any more. Without the office's key the desk has to enrol it again.
 */
const ensureOwnDevice = async (store: Store): Promise<OwnKeys> => {
  const before = deviceOfKeys(store) ?? "";
  const office = ownOffice(store);
  await renewDeviceKeys(store);
  const keys = vouched(store, ownKeys(store));
  const old = trustOf(store).deviceOf(office, before);
  if (keys.office && old?.desk === true) {
    const { device, key, recipient, revoked } = old;
    issue(store, keys.office, { type: "device", office, device, key, recipient, desk: false, revoked });
  }
  return keys;
};

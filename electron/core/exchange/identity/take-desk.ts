/** The other end of moving the desk (EX21): the computer that it was moved to takes the office's signing key over. */
import { officeRecordId } from "#shared/system/settings.ts";
import type { Store } from "../../store/store.ts";
import { decryptWith } from "../file/age.ts";
import { type OwnKeys, ownKeys, setOfficeKey } from "./keys.ts";
import { trustOf } from "./roster.ts";
import { type SigningKey, signingKeyFrom } from "./signing.ts";

/**
 * Where the desk was moved to this computer: takes the office's key over, once it has come. Done before any other work
 * with keys (`ensureKeys`), so that nobody has to think of it.
 */
export const takeDeskOver = async (store: Store, keys: OwnKeys): Promise<OwnKeys> => {
  const desk = store.fact<{ device: string; key: string }>(officeRecordId, "desk");
  if (keys.office || desk?.device !== store.device) return keys;
  const opened = await decryptWith(keys.identities, Buffer.from(desk.key, "base64"));
  if (!("bytes" in opened) || opened.bytes.length !== 32) return keys;
  const office: SigningKey = signingKeyFrom(opened.bytes);
  if (trustOf(store).officeOf(store.officeCode() ?? "")?.key !== office.key) return keys;
  setOfficeKey(store, office);
  return ownKeys(store);
};

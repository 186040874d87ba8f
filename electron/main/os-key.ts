/** The key that Electron's safeStorage keeps for core, which knows nothing of Electron (EX18a). */
import { safeStorage } from "electron";
import { join } from "node:path";
import { sealedKey } from "./sealed-key.ts";

/** On Linux without a secret service, safeStorage hides things under a password that stands in its source: that is none. */
const isRealStore = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text");

/** Asked after the app is ready. @param profile the folder of this window's own files */
export const osKeyOf = (profile: string): string | null =>
  sealedKey(join(profile, "os-key.sealed"), {
    isAvailable: isRealStore,
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(sealed),
  });

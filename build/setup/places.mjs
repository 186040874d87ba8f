/**
 * Where set-up keeps its things. Everything it makes lies in three places: node_modules (npm's own), `.cache/` in the
 * repository (the Electron runtime that was prepared), and a folder of the user's cache shared by all clones on this
 * machine (downloads and the compiled addon), so that a second clone has nothing to fetch.
 */
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const inRoot = (...parts) => join(root, ...parts);

/** Shared by all clones of this user; `LIANDONG_CACHE` moves it. */
export const sharedCache = (...parts) => join(sharedCacheFolder(), ...parts);

const sharedCacheFolder = () => {
  if (process.env.LIANDONG_CACHE) return resolve(process.env.LIANDONG_CACHE);
  if (process.platform === "win32") return join(process.env.LOCALAPPDATA ?? homedir(), "liandong", "cache");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "liandong");
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "liandong");
};

/** What the runtime step decided: read by every script that starts Electron. */
export const runtimeRecord = inRoot(".setup", "runtime.json");

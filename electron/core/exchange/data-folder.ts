/** EX21: whether this data folder lies where a database must not lie; asked of the operating system once. */
import { readFileSync, realpathSync } from "node:fs";
import type { Store } from "../store/store.ts";
import { type Mount, mountsIn, sharedFolderOf } from "./shared-path.ts";

const known = new Map<string, string | null>();

/** The share or cloud drive that the data folder lies on; null: a disk of this computer. */
export const sharedDataFolder = ({ folder }: Pick<Store, "folder">): string | null => {
  let found = known.get(folder);
  if (found === undefined) {
    found = sharedFolderOf(realPath(folder), mountsHere());
    known.set(folder, found);
  }
  return found;
};

const realPath = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
};

const mountsHere = (): Mount[] => {
  try {
    return mountsIn(readFileSync("/proc/mounts", "utf8"));
  } catch {
    return [];
  }
};

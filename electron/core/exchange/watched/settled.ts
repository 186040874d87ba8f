/**
 * Which files of exchange in a folder can be read. A copy onto a share or a stick grows for a while under its final name;
 * until its size and time rest from one look to the next it is left alone.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isBundleName } from "#shared/exchange/extension.ts";

export interface SettledFiles {
  /** Looks once. True while some file is new or still grows: look again soon. A folder that is not there holds nothing. */
  readonly look: () => boolean;
  /** Files at rest that nobody has dealt with, by name. */
  readonly settled: () => readonly string[];
  /** Is not named again unless it changes. */
  readonly dealtWith: (path: string) => void;
}

interface Seen {
  readonly mark: string;
  readonly settled: boolean;
  readonly done: boolean;
}

export const settledFiles = (folder: string): SettledFiles => {
  let seen = new Map<string, Seen>();
  return {
    look: () => {
      const before = seen;
      seen = new Map();
      let restless = false;
      for (const name of namesIn(folder)) {
        const path = join(folder, name);
        const mark = markOf(path);
        if (mark === null) continue;
        const known = before.get(path);
        const rests = known?.mark === mark;
        seen.set(path, rests ? { ...known, settled: true } : { mark, settled: false, done: false });
        if (!rests) restless = true;
      }
      return restless;
    },
    settled: () => [...seen].filter(([, { settled, done }]) => settled && !done).map(([path]) => path),
    dealtWith: (path) => {
      const known = seen.get(path);
      if (known) seen.set(path, { ...known, done: true });
    },
  };
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter(isBundleName).toSorted();
  } catch {
    return [];
  }
};

/** Null for what is no file, or is gone by now. */
const markOf = (path: string): string | null => {
  try {
    const found = statSync(path);
    return found.isFile() ? `${found.size} ${found.mtimeMs} ${found.ino}` : null;
  } catch {
    return null;
  }
};

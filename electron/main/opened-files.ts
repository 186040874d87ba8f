/**
 * Files of exchange that were opened outside the window: by a double click that started the program, by one while it ran
 * (the second start hands its files over to the first), or by the desktop of macOS. They wait here until the window has
 * a page that takes them, which may be long: core may still be starting.
 */
import { isAbsolute } from "node:path";
import { isBundleName } from "#shared/exchange/extension.ts";

export interface OpenedFiles {
  readonly add: (paths: readonly string[]) => void;
  /** What has not been taken yet, each path once; from then on it is the taker's. */
  readonly take: () => readonly string[];
  /** Calls back when there are new ones. */
  readonly onAdded: (listener: () => void) => void;
}

/** A double click names a handful; more is not from a person. */
const most = 200;

export const collectOpenedFiles = (first: readonly string[]): OpenedFiles => {
  let waiting = new Set(first.slice(0, most));
  let listener: () => void = () => {};
  return {
    add: (paths) => {
      const before = waiting.size;
      for (const path of paths) if (waiting.size < most) waiting.add(path);
      if (waiting.size > before) listener();
    },
    take: () => {
      const taken = [...waiting];
      waiting = new Set();
      return taken;
    },
    onAdded: (given) => {
      listener = given;
    },
  };
};

/** What a second start hands to the first. */
export interface HandedOver {
  readonly files: readonly string[];
}

/** The files in what another start handed over; it comes from another process, so nothing of it is taken on trust. */
export const filesHandedOver = (data: unknown): string[] => {
  if (typeof data !== "object" || data === null || !("files" in data) || !Array.isArray(data.files)) return [];
  return data.files.filter(
    (path): path is string => typeof path === "string" && path.length < 4096 && isAbsolute(path) && isBundleName(path),
  );
};

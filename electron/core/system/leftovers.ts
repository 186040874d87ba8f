/**
 * Half files of a program that was killed in the middle of copying evidence or of a backup. Whoever writes takes its own
 * away; these have nobody left who would, and each may be as large as the database.
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { incomingIn } from "../attachments/files.ts";

/** A reader beside this writer may be taking a backup just now; none takes this long (milliseconds). */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Takes away what was left half written. What cannot be taken away now is met again at the next start. */
export const removeLeftovers = (folder: string, now: Date): void => {
  const halves = [...partsIn(folder), ...partsIn(incomingIn(folder))];
  for (const path of halves) {
    try {
      if (now.getTime() - statSync(path).mtimeMs > abandonedAfter) rmSync(path, { force: true });
    } catch {
      // Held or gone: no reason not to open.
    }
  }
};

const partsIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".part"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/**
 * The folders of one running program: its data, and beside them Chromium's own profile (cache, window size), which the
 * single-instance lock goes by. A data folder that cannot be written must still bring up the window that says so; then
 * the profile goes to the system's temporary folder.
 */
import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defaultDataFolder } from "#shared/shell/data-folder.ts";

export interface Places {
  readonly data: string;
  readonly profile: string;
}

const canWrite = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param asked the folder of `--data`, absolute, when there was one */
export const findPlaces = (asked: string | undefined): Places => {
  const data = resolve(asked ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() }));
  const beside = join(data, "window");
  if (canWrite(data) && canWrite(beside)) return { data, profile: beside };
  const elsewhere = join(tmpdir(), `liandong-window-${createHash("sha256").update(data).digest("hex").slice(0, 16)}`);
  mkdirSync(elsewhere, { recursive: true });
  return { data, profile: elsewhere };
};

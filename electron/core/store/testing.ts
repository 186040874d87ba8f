/** For tests: a clock that stands, randomness from a seed, and a data folder that goes away. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Env } from "./env.ts";

export const fixedEnv = (now = "2020-05-19T08:00:00+08:00", seed = 1): Env & { setNow: (iso: string) => void } => {
  let at = new Date(now);
  let state = seed >>> 0;
  return {
    now: () => at,
    setNow: (iso) => {
      at = new Date(iso);
    },
    randomBytes: (length) =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
  };
};

/** A new empty folder, and the means to take it away again. */
export const temporaryFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "liandong-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

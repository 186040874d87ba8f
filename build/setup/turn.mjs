/** One set-up at a time in one clone: a second one waits for the first instead of building over it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inRoot } from "./places.mjs";

const lockFile = inRoot(".setup", "turn.lock");

const holder = () => {
  try {
    return Number(readFileSync(lockFile, "utf8"));
  } catch {
    return undefined;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

const take = () => {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
};

export const inTurn = async (work) => {
  mkdirSync(dirname(lockFile), { recursive: true });
  let told = false;
  while (!take()) {
    const pid = holder();
    if (pid !== undefined && pid > 0 && !isAlive(pid)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!told) console.log(`  waiting for another set-up in this folder (process ${pid}) to end`);
    told = true;
    await pause(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
};

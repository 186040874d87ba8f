/**
 * Step: `npm ci`, once per package-lock.json. npm writes `node_modules/.package-lock.json` as the last thing it does
 * and `npm ci` removes node_modules as the first, so what that file lists is installed whole; our own stamp beside it
 * remembers the hash of the lock file it answers to.
 * Install scripts are not run: better-sqlite3 ships its addons (the addon step sees to the stand-in's), and npm's
 * implicit rebuild would ask for python3 on machines that need no compiler.
 */
import { readFile } from "node:fs/promises";
import { readRecord, sha256, writeRecord } from "./files.mjs";
import { inRoot } from "./places.mjs";
import { npm } from "./run.mjs";
import { said, StepFailed, withSignOfLife } from "./say.mjs";

const stampFile = inRoot("node_modules", ".liandong-installed.json");

/** Every package that is not another platform's is there in the version the lock file names. */
export const installedAsLocked = (lock, installed) =>
  Object.entries(lock.packages).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const there = installed?.packages?.[path];
    return there === undefined ? optional === true : there.version === version;
  });

export const installDependencies = async () => {
  const lockText = await readFile(inRoot("package-lock.json"), "utf8");
  const hash = sha256(lockText);
  if ((await readRecord(stampFile))?.hash === hash) return said("installed already");

  const installed = await readRecord(inRoot("node_modules", ".package-lock.json"));
  if (installed === undefined || !installedAsLocked(JSON.parse(lockText), installed)) {
    await withSignOfLife("npm ci", ci);
  }
  await writeRecord(stampFile, { hash });
  return said("installed");
};

const ci = async () => {
  try {
    // npm says what is wrong first and lists its options afterwards.
    await npm(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"], {
      quiet: true,
      showFirst: true,
    });
  } catch (error) {
    throw new StepFailed(
      error.message,
      "check that the npm registry can be reached (npm ping; npm config get registry; a mirror is set with npm config set registry …) and run the same command again.",
    );
  }
};

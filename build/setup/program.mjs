/**
 * Step: the build, skipped when nothing it is made of has changed since: the stamp in `out/` holds the hash of all
 * sources, is taken away before a build and written after it.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readRecord, remove, writeRecord } from "./files.mjs";
import { inRoot } from "./places.mjs";
import { run, toolNode } from "./run.mjs";
import { runtimeEnvironment } from "./runtime.mjs";
import { said, StepFailed, withSignOfLife } from "./say.mjs";

const sources = [
  "electron",
  "renderer",
  "shared",
  "package.json",
  "package-lock.json",
  "electron.vite.config.ts",
  "tsconfig.base.json",
];
const products = [
  "out/main/index.js",
  "out/main/core.js",
  "out/main/cli.js",
  "out/preload/index.cjs",
  "out/renderer/index.html",
];
const stamp = inRoot("out", "built-from.json");

const isPartOfProgram = (name) => !/\.test\.tsx?$/.test(name) && !name.includes("/fixtures/");

const filesBelow = async (path) => {
  const entries = await readdir(inRoot(path), { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(inRoot().length + 1)
        .replaceAll("\\", "/"),
    )
    .filter(isPartOfProgram);
};

const byCodePoint = (a, b) => (a < b ? -1 : Number(a > b));

/** One hash over names and contents of all that the build reads. */
const hashOfSources = async () => {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of (await filesBelow(source)).toSorted(byCodePoint)) {
      hash.update(`${file}\0`).update(await readFile(inRoot(file)));
    }
  }
  return hash.digest("hex");
};

export const buildProgram = async (runtime) => {
  const hash = await hashOfSources();
  const isBuilt = (await readRecord(stamp))?.hash === hash && products.every((product) => existsSync(inRoot(product)));
  if (isBuilt) return said("built already");
  await remove(stamp);
  try {
    await withSignOfLife("electron-vite build", () =>
      run(toolNode(), [inRoot("node_modules/electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"], {
        quiet: true,
        showFirst: true,
        env: runtimeEnvironment(runtime),
      }),
    );
  } catch (error) {
    throw new StepFailed(error.message, "the sources do not build as they are: the lines above name the file.");
  }
  await writeRecord(stamp, { hash });
  return said("built");
};

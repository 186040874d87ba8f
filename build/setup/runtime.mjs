/**
 * Step: the Electron runtime, by the first way that works: a folder the user names (`ELECTRON_OVERRIDE_DIST_PATH`),
 * Electron's own download (honouring `ELECTRON_MIRROR`), on Linux x64 the stand-in. What was chosen is written to
 * `.setup/runtime.json`, which every script that starts Electron reads.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readRecord, writeRecord } from "./files.mjs";
import { inRoot, runtimeRecord } from "./places.mjs";
import { runAnyway, toolEnvironment, toolNode } from "./run.mjs";
import { said, StepFailed, withSignOfLife } from "./say.mjs";
import { prepareStandIn, standInFacts, standInFits } from "./stand-in.mjs";

const electronPackage = inRoot("node_modules", "electron");

/** How long the release host may take to answer before the next way is tried, and the download to be done. */
const answerWithin = 8_000;
const downloadWithin = 15 * 60_000;

const executableIn = (dist) => {
  const names = ["electron", "electron.exe", "Electron.app/Contents/MacOS/Electron"];
  const name = names.find((candidate) => existsSync(join(dist, candidate)));
  return name === undefined ? undefined : join(dist, name);
};

const wantedVersion = async () => JSON.parse(await readFile(join(electronPackage, "package.json"), "utf8")).version;

/** A current Electron's Node-API is new enough for the addons that better-sqlite3 ships. */
const factsOf = async (kind, dist) => {
  const version = (await readFile(join(dist, "version"), "utf8").catch(() => "unknown")).trim().replace(/^v/, "");
  const isStandIn =
    (await readRecord(join(dist, "prepared.json")))?.kind === "stand-in" || version === standInFacts.electronVersion;
  return isStandIn ? { ...standInFacts } : { kind, electronVersion: version, nodeApi: 10 };
};

const fromOverride = async () => {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return undefined;
  if (executableIn(dist) === undefined) {
    throw new StepFailed(
      `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where there is no Electron`,
      "correct it or unset it.",
    );
  }
  return { dist, ...(await factsOf("override", dist)) };
};

const downloaded = async () => {
  const dist = join(electronPackage, "dist");
  if (executableIn(dist) === undefined || !existsSync(join(electronPackage, "path.txt"))) return undefined;
  return { dist, ...(await factsOf("download", dist)) };
};

/** Asks for the head of the very file, so that a network that blocks it costs seconds. Through a proxy only the download itself can tell. */
const releaseHostAnswers = async (version) => {
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  const mirror =
    process.env.ELECTRON_MIRROR ||
    process.env.npm_config_electron_mirror ||
    "https://github.com/electron/electron/releases/download/";
  const folder = process.env.ELECTRON_CUSTOM_DIR?.replace("{{ version }}", version) ?? `v${version}`;
  const url = `${mirror}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(answerWithin) });
    return answer.ok;
  } catch {
    return false;
  }
};

const fromDownload = async () => {
  const there = await downloaded();
  if (there !== undefined) return there;
  const version = await wantedVersion();
  if (!(await releaseHostAnswers(version))) {
    console.log(`  Electron ${version} cannot be downloaded here (ELECTRON_MIRROR names a mirror where there is one)`);
    return undefined;
  }
  const result = await withSignOfLife(`downloading Electron ${version}`, () =>
    runAnyway(toolNode(), [join(electronPackage, "install.js")], { quiet: true, timeout: downloadWithin }),
  );
  if (result.code !== 0) console.log(`  the download failed: ${result.output.trim().split("\n")[0]}`);
  return downloaded();
};

const fromStandIn = async () => (standInFits() ? { dist: await prepareStandIn(), ...standInFacts } : undefined);

/** Chooses and records the runtime. Once the stand-in is in place, a download is tried again only when a mirror is named. */
export const provideRuntime = async () => {
  const before = await readRecord(runtimeRecord);
  const standInIsThere = before?.kind === "stand-in" && !process.env.ELECTRON_MIRROR && existsSync(before.dist);
  const ways = standInIsThere ? [fromOverride, downloaded, fromStandIn] : [fromOverride, fromDownload, fromStandIn];
  for (const way of ways) {
    const found = await way();
    if (found === undefined) continue;
    const runtime = { ...found, executable: executableIn(found.dist) };
    await writeRecord(runtimeRecord, runtime);
    return said(
      `Electron ${runtime.electronVersion}${runtime.kind === "stand-in" ? " (stand-in, for development and tests only)" : ""}`,
      runtime,
    );
  }
  throw new StepFailed(
    "Electron could not be downloaded, and there is no stand-in for this system",
    "set ELECTRON_MIRROR to a mirror of Electron's releases that can be reached (offices behind the national network need one), or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.",
  );
};

/** The environment in which the `electron` package, electron-vite and Playwright find that runtime. */
export const runtimeEnvironment = (runtime) =>
  toolEnvironment({ ELECTRON_OVERRIDE_DIST_PATH: runtime.dist, ELECTRON_EXEC_PATH: runtime.executable });

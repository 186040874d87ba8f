/**
 * `npm run package`: set-up, then electron-builder for this platform. `--dir` makes the unpacked folder alone, `--linux` /
 * `--win` name the platform, `--output DIR` the place. A release is made only with Electron's own runtime and
 * better-sqlite3's own addon: the stand-in and what was compiled for it are refused, unless `--allow-stand-in` says that
 * the package is for a test, and then only as `--dir`.
 */
import { cp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setUp, asScript } from "./setup.mjs";
import { addonIsForStandIn } from "./setup/addon.mjs";
import { builderConfiguration } from "./packaging/config.mjs";
import { inRoot } from "./setup/places.mjs";
import { runAnyway, toolNode } from "./setup/run.mjs";
import { step, said, StepFailed } from "./setup/say.mjs";
import { writeRecord } from "./setup/files.mjs";

const args = process.argv.slice(2);
const has = (flag) => args.includes(flag);
const valueOf = (flag) => (has(flag) ? args[args.indexOf(flag) + 1] : undefined);

const refuseStandIn = (runtime) => {
  if (runtime.kind !== "stand-in" && runtime.kind !== "override" && !addonIsForStandIn()) return;
  if (has("--allow-stand-in") && has("--dir")) return;
  throw new StepFailed(
    runtime.kind === "download"
      ? "the database addon here was compiled for the stand-in runtime"
      : `the runtime here (${runtime.kind}, Electron ${runtime.electronVersion}) is not the one that a release is made with`,
    "package on a machine that can download Electron (ELECTRON_MIRROR names a mirror), after removing .cache and .setup there; for a test: npm run package -- --dir --allow-stand-in.",
  );
};

/** A copy of the runtime without the loader that the stand-in carries, which would be started in place of the program. */
const cleanRuntime = async (runtime, folder) => {
  await rm(folder, { recursive: true, force: true });
  await cp(runtime.dist, folder, {
    recursive: true,
    filter: (source) => !source.startsWith(join(runtime.dist, "resources", "app")),
  });
  await rm(join(folder, "prepared.json"), { force: true });
  return folder;
};

/** electron-builder wants the tool chain's newer Node, so it runs as a program of its own with the configuration in a file. */
const runBuilder = async (runtime) => {
  const output = resolve(valueOf("--output") ?? inRoot("dist"));
  const isStandIn = runtime.kind === "stand-in";
  const electronDist = isStandIn ? await cleanRuntime(runtime, `${output}.runtime`) : undefined;
  const configuration = `${output}.configuration.json`;
  await writeRecord(
    configuration,
    builderConfiguration({ output, electronDist, electronVersion: runtime.electronVersion }),
  );
  try {
    const platform = ["--linux", "--win"].filter(has);
    const { code, output: text } = await runAnyway(
      toolNode(),
      [
        inRoot("node_modules/electron-builder/cli.js"),
        "build",
        ...platform,
        ...(has("--dir") ? ["--dir"] : []),
        "--config",
        configuration,
        "--publish",
        "never",
      ],
      { quiet: true },
    );
    if (code !== 0)
      throw new StepFailed(
        `electron-builder ended with ${code}\n${text.trim().split("\n").slice(-25).join("\n")}`,
        "the lines above say what it lacks.",
      );
  } finally {
    await rm(configuration, { force: true });
    await rm(`${output}.runtime`, { recursive: true, force: true });
  }
  return said(output);
};

await asScript(async () => {
  const runtime = await setUp();
  await step("Runtime for a release", async () => {
    refuseStandIn(runtime);
    return said(
      runtime.kind === "stand-in" ? "stand-in, allowed for this test package" : `Electron ${runtime.electronVersion}`,
    );
  });
  await step("Package", () => runBuilder(runtime));
});

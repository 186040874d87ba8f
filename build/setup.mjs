/**
 * `npm run setup`, and the first thing `npm start` and `npm test` do: everything from a fresh clone to a built program,
 * each step skipped when it is done already. Plain Node 20 and its own modules only, since it runs before anything is
 * installed.
 */
import { pathToFileURL } from "node:url";
import { fitAddon } from "./setup/addon.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { buildProgram } from "./setup/program.mjs";
import { provideRuntime } from "./setup/runtime.mjs";
import { checkSandbox } from "./setup/sandbox.mjs";
import { step } from "./setup/say.mjs";
import { installSystemPackages } from "./setup/system-packages.mjs";
import { inTurn } from "./setup/turn.mjs";

const oldestNode = 20;

/** All steps; returns what is known of the runtime. A failed step has said why and what to do, and is rethrown. */
export const setUp = () =>
  inTurn(async () => {
    await step("System packages", installSystemPackages);
    await step("Packages", installDependencies);
    const runtime = await step("Electron runtime", provideRuntime);
    await step("Sandbox", () => checkSandbox(runtime));
    await step("Database addon", () => fitAddon(runtime));
    await step("Build", () => buildProgram(runtime));
    return runtime;
  });

/** Runs a script's work; a failure that a step has explained already ends the process without a stack. */
export const asScript = async (work) => {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    console.error(
      `Node ${process.versions.node} is too old: install Node ${oldestNode} or newer and run the same command again.`,
    );
    process.exit(1);
  }
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!("whatToDo" in error)) console.error(error);
    process.exitCode = 1;
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await asScript(async () => {
    await setUp();
  });
}

/**
 * `npm start`: set-up, then the program. With a display its window opens. Without one a window serves nobody: then the
 * real program runs once through its main job on a display of its own, leaves pictures and the workbook, and ends;
 * `npm start -- --stay` keeps it running there instead. Further arguments go to the program (`npm start -- --data DIR`).
 */
import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asScript, setUp } from "./setup.mjs";
import { openDisplay } from "./setup/display.mjs";
import { inRoot } from "./setup/places.mjs";
import { runAnyway, toolNode } from "./setup/run.mjs";
import { runtimeEnvironment } from "./setup/runtime.mjs";
import { hasDisplay } from "./setup/system-packages.mjs";

const args = process.argv.slice(2);
const stay = args.includes("--stay");
const programArguments = args.filter((argument) => argument !== "--stay");

/** Chromium refuses to run its sandbox as root; nobody but a container or a test machine runs it so. */
const rootArguments = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

const runProgram = (runtime) =>
  new Promise((resolve, reject) => {
    const program = spawn(runtime.executable, [...rootArguments, inRoot(), ...programArguments], {
      stdio: "inherit",
      env: runtimeEnvironment(runtime),
    });
    // A terminal's Ctrl+C reaches the program as well, and a second one would end it before it has closed its database.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => program.kill("SIGTERM"));
    program.on("error", reject);
    program.on("exit", (code) => resolve(code ?? 0));
  });

const runMainJob = async () => {
  const folder = await mkdtemp(join(tmpdir(), "liandong-main-job-"));
  console.log(`There is no display here: the program runs once through its main job on a virtual one.`);
  const { code } = await runAnyway(toolNode(), [inRoot("e2e/main-job.ts"), folder]);
  if (code === 0) {
    console.log(`Pictures and workbook: ${folder}`);
    console.log(
      "With a display `npm start` opens the window; `npm start -- --stay` keeps the program running on the virtual one.",
    );
  }
  return code;
};

await asScript(async () => {
  const runtime = await setUp();
  if (hasDisplay()) return runProgram(runtime);
  const closeDisplay = await openDisplay();
  try {
    if (!stay) return await runMainJob();
    console.log(`The program stays open on the virtual display ${process.env.DISPLAY}; Ctrl+C ends it.`);
    return await runProgram(runtime);
  } finally {
    closeDisplay();
  }
});

/**
 * From the start of the program to a ledger that can be used, with none, 50,000 and 200,000 issues, against an Electron
 * window that shows an empty page. Without a display run it under `xvfb-run`.
 */
import { _electron } from "@playwright/test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProgram } from "#core/program.ts";
import { initOffice } from "#core/system/office.ts";
import { launchProgram, runtime } from "../../e2e/launch.ts";
import { type BenchLine, median } from "./line.ts";
import { seedIssues } from "./seed.ts";

const rounds = 6;
const counts = [0, 50_000, 200_000] as const;

const seeded = (folder: string, count: number): string => {
  const path = join(folder, String(count));
  mkdirSync(path);
  const program = openProgram({
    folder: path,
    version: "bench",
    workerUrl: new URL("../../out/main/worker.js", import.meta.url),
  });
  initOffice(program.store, "370303");
  if (count > 0) seedIssues(program.store, count);
  program.close();
  return path;
};

const emptyProgram = (folder: string): string => {
  const path = join(folder, "empty-program");
  mkdirSync(path);
  writeFileSync(join(path, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", main: "main.cjs" }));
  writeFileSync(
    join(path, "main.cjs"),
    `const { app, BrowserWindow } = require("electron");
     app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadURL("data:text/html,<p id=ready>ready"));`,
  );
  return path;
};

/** Milliseconds until the empty window shows its one line. */
const startEmpty = async (program: string): Promise<number> => {
  const start = performance.now();
  const app = await _electron.launch({ executablePath: runtime().executable, args: ["--no-sandbox", program] });
  await (await app.firstWindow()).locator("#ready").waitFor();
  const took = performance.now() - start;
  await app.close();
  return took;
};

/** Milliseconds until the program's navigation is there and can be clicked. */
const startOurs = async (dataFolder: string): Promise<number> => {
  const start = performance.now();
  const program = await launchProgram({ dataFolder });
  await program.page.getByRole("navigation").first().waitFor();
  const took = performance.now() - start;
  await program.close();
  return took;
};

export const windowBench = async (): Promise<BenchLine[]> => {
  const folder = mkdtempSync(join(tmpdir(), "liandong-bench-"));
  try {
    const empty = emptyProgram(folder);
    const folders = counts.map((count) => seeded(folder, count));
    const took = { empty: [] as number[], ours: counts.map(() => [] as number[]) };
    for (let round = -1; round < rounds; round++) {
      const emptyTook = await startEmpty(empty);
      if (round >= 0) took.empty.push(emptyTook);
      for (const [index, path] of folders.entries()) {
        const ours = await startOurs(path);
        if (round >= 0) took.ours[index]?.push(ours);
      }
    }
    const [none = 0, some = 0, many = 0] = took.ours.map(median);
    return [
      {
        name: "window usable with 200,000 issues",
        ours: many,
        base: median(took.empty),
        against: "an empty Electron window",
        goal: 2,
      },
      {
        name: "window usable with 50,000 issues",
        ours: some,
        base: none,
        against: "the same with none",
        goal: 1.1,
        slope: many / some,
      },
      { name: "window usable with 200,000 issues", ours: many, base: none, against: "the same with none", goal: 1.1 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

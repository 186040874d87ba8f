/**
 * The fixtures of every test on the real program: a fresh data folder, the program started on it, and screenshots into
 * `screenshots/` (kept out of git). A test fails when the window wrote an error to its console.
 *
 * `test.use({ language: "en" })` chooses the language; `prepareData` fills the data folder before the program starts
 * (a damaged database, a read-only folder …); `start` starts it again on the same folder.
 */
import { test as base, expect } from "@playwright/test";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchProgram, type LaunchOptions, type Program, repository } from "./launch.ts";

export interface ProgramOptions {
  readonly language: "zh-CN" | "en";
  readonly size: { readonly width: number; readonly height: number };
  readonly prepareData: ((dataFolder: string) => Promise<void>) | undefined;
}

export interface ProgramFixtures {
  readonly dataFolder: string;
  /** All programs that this test has started. */
  readonly started: Program[];
  /** Starts the program on this test's data folder; it is closed at the end. For tests that start it more than once. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Program>;
  /** The program, started. */
  readonly program: Program;
  /** Saves the window started last as `screenshots/<name>.<language>.png`. */
  readonly shoot: (name: string) => Promise<void>;
}

export const test = base.extend<ProgramFixtures & ProgramOptions>({
  language: ["zh-CN", { option: true }],
  size: [{ width: 1366, height: 768 }, { option: true }],
  prepareData: [undefined, { option: true }],

  dataFolder: async ({ prepareData }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "liandong-e2e-"));
    await prepareData?.(folder);
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },

  // Playwright wants the braces even where nothing is taken out of them.
  // oxlint-disable-next-line no-empty-pattern
  started: async ({}, use) => {
    const started: Program[] = [];
    await use(started);
    const complaints = started.flatMap((program) => program.complaints);
    await Promise.all(started.map((program) => program.close().catch(() => undefined)));
    expect(complaints, "the window wrote no errors to its console").toEqual([]);
  },

  start: async ({ dataFolder, language, size, started }, use) => {
    await use(async (options = {}) => {
      const program = await launchProgram({ dataFolder, language, size, ...options });
      started.push(program);
      return program;
    });
  },

  program: async ({ start }, use) => {
    await use(await start());
  },

  shoot: async ({ started, language }, use) => {
    const folder = join(repository, "screenshots");
    await mkdir(folder, { recursive: true });
    await use(async (name) => {
      const program = started.at(-1);
      if (program === undefined) throw new Error("Start the program before taking a picture of it.");
      await program.page.screenshot({ path: join(folder, `${name}.${language}.png`), animations: "disabled" });
    });
  },
});

export { expect };

/**
 * The packaged program: made as an unpacked folder, its fuses read back, started once without a window and once with one,
 * on a real database. The inspector is fused off, so Playwright attaches to Chromium's own debugging port.
 */
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { type Browser, chromium, expect, test } from "@playwright/test";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, open, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./launch.ts";

test.describe.configure({ mode: "serial" });
test.skip(process.platform !== "linux", "the unpacked folder is made and started on Linux");

let folder: string;
const unpacked = (...parts: string[]): string => join(folder, "package", "linux-unpacked", ...parts);
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(file, args, { env, maxBuffer: 64 * 1024 * 1024, timeout: 100_000 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : Number(error !== null), stdout, stderr });
    });
  });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = await mkdtemp(join(tmpdir(), "liandong-packaged-"));
  const made = await run(process.execPath, [
    join(repository, "build/package.mjs"),
    "--dir",
    "--allow-stand-in",
    "--output",
    join(folder, "package"),
  ]);
  expect(made.code, made.stdout + made.stderr).toBe(0);
});

test.afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

test("a release is refused where the runtime is not Electron's own", async () => {
  const refused = await run(process.execPath, [
    join(repository, "build/package.mjs"),
    "--output",
    join(folder, "release"),
  ]);
  const runtime: { kind: string } = JSON.parse(await readFile(join(repository, ".setup/runtime.json"), "utf8"));
  test.skip(runtime.kind === "download", "here the runtime is Electron's own");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("is not the one that a release is made with");
  expect(await readdir(folder)).not.toContain("release");
});

test("its fuses are set as the configuration says, read back from the executable", async () => {
  const wire = await getCurrentFuseWire(unpacked("liandong-window"));
  const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    cookieEncryption: true,
    asarIntegrity: true,
    onlyAsar: true,
    fileProtocol: false,
  });
});

test("it cannot be used as a Node", async () => {
  const answer = await run(unpacked("liandong"), ["--version-of-node"], { ...process.env, ELECTRON_RUN_AS_NODE: "1" });
  expect(answer.stdout).not.toMatch(/^v\d+/);
});

test("its command line begins a data folder, without a window or a display, with the exit codes of command-line.md", async () => {
  const { DISPLAY: _display, ...withoutDisplay } = process.env;
  const data = join(folder, "office");
  const begun = await run(unpacked("liandong"), ["init", "--unit", "370303", "--data", data, "--json"], withoutDisplay);
  expect(begun.code, begun.stderr).toBe(0);
  expect(() => JSON.parse(begun.stdout)).not.toThrow();
  const verified = await run(unpacked("liandong"), ["--cli", "verify", "--data", data, "--json"], withoutDisplay);
  expect(verified.code, verified.stderr).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
  const wrong = await run(unpacked("liandong"), ["no-such-command"], withoutDisplay);
  expect(wrong.code).toBe(2);
});

test("its window opens a real database in a fresh data folder", async () => {
  const data = join(folder, "fresh");
  const program = spawn(unpacked("liandong-window"), [...asRoot, "--remote-debugging-port=0", "--data", data], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const browser = await attach(await debuggingAddress(program));
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent("page"));
    if (page === undefined) throw new Error("The packaged program opened no window.");
    await expect.poll(() => page.evaluate(stateOfCore)).toBe("ready");
    expect(page.url()).toMatch(/^app:\/\/program\//);
    await page.locator("#root > *").first().waitFor();
    const database = (await readdir(data)).find((name) => /\.(db|sqlite)$/.test(name));
    expect(database).toBeDefined();
    const file = await open(join(data, database ?? ""));
    const { buffer } = await file.read(Buffer.alloc(15), 0, 15, 0);
    await file.close();
    expect(buffer.toString("latin1")).toBe("SQLite format 3");
    await page
      .evaluate(() => (globalThis as unknown as { liandong: { quit: () => Promise<void> } }).liandong.quit())
      .catch(() => undefined);
    await expect.poll(() => program.exitCode, { timeout: 15_000 }).toBe(0);
  } finally {
    if (program.exitCode === null) program.kill("SIGKILL");
  }
});

/**
 * Attaches to the program once its page is there: attaching while a page is being made can wait for ever on either side.
 * What has not answered within ten seconds is asked again, over a new connection.
 */
const attach = async (address: string, attempts = 3): Promise<Browser> => {
  const list = new URL("/json/list", address.replace(/^ws:/, "http:"));
  await expect.poll(async () => (await fetch(list)).text(), { timeout: 30_000 }).toContain("app://program/");
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 });
  } catch (error) {
    if (attempts <= 1) throw error;
    return attach(address, attempts - 1);
  }
};

const stateOfCore = async (): Promise<string> => {
  const { liandong } = globalThis as unknown as { liandong: { coreState: () => Promise<{ state: string }> } };
  return (await liandong.coreState()).state;
};

const debuggingAddress = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let written = "";
    program.stderr?.setEncoding("utf8").on("data", (text: string) => {
      written += text;
      const address = /DevTools listening on (ws:\S+)/.exec(written)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once("exit", (code) => reject(new Error(`The packaged program ended with ${code}:\n${written}`)));
  });

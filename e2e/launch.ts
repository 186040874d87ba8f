/**
 * Starting the real program under Playwright, as the tests, the main job of `npm start` and the screenshots do: on a data
 * folder of its own, at 1366×768, in a chosen language, with whatever the window complains about collected.
 */
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const repository = resolve(import.meta.dirname, "..");

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly language?: "zh-CN" | "en";
  /** 1366×768 unless told; "remembered" leaves the window as the program itself opens it. */
  readonly size?: { readonly width: number; readonly height: number } | "remembered";
  /** A packaged program to start instead of the built sources. */
  readonly executable?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files that a double click names at the start. */
  readonly files?: readonly string[];
}

export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Console errors, uncaught errors and policy violations so far. A test that expects one takes it out of the list. */
  readonly complaints: string[];
  /** Shows the window at another size. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Ends core from outside, as the system would, and returns when it is gone. */
  readonly killCore: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What set-up recorded of the runtime. */
export const runtime = (): { executable: string; electronVersion: string; kind: string } =>
  JSON.parse(readFileSync(join(repository, ".setup/runtime.json"), "utf8"));

const withoutUndefined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

const localeOf = { "zh-CN": "zh_CN.UTF-8", en: "en_US.UTF-8" } as const;

const resizeWindow = (app: ElectronApplication, width: number, height: number): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );

const killCore = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: program }) => {
    const core = program
      .getAppMetrics()
      .find(({ name, serviceName }) => name === "liandong-core" || serviceName?.includes("liandong-core"));
    const node = program.getAppMetrics().find(({ type, name }) => type === "Utility" && name?.includes("Node"));
    const pid = core?.pid ?? node?.pid;
    if (pid === undefined) throw new Error("core is not running");
    process.kill(pid, "SIGKILL");
  });

/** A start takes a second or two; what takes longer than this has got stuck on the way to the driver. */
const launchWithin = 25_000;
const mostLaunches = 3;

/**
 * About one launch in fifty never gets through to Playwright, though the program itself is up and its window open: the
 * driver kills it then, and it is started again.
 */
const launchAnyway = async (
  options: Parameters<typeof _electron.launch>[0],
  launched = 1,
): Promise<ElectronApplication> => {
  try {
    return await _electron.launch(options);
  } catch (error) {
    if (launched >= mostLaunches || !(error instanceof Error && error.name === "TimeoutError")) throw error;
    return launchAnyway(options, launched + 1);
  }
};

const argumentsOf = ({ executable, dataFolder, files = [] }: LaunchOptions): string[] => [
  ...(process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--force-device-scale-factor=1",
  ...(executable === undefined ? [repository] : []),
  "--data",
  dataFolder,
  ...files,
];

/** A double click on a file while the program runs: the system starts it again, and that one hands the file over. */
export const doubleClick = ({ dataFolder }: Program, file: string): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const second = spawn(runtime().executable, argumentsOf({ dataFolder, files: [file] }), { stdio: "ignore" });
    second.on("error", reject);
    second.on("exit", resolve);
  });

/** Starts the program and waits for its window. */
export const launchProgram = async (options: LaunchOptions): Promise<Program> => {
  const size = options.size ?? { width: 1366, height: 768 };
  const locale = localeOf[options.language ?? "zh-CN"];
  const app = await launchAnyway({
    timeout: launchWithin,
    executablePath: options.executable ?? runtime().executable,
    args: argumentsOf(options),
    env: { ...withoutUndefined(process.env), LC_ALL: locale, LANGUAGE: "", TZ: "Asia/Shanghai", ...options.env },
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  if (size !== "remembered") await resizeWindow(app, size.width, size.height);
  return {
    app,
    page,
    dataFolder: options.dataFolder,
    complaints,
    resize: (newWidth, newHeight) => resizeWindow(app, newWidth, newHeight),
    killCore: () => killCore(app),
    close: () => app.close(),
  };
};

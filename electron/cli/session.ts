/**
 * The data folder as one command needs it: read-only beside an open window, for writing as its one writer, or not at
 * all. Commands speak through the contract's client, the same procedures that the window calls. The program is loaded
 * when a command asks for it: a dry run and a usage need none.
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import type { RouterClient } from "@orpc/server";
import { AppError } from "#shared/errors.ts";
import { defaultDataFolder } from "#shared/shell/data-folder.ts";
import type { Program } from "#core/program.ts";
import type { router } from "#core/router.ts";

export type Client = RouterClient<typeof router>;

export interface Opened {
  readonly program: Program;
  readonly client: Client;
}

export interface Session {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** For commands that only read; works while a window has the folder. @throws AppError `not-begun` */
  readonly reading: () => Promise<Opened>;
  /** For commands that write. @throws AppError `not-begun`, `data-folder-held` with who has it */
  readonly writing: () => Promise<Opened>;
  /** For `init` and `demo`: a folder that need not exist yet. */
  readonly beginning: () => Promise<Opened>;
  readonly close: () => void;
}

/** The worker beside this program: compiled beside `cli.js`, its source when the sources run as they are. */
const workerUrlBeside = (here: string): URL => {
  if (here.endsWith(".ts")) return new URL("../core/jobs/worker.ts", here);
  return new URL(here.includes("/chunks/") ? "../worker.js" : "./worker.js", here);
};

export const openSession = (given: string | undefined, signal: AbortSignal): Session => {
  const machine = { platform: process.platform, env: process.env, home: homedir() };
  const folder = resolve(given ?? defaultDataFolder(machine));
  let opened: Program | null = null;

  const open = async (readonly: boolean): Promise<Opened> => {
    const [{ createRouterClient }, { openProgram }, { router }, { programVersion }] = await Promise.all([
      import("@orpc/server"),
      import("#core/program.ts"),
      import("#core/router.ts"),
      import("#core/version.ts"),
    ]);
    const workerUrl = workerUrlBeside(import.meta.url);
    const program = openProgram({ folder, readonly, workerUrl, version: programVersion, who: "command line" });
    opened = program;
    return { program, client: createRouterClient(router, { context: program }) };
  };
  const begun = async (readonly: boolean): Promise<Opened> => {
    if (!existsSync(resolve(folder, "liandong.sqlite"))) throw new AppError("not-begun", { path: folder });
    const result = await open(readonly);
    if (result.program.store.officeCode() === null) throw new AppError("not-begun", { path: folder });
    return result;
  };
  return {
    folder,
    signal,
    reading: () => begun(true),
    writing: () => begun(false),
    beginning: () => open(false),
    close: () => opened?.close(),
  };
};

/** For tests: commands as processes of their own, as a script would start them. */
import { execFile } from "node:child_process";
import { join } from "node:path";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const entry = join(import.meta.dirname, "main.ts");

/** @param folder where they run; compiled sources stay in it from one process to the next */
export const runner =
  (folder: string, env: Readonly<Record<string, string>> = {}) =>
  (...args: readonly string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const options = {
        cwd: folder,
        maxBuffer: 1e8,
        env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled"), ...env },
      };
      execFile(process.execPath, [entry, ...args], options, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      });
    });

/** A data folder of this name, and the command line on it. */
export const officeIn = <Told>(folder: string, name: string, env?: Readonly<Record<string, string>>) => {
  const data = join(folder, name);
  const run = runner(folder, env);
  return {
    data,
    run: (...args: readonly string[]) => run("--data", data, ...args),
    json: async (...args: readonly string[]) => {
      const ran = await run("--data", data, "--json", ...args);
      return { ...ran, json: JSON.parse(ran.out) as Told };
    },
  };
};

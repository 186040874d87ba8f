/** The command line's entry: runs by itself when started as a script, and is called by the installed program's `--cli`. */
import { pathToFileURL } from "node:url";

/** Runs one command and returns its exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  console.error(`unknown command: ${args[0] ?? ""}`);
  return 2;
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await runCommandLine(process.argv.slice(2));
}

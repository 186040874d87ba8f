/**
 * The installed program's command line. The RunAsNode fuse is off, so the executable cannot be used as a Node; instead it
 * starts as itself with `--cli` and, without a window, runs the very entry that `npm run liandong` runs.
 */
import { app } from "electron";

/** The part of the command line's entry that is used here; it must not run by itself when it is imported. */
export interface CommandLine {
  /** Runs one command and returns the exit code of command-line.md. */
  readonly runCommandLine: (args: readonly string[]) => Promise<number>;
}

export const runWithoutWindow = async (args: readonly string[], load: () => Promise<CommandLine>): Promise<void> => {
  app.dock?.hide();
  const { runCommandLine } = await load();
  app.exit(await runCommandLine(args));
};

/**
 * The installed program's command line. The RunAsNode fuse is off, so the executable cannot be used as a Node; instead it
 * starts as itself with `--cli` and, without a window, runs the very entry that `npm run liandong` runs.
 */
import { app } from "electron";
import { appendFileSync } from "node:fs";
import { join } from "node:path";

/** The part of the command line's entry that is used here; it must not run by itself when it is imported. */
export interface CommandLine {
  /** Runs one command and returns the exit code of command-line.md. */
  readonly runCommandLine: (args: readonly string[]) => Promise<number>;
}

/** On Windows a window program has no console: liandong.cmd names two files and types them out afterwards. */
const writeToFile = (stream: NodeJS.WriteStream, file: string | undefined): void => {
  if (file === undefined || file === "") return;
  stream.write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    appendFileSync(file, chunk);
    const done = rest.at(-1);
    if (typeof done === "function") done();
    return true;
  };
};

/** Resolves when all that was written to a stream has left; ending before that would cut a long answer short. */
const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write("", () => resolve());
  });

export const runWithoutWindow = async (args: readonly string[], load: () => Promise<CommandLine>): Promise<void> => {
  app.dock?.hide();
  app.setPath("userData", join(app.getPath("temp"), "liandong-command-line"));
  writeToFile(process.stdout, process.env["LIANDONG_STDOUT"]);
  writeToFile(process.stderr, process.env["LIANDONG_STDERR"]);
  // Electron would show a dialog and wait for somebody to press its button.
  process.on("uncaughtException", (error) => {
    console.error(error);
    app.exit(1);
  });
  const { runCommandLine } = await load();
  const code = await runCommandLine(args);
  await Promise.all([written(process.stdout), written(process.stderr)]);
  app.exit(code);
};

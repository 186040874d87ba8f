/**
 * What the program was started with. Electron, Chromium and test drivers add switches of their own, in any place, so
 * only what is ours is looked at and the rest passed over.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isBundleName } from "#shared/exchange/extension.ts";

export interface StartArguments {
  /** `--data DIR` or `--data=DIR`, resolved against the working directory. */
  readonly dataFolder: string | undefined;
  /** Everything after `--cli`, when the command line was asked for. */
  readonly commandLine: readonly string[] | undefined;
  /** Files of exchange that a double click named, as absolute paths. */
  readonly files: readonly string[];
}

const valueOf = (argv: readonly string[], name: string): string | undefined => {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
};

/** Desktops of Linux hand files over as `file://` addresses. */
const pathOf = (argument: string, workingDirectory: string): string | undefined => {
  if (!argument.startsWith("file:")) return resolve(workingDirectory, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    return undefined;
  }
};

/** Arguments that name a file of exchange: no switch, and not the value of one of ours. */
const filesIn = (argv: readonly string[], workingDirectory: string): string[] =>
  argv
    .filter((argument, at) => at > 0 && !argument.startsWith("-") && argv[at - 1] !== "--data")
    .filter(isBundleName)
    .flatMap((argument) => pathOf(argument, workingDirectory) ?? []);

export const readArguments = (argv: readonly string[], workingDirectory: string): StartArguments => {
  const cli = argv.indexOf("--cli");
  if (cli !== -1) return { dataFolder: undefined, commandLine: argv.slice(cli + 1), files: [] };
  const folder = valueOf(argv, "--data");
  return {
    dataFolder: folder === undefined || folder === "" ? undefined : resolve(workingDirectory, folder),
    commandLine: undefined,
    files: filesIn(argv, workingDirectory),
  };
};

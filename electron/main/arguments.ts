/**
 * What the program was started with. Electron, Chromium and test drivers add switches of their own, in any place, so
 * only what is ours is looked at and the rest passed over.
 */
import { isAbsolute, resolve } from "node:path";

export interface StartArguments {
  /** `--data DIR` or `--data=DIR`, resolved against the working directory. */
  readonly dataFolder: string | undefined;
  /** Everything after `--cli`, when the command line was asked for. */
  readonly commandLine: readonly string[] | undefined;
}

const valueOf = (argv: readonly string[], name: string): string | undefined => {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
};

export const readArguments = (argv: readonly string[], workingDirectory: string): StartArguments => {
  const cli = argv.indexOf("--cli");
  if (cli !== -1) return { dataFolder: undefined, commandLine: argv.slice(cli + 1) };
  const folder = valueOf(argv, "--data");
  if (folder === undefined || folder === "") return { dataFolder: undefined, commandLine: undefined };
  return { dataFolder: isAbsolute(folder) ? folder : resolve(workingDirectory, folder), commandLine: undefined };
};

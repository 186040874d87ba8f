/**
 * The command line's entry: runs by itself when started as a script, and is called by the installed program's `--cli`.
 * Exit codes: 0 done, 1 refused, 2 wrong usage. With `--json` standard output holds one document and nothing else.
 */
import { existsSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isAppError } from "#shared/errors.ts";
import { type Language, languages, word } from "#shared/translations/index.ts";
import { commonOptions, languageOf, type Options, readArguments, type Typed, WrongUsage } from "./arguments.ts";
import type { Answer, Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { commandTyped, usageOf, usageOfAll } from "./usage.ts";

/** Runs one command and returns its exit code. */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  process.stdout.on("error", leaveQuietly);
  const language = languageOf(args);
  const json = args.includes("--json");
  let command: Command | undefined;
  try {
    const loose = readArguments(args, everyOption);
    command = commandTyped(commands, loose.words);
    if (loose.flags.has("help") || loose.words.length === 0) {
      process.stdout.write(`${command ? usageOf(command, language) : usageOfAll(commands, language)}\n`);
      return loose.flags.has("help") || loose.words.length === 0 ? (loose.flags.has("help") ? 0 : 2) : 0;
    }
    if (!command) throw new WrongUsage("unknown-command", { command: loose.words.slice(0, 2).join(" ") });
    const answer = await run(command, args, language);
    process.stdout.write(
      json ? `${JSON.stringify(answer.json, null, 1)}\n` : answer.text === "" ? "" : `${answer.text}\n`,
    );
    return answer.exitCode ?? 0;
  } catch (error) {
    return refused(error, { json, language, command });
  }
};

/** Whoever reads the output (`| head`) may have seen enough. */
const leaveQuietly = (error: Error & { code?: string }): void => {
  if (error.code !== "EPIPE") throw error;
};

/** All options of all commands, to find the command among them. */
const everyOption: Options = Object.assign({}, commonOptions, ...commands.map(({ options }) => options)) as Options;

const run = async (command: Command, args: readonly string[], language: Language): Promise<Answer> => {
  const typed = readArguments(args, { ...commonOptions, ...command.options });
  const words = typed.words.slice(command.name.split(" ").length);
  refuseUnknownLanguage(typed);
  refuseWrongWords(command, words);
  const [{ openSession }, work] = await Promise.all([import("./session.ts"), command.load()]);
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once("SIGINT", onInterrupt);
  const session = openSession(folderOf(typed), stop.signal);
  try {
    return await work({
      words,
      typed,
      session,
      language,
      say: (key, params) => word(language, `cli.${key}`, params),
      remark: (line) => process.stderr.write(`${line}\n`),
    });
  } finally {
    process.off("SIGINT", onInterrupt);
    session.close();
  }
};

const refuseUnknownLanguage = ({ texts }: Typed): void => {
  const given = texts.get("lang");
  if (given === undefined || languages.some((language) => language === given)) return;
  throw new WrongUsage("wrong-usage", { reason: `--lang ${given} (${languages.join(", ")})` });
};

const folderOf = ({ texts }: Typed): string | undefined => texts.get("data");

const refuseWrongWords = ({ takes }: Command, words: readonly string[]): void => {
  const least = takes.filter((name) => !name.startsWith("[")).length;
  const most = takes.some((name) => name.includes("…")) ? Infinity : takes.length;
  if (words.length < least) throw new WrongUsage("word-missing", { word: takes[words.length] ?? "" });
  if (words.length > most) throw new WrongUsage("word-too-many", { word: words[most] ?? "" });
};

interface Circumstances {
  readonly json: boolean;
  readonly language: Language;
  readonly command: Command | undefined;
}

/** Says why, in words that say what to do, and gives the exit code. */
const refused = (error: unknown, { json, language, command }: Circumstances): 1 | 2 => {
  const { code, params, detail } = reasonOf(error);
  const message = word(language, `errors.${code}.message`, params);
  const hint = word(language, `errors.${code}.hint`, params);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ error: { code, message, hint, params, ...(detail !== "" && { detail }) } })}\n`,
    );
  } else {
    process.stderr.write(`${message}\n${hint}\n`);
    if (detail !== "") process.stderr.write(`${detail}\n`);
    if (error instanceof WrongUsage && command) process.stderr.write(`\n${usageOf(command, language)}\n`);
  }
  return error instanceof WrongUsage ? 2 : 1;
};

interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly detail: string;
}

/** A refusal of ours, one that crossed the contract, input that the contract refused, or a fault. */
const reasonOf = (error: unknown): Reason => {
  if (isAppError(error)) return { code: error.code, params: error.params, detail: "" };
  if (!(error instanceof Error)) return { code: "internal", params: {}, detail: String(error) };
  const { code, data } = error as Error & { code?: unknown; data?: unknown };
  if (code === "REFUSED") return { ...(data as Omit<Reason, "detail">), detail: "" };
  if (code === "BAD_REQUEST") return { code: "invalid-input", params: {}, detail: issuesOf(data) };
  return { code: "internal", params: {}, detail: error.stack ?? error.message };
};

const issuesOf = (data: unknown): string => {
  const issues = (data as { issues?: { path?: readonly unknown[]; message?: string }[] } | undefined)?.issues ?? [];
  return issues.map(({ path = [], message = "" }) => `${path.map(String).join(".")}: ${message}`).join("\n");
};

/** Started as a script, and not imported by the installed program, whose first argument is no file. */
const isScript = (path: string | undefined): boolean =>
  path !== undefined && existsSync(path) && import.meta.url === pathToFileURL(realpathSync(path)).href;

if (isScript(process.argv[1])) {
  process.exitCode = await runCommandLine(process.argv.slice(2));
}

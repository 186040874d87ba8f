/**
 * Reads what was typed into a command and its options. Options may stand anywhere; one that takes several values takes
 * the words after it (`--to 370303001 370303002`) and may be repeated.
 */
import { parseArgs } from "node:util";
import { isoDate } from "#shared/calendar/period.ts";
import { isRealDay } from "#shared/calendar/real-day.ts";
import { AppError } from "#shared/errors.ts";
import { type Language, languages } from "#shared/translations/index.ts";

export type OptionKind = "flag" | "text" | "many";
export type Options = Readonly<Record<string, OptionKind>>;

/** Options that every command takes. */
export const commonOptions = { data: "text", json: "flag", lang: "text", help: "flag" } as const satisfies Options;

export interface Typed {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, string>;
  readonly many: ReadonlyMap<string, readonly string[]>;
}

/** What was typed is no command, or not with these options: exit code 2 and the usage. */
export class WrongUsage extends AppError {}

/** Reads `args` by the options named. @throws WrongUsage for an unknown option or one without its value */
export const readArguments = (args: readonly string[], options: Options): Typed => {
  const { values, positionals } = parsed(spread(args, options), options);
  const flags = new Set<string>();
  const texts = new Map<string, string>();
  const many = new Map<string, string[]>();
  for (const [name, value] of Object.entries(values)) {
    if (value === true) flags.add(name);
    else if (typeof value === "string") texts.set(name, value);
    else if (Array.isArray(value)) many.set(name, value.map(String));
  }
  return { words: positionals, flags, texts, many };
};

const parsed = (args: string[], options: Options): ReturnType<typeof parseArgs> => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      strict: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, kind]) => [
          name,
          kind === "flag" ? { type: "boolean" } : { type: "string", multiple: kind === "many" },
        ]),
      ),
    });
  } catch (error) {
    throw new WrongUsage("wrong-usage", { reason: optionIn(error) }, { cause: error });
  }
};

/** The option that Node's English sentence is about (`--colour`, `--unit <value>`): ours says the rest in its language. */
const optionIn = (error: unknown): string => {
  const sentence = error instanceof Error ? error.message : "";
  return /'(-[^']*)'/u.exec(sentence)?.[1] ?? sentence;
};

/** `--to A B C` → `--to=A --to=B --to=C`, for options that take several. */
const spread = (args: readonly string[], options: Options): string[] => {
  const spreadArgs: string[] = [];
  let taking: string | null = null;
  for (const [index, arg] of args.entries()) {
    if (arg === "--") return [...spreadArgs, ...args.slice(index)];
    if (arg.startsWith("--")) {
      const [name, value] = splitOnce(arg.slice(2), "=");
      taking = options[name] === "many" && value === undefined ? name : null;
      if (taking === null) spreadArgs.push(arg);
    } else if (taking === null) spreadArgs.push(arg);
    else spreadArgs.push(`--${taking}=${arg}`);
  }
  return spreadArgs;
};

const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
};

/** The language asked for; Chinese when none was, or when it is not one of ours (which is refused later). */
export const languageOf = (args: readonly string[]): Language => {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : args[at] === "--lang" ? args[at + 1] : args[at]?.slice("--lang=".length);
  return languages.find((language) => language === given) ?? "zh-CN";
};

/** @throws WrongUsage when it is not a whole number within the bounds */
export const wholeNumber = (text: string | undefined, name: string, from: number, to: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to) {
    throw new WrongUsage("wrong-usage", { reason: `--${name}: ${text} (${from}–${to})` });
  }
  return value;
};

/** The value of an option that the command cannot do without. @throws WrongUsage naming it with `value`, what it takes */
export const needed = ({ texts }: Typed, option: string, value: string): string => {
  const given = texts.get(option);
  if (given === undefined) throw new WrongUsage("option-missing", { option: `--${option} ${value}` });
  return given;
};

/** The day that an option gives. @throws WrongUsage for what is no day of the calendar */
export const dayTyped = ({ texts }: Typed, option: string): string | undefined => {
  const text = texts.get(option);
  if (text === undefined || (isoDate.safeParse(text).success && isRealDay(text))) return text;
  throw new WrongUsage("wrong-usage", { reason: `--${option}: ${text} (YYYY-MM-DD)` });
};

/** What a text says as JSON. @throws WrongUsage `not-json` with what is wrong in it */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUsage("not-json", { reason: error instanceof Error ? error.message : "" });
  }
};

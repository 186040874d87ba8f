/** What a command of the command line is: its words, its options, what it needs of the data folder, and what it does. */
import type { Language } from "#shared/translations/index.ts";
import type { Options, Typed } from "./arguments.ts";
import type { Session } from "./session.ts";

/** What a command answers: the JSON document of `--json`, and the same for people to read. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** 1 where the answer itself says that something is wrong (`verify`); 0 otherwise. */
  readonly exitCode?: 0 | 1;
}

export interface Invocation {
  /** The words after the command's own. */
  readonly words: readonly string[];
  readonly typed: Typed;
  readonly session: Session;
  readonly language: Language;
  /** Words of `cli.<key>`. */
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  /** A line on standard error, for progress and remarks. */
  readonly remark: (line: string) => void;
}

export interface Command {
  /** As typed: `tasks list`. Its usage stands in the translations under `cli.usage`. */
  readonly name: string;
  /** The words it must be given after its own, as the usage names them; a last one with `…` takes any number, one in brackets may be absent. */
  readonly takes: readonly string[];
  readonly options: Options;
  readonly load: () => Promise<(invocation: Invocation) => Promise<Answer>>;
}

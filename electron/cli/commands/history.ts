/** A record's steps and its history by field, as lines for people. */
import type { HistoryEntry } from "#shared/store/commit.ts";
import { hasWord, type Language, word, words } from "#shared/translations/index.ts";
import { table } from "../table.ts";
import { momentHere } from "../moment.ts";

export interface StepShown {
  readonly on: string;
  readonly name: string;
  readonly text: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
  readonly retracted: boolean;
}

export const stepsText = (steps: readonly StepShown[], language: Language): string => {
  const standing = steps.filter(({ retracted }) => !retracted);
  if (standing.length === 0) return "";
  return table(standing, [
    { name: word(language, "cli.show.on"), of: ({ on }) => on },
    { name: word(language, "cli.show.step"), of: ({ name }) => name },
    { name: word(language, "cli.show.text"), of: ({ text }) => text, most: 60 },
    {
      name: word(language, "cli.show.by"),
      of: ({ office, onBehalfOf }) => (onBehalfOf ? `${office} → ${onBehalfOf}` : office),
    },
  ]);
};

export const historyText = (history: readonly HistoryEntry[], capability: string, language: Language): string =>
  table(history, [
    { name: word(language, "cli.show.at"), of: ({ commit }) => momentHere(commit.at) },
    {
      name: word(language, "cli.show.action"),
      of: ({ commit }) => actionWord(language, commit.action),
    },
    {
      name: word(language, "cli.show.field"),
      of: ({ unit }) => worded(language, `${capability}.history.${unit}`, unit),
    },
    { name: word(language, "cli.show.before"), of: ({ before }) => shown(before), most: 30 },
    { name: word(language, "cli.show.after"), of: ({ after }) => shown(after), most: 30 },
  ]);

/** Actions are named with a dot, which a key's path cannot hold. */
const actionWord = (language: Language, action: string): string => {
  const actions: Readonly<Record<string, string>> = words[language].history.actions;
  return actions[action] ?? action;
};

const worded = (language: Language, key: string, otherwise: string): string =>
  hasWord(language, key) ? word(language, key) : otherwise;

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "object" && "text" in value && typeof value.text === "string") return value.text;
  return JSON.stringify(value);
};

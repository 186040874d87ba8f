/** Which command was typed, and how it is used, in the words of the translations. */
import { type Language, word } from "#shared/translations/index.ts";
import type { Command } from "./command.ts";

/** The longest command that the words begin with: `tasks list` before `tasks`. */
export const commandTyped = (commands: readonly Command[], words: readonly string[]): Command | undefined =>
  commands
    .filter(({ name }) => name.split(" ").every((part, index) => words[index] === part))
    .toSorted((a, b) => b.name.length - a.name.length)[0];

/** `tasks import FILE [--dry-run] [--year N]` */
const formOf = ({ name, takes, options }: Command): string =>
  [
    name,
    ...takes,
    ...Object.entries(options).map(([option, kind]) =>
      kind === "flag" ? `[--${option}]` : `[--${option} ${valueNames[option] ?? "TEXT"}${kind === "many" ? "…" : ""}]`,
    ),
  ].join(" ");

const valueNames: Readonly<Record<string, string>> = {
  year: "N",
  every: "INTERVAL",
  lines: "N",
  "leave-out": "N",
  campaign: "NAME",
  id: "ID",
  limit: "DATE",
  unit: "CODE",
  under: "CODE",
  to: "CODE",
  percent: "N",
  evidence: "FILE",
  on: "DATE",
  revises: "ID",
  sort: "FIELD",
  status: "S",
  code: "CODE",
  name: "NAME",
  sheet: "NAME",
  columns: "FIELD",
  of: "CODE",
  from: "CODE",
  office: "CODE",
  take: "VERSION",
  value: "JSON",
  kind: "KIND",
  record: "ID",
  last: "LINK:N",
  part: "UNIT",
  names: "NAME",
  file: "FILE",
  contact: "NAME",
  lead: "CODE",
  responsible: "CODE",
  support: "CODE",
  occurrence: "DATE",
};

/** `tasks import` → `tasks-import`, the key of its words. */
const keyOf = ({ name }: Command): string => name.replaceAll(" ", "-");

export const usageOf = (command: Command, language: Language): string =>
  [
    `liandong ${formOf(command)}`,
    `  ${word(language, `cli.usage.${keyOf(command)}`)}`,
    "",
    word(language, "cli.commonOptions"),
  ].join("\n");

export const usageOfAll = (commands: readonly Command[], language: Language): string =>
  [
    word(language, "cli.intro"),
    "",
    ...commands.flatMap((command) => [
      `  ${formOf(command)}`,
      `      ${word(language, `cli.usage.${keyOf(command)}`)}`,
    ]),
    "",
    word(language, "cli.commonOptions"),
  ].join("\n");

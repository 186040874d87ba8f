/**
 * The check of languages: English has every key and every parameter that Chinese has; no key is there that nothing
 * uses; every refusal that the program can make has words that say what to do, in both.
 */
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { hasWord, languages, word, words } from "./index.ts";

const root = resolve(import.meta.dirname, "../..");

const textsOf = (from: object, path = ""): [string, string][] =>
  Object.entries(from).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : textsOf(value as object, `${path}${key}.`),
  );

const sources = globSync(["shared/**/*.ts", "electron/**/*.ts", "renderer/**/*.{ts,tsx}"], { cwd: root })
  .filter((path) => !/\.test\.tsx?$|translations[\\/](zh-CN|en)[\\/]|generated|fixtures/.test(path))
  .map((path) => readFileSync(join(root, path), "utf8"));
const allSources = sources.join("\n");

const paramsOf = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").sort();

test("English has every key that Chinese has, and no other", () => {
  const keys = languages.map((language) =>
    textsOf(words[language])
      .map(([key]) => key)
      .sort(),
  );
  expect(keys[1]).toEqual(keys[0]);
});

test("no words are empty, and both languages fill in the same parameters", () => {
  const english = new Map(textsOf(words.en));
  const texts = textsOf(words["zh-CN"]);
  expect(texts.filter(([key, text]) => text.trim() === "" || english.get(key)?.trim() === "")).toEqual([]);
  // A month is a number in Chinese and a name in English; what writes a date gives both.
  const others = texts.filter(([key]) => !/(^|\.)date(\.|$)/.test(key));
  const params = others.map(([key, text]) => [key, ...paramsOf(text)]);
  expect(others.map(([key]) => [key, ...paramsOf(english.get(key) ?? "")])).toEqual(params);
});

/** Families whose keys are put together where no pattern shows it, and who does so. */
const families: Readonly<Record<string, string>> = {
  "shell.": "electron/main reads them as properties of its words",
  "cli.": "electron/cli puts the key together out of the command's and the result's names",
  "exports.": "core's exporter reads them under its own prefix",
  "dispatch.minutes.": "core's minutes read them under their own prefix",
  "history.actions.": "looked up whole by the action of a commit",
};

/** Families looked up by a code: used as long as some source names the code. */
const coded = ["errors.", "problems."] as const;

/**
 * `tasks.fields.${key}` → every key of that shape counts as used, each placeholder standing for one part of the key.
 * `tasks.${id}` says nothing: names of two parts are given whole, or with a fixed end (`${capability}.name`).
 */
const patternsIn = (source: string): RegExp[] =>
  [...source.matchAll(/`((?:[\w.-]|\$\{[^`{}]*(?:\{[^`{}]*\}[^`{}]*)*\})+)`/g)]
    .map(([, text]) => (text ?? "").split(/\$\{[^}]*\}+/))
    .filter((fixed) => fixed.length > 1 && fixed.join("") !== "" && fixed.join("_").includes("."))
    .filter((fixed) => fixed.at(-1) !== "" || fixed.join("_").split(".").length > 2)
    .map(
      (fixed) =>
        new RegExp(`^${fixed.map((part) => part.replaceAll(/[.*+?^$(){}|[\]\\]/g, String.raw`\$&`)).join("[^.]+")}$`),
    );

const literals = new Set([...allSources.matchAll(/["'`]([\w*.-]+)["'`]/g)].map(([, text]) => text ?? ""));
const patterns = sources.flatMap(patternsIn);

const isUsed = (key: string): boolean =>
  literals.has(key) ||
  Object.keys(families).some((family) => key.startsWith(family)) ||
  coded.some((family) => key.startsWith(family) && literals.has(key.split(".")[1] ?? "")) ||
  patterns.some((pattern) => pattern.test(key));

test("no words are there that nothing uses", () => {
  const unused = textsOf(words["zh-CN"]).flatMap(([key]) => (isUsed(key) ? [] : [key]));
  expect(unused).toEqual([]);
});

const thrownCodes = [...allSources.matchAll(/\bAppError\(\s*"([a-z0-9-]+)"/g)].map(([, code]) => code ?? "");

test("every refusal that is thrown has words that say what happened and what to do, in both languages", () => {
  expect(thrownCodes.length).toBeGreaterThan(20);
  const wordless = languages.flatMap((language) =>
    [...new Set(thrownCodes)].flatMap((code) =>
      ["message", "hint"].flatMap((part) =>
        hasWord(language, `errors.${code}.${part}`) ? [] : [`${language} errors.${code}.${part}`],
      ),
    ),
  );
  expect(wordless).toEqual([]);
});

test("a word fills in its parameters, and a key without words is shown as it is", () => {
  expect(word("zh-CN", "app.status.shown", { number: 5 })).toBe("显示 5 条");
  expect(word("en", "no.such.key")).toBe("no.such.key");
});

test("a task without a number is named by its title alone, without a space before it", () => {
  const named = (no: string) => word("zh-CN", "errors.task-withdrawn.message", { no, title: "巡河" });
  expect(named("3")).toContain("“3 巡河”");
  expect(named("")).toContain("“巡河”");
});

import { expect, test } from "vitest";
import { hasWord, languages } from "#shared/translations/index.ts";
import { readArguments, wholeNumber, WrongUsage } from "./arguments.ts";
import { commands } from "./commands/index.ts";
import { cut, table, widthOf } from "./table.ts";

const options = { to: "many", text: "text", json: "flag" } as const;

test("options may stand anywhere; one that takes several takes the words after it and may be repeated", () => {
  const read = (...args: string[]) => {
    const { words, flags, texts, many } = readArguments(args, options);
    return { words, json: flags.has("json"), text: texts.get("text"), to: many.get("to") };
  };
  const expected = { words: ["tasks", "assign", "ID"], json: true, text: "a b", to: ["1", "2", "3"] };
  expect(read("--json", "tasks", "assign", "ID", "--text", "a b", "--to", "1", "2", "--to=3")).toEqual(expected);
  expect(read("tasks", "assign", "ID", "--to", "1", "2", "3", "--text=a b", "--json")).toEqual(expected);
  expect(read("--to", "1", "--", "--text").words).toEqual(["--text"]);
});

test("an unknown option, one without its value, and a number out of bounds are wrong usage", () => {
  expect(() => readArguments(["--colour"], options)).toThrow(WrongUsage);
  expect(() => readArguments(["--text"], options)).toThrow(WrongUsage);
  const naming = (reason: string) => expect.objectContaining({ params: { reason } });
  expect(() => readArguments(["--colour", "red"], options)).toThrow(naming("--colour"));
  expect(() => readArguments(["--text"], options)).toThrow(naming("--text <value>"));
  expect(() => wholeNumber("12.5", "percent", 0, 100)).toThrow(WrongUsage);
  expect(() => wholeNumber("101", "percent", 0, 100)).toThrow(WrongUsage);
  expect(wholeNumber("100", "percent", 0, 100)).toBe(100);
});

test("tables align where a Chinese character is two columns wide", () => {
  const rows = [
    { no: "1", title: "清理河道" },
    { no: "12", title: "A4纸" },
  ];
  const lines = table(rows, [
    { name: "序号", of: ({ no }) => no },
    { name: "任务", of: ({ title }) => title },
    { name: "止", of: () => "|" },
  ]).split("\n");
  const columns = lines.slice(2).map((line) => widthOf(line.slice(0, line.indexOf("|"))));
  expect(new Set(columns).size).toBe(1);
  expect(cut("清理河道", 5)).toBe("清理…");
  expect(widthOf(cut("清理河道垃圾", 8))).toBeLessThanOrEqual(8);
});

test("every command has its usage in both languages", () => {
  for (const { name } of commands) {
    for (const language of languages) {
      expect([name, language, hasWord(language, `cli.usage.${name.replaceAll(" ", "-")}`)]).toEqual([
        name,
        language,
        true,
      ]);
    }
  }
});

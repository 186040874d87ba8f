import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "#core/sheets/open.ts";
import { differences, missingProblems } from "../sheets/expected.ts";
import { readLedger } from "./reading.ts";

const folder = join(import.meta.dirname, "fixtures");
const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));

type Expected = { year: number | null; problems: { row: number; field: string; sheet?: string }[] };

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.[^.]+$/u, ".expected.json")), "utf8"));

describe("Samples with readings: ledgers", () => {
  it.each(files)("%s reads exactly as its expected.json says, and its accounting balances", (name) => {
    const { year, problems, ...expected } = expectedOf(name);
    const reading = readLedger(openWorkbook(readFileSync(join(folder, name)), name), year === null ? {} : { year });
    expect(differences(expected, reading)).toEqual([]);
    expect(missingProblems(problems, reading.problems)).toEqual([]);
    const { rows, items, merged, sections, notes, repeatedHeaders, blanks, listed } = reading.accounting;
    expect(items + merged + sections + notes + repeatedHeaders + blanks + listed).toBe(rows);
  });
});

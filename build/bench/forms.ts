/**
 * Taking in 500 forms of about six tasks each, from their bytes to the one commit, against opening the same 500
 * workbooks by the same reader and nothing more; and how that grows from 125 forms.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { readForm } from "#shared/forms/read-sheet.ts";
import { creation } from "#shared/store/commit.ts";
import { confirmForms } from "#core/forms/confirm.ts";
import { type FormBook, formWorkbook } from "#core/forms/form-workbook.ts";
import { stagedFiles } from "#core/forms/stage.ts";
import { openWorkbook } from "#core/sheets/open.ts";
import { commit } from "#core/store/commit.ts";
import { fixedEnv } from "#core/store/testing.ts";
import type { Store } from "#core/store/store.ts";
import { begunStore } from "#core/testing/store.ts";
import { type BenchLine, median } from "./line.ts";

const sizes = { quarter: 125, whole: 500 } as const;
const tasksEach = 6;
const rounds = 3;
const filled = { received: "", state: "", percent: "", text: "", next: "", difficulty: "", on: "", contact: "" };

const idOf = (kind: string, form: number, task = 0): string => `${kind}${form}x${task}`.padEnd(26, "0");

const bookOf = (form: number): FormBook => ({
  id: idOf("f", form),
  unit: `第${form}街道`,
  office: "张店区",
  officeCode: "370303",
  facts: {
    unit: `第${form}街道`,
    issuedOn: "2020-06-01",
    backBy: null,
    language: "zh-CN",
    rows: Array.from({ length: tasksEach }, (_, task) => ({
      task: idOf("t", form, task),
      occurrence: null,
      shown: {
        no: String(task + 1),
        title: `孝妇河断面水质达标攻坚与入河排污口整治之${task + 1}`,
        measures: "排查溯源、建立清单，逐一销号并开展回头看",
        period: "10月底前",
        now: "已下发",
      },
      filled,
    })),
  },
});

/** As it comes back: every row with progress, one of them badly written. */
const filledIn = async (book: FormBook): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sent = await formWorkbook(book);
  await workbook.xlsx.load(sent.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  for (let task = 0; task < tasksEach && sheet; task++) {
    sheet.getCell(5 + task, 6).value = "是";
    sheet.getCell(5 + task, 8).value = task === 0 ? "一半多" : 10 * task;
    sheet.getCell(5 + task, 9).value = `已完成排查 ${task} 处，正在整改`;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const sendAll = (store: Store, books: readonly FormBook[]): void => {
  const changes = books.flatMap(({ id, facts }) => [
    ...facts.rows.flatMap(({ task, shown: { no, title } }) => [
      { record: task, kind: "task", unit: creation, value: { no, title } },
      { record: task, kind: "task", unit: "step", value: { step: "assign", unit: facts.unit, on: "2020-06-01" } },
    ]),
    { record: id, kind: "form", unit: creation, value: { facts, life: { state: "live" } } },
  ]);
  commit(store, { action: "forms.write", changes });
};

interface Took {
  readonly opening: number;
  readonly taking: number;
}

/** Into a new data folder each time, since what was taken once is nothing new. */
const round = async (books: readonly FormBook[], files: readonly Uint8Array[]): Promise<Took> => {
  const folder = mkdtempSync(join(tmpdir(), "liandong-bench-"));
  const store = begunStore(join(folder, "data"), fixedEnv("2020-06-18T08:00:00+08:00"));
  try {
    sendAll(store, books);
    let start = performance.now();
    for (const bytes of files) openWorkbook(bytes, "x.xlsx");
    const opening = performance.now() - start;
    start = performance.now();
    const read = files.map((bytes, at) => ({
      name: `${at}.xlsx`,
      size: bytes.length,
      hash: createHash("sha256").update(bytes).digest("hex"),
      bytes,
      form: readForm(openWorkbook(bytes, "x.xlsx")),
      problem: null,
    }));
    const stage = { id: "bench", files: stagedFiles(store, read) };
    const program = { store, workerUrl: new URL(import.meta.url), version: "0", close: () => {} };
    const hooks = { onProgress: () => {}, signal: new AbortController().signal };
    const { written } = await confirmForms(program, stage, hooks);
    if (written !== files.length * tasksEach) throw new Error(`${written} rows of ${files.length} forms were written`);
    return { opening, taking: performance.now() - start };
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
};

const measured = async (books: readonly FormBook[], files: readonly Uint8Array[]): Promise<Took> => {
  await round(books, files);
  const took: Took[] = [];
  for (let at = 0; at < rounds; at++) took.push(await round(books, files));
  return { opening: median(took.map(({ opening }) => opening)), taking: median(took.map(({ taking }) => taking)) };
};

export const formsBench = async (): Promise<BenchLine[]> => {
  const books = Array.from({ length: sizes.whole }, (_, form) => bookOf(form));
  const files: Uint8Array[] = [];
  for (const book of books) files.push(await filledIn(book));
  const quarter = await measured(books.slice(0, sizes.quarter), files.slice(0, sizes.quarter));
  const whole = await measured(books, files);
  return [
    {
      name: `take in ${sizes.whole} forms of ${tasksEach} tasks, kept and committed`,
      ours: whole.taking,
      base: whole.opening,
      against: `opening the same ${sizes.whole} workbooks by the same reader`,
      slope: whole.taking / quarter.taking,
    },
  ];
};

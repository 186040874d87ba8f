/** Property: whatever is done to a form, what somebody wrote into it is a change, is not valid, or stands in the remarks. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readForm } from "#shared/forms/read-sheet.ts";
import { rowKey } from "#shared/forms/match-rows.ts";
import { formFields, shownFields } from "#shared/forms/record.ts";
import { formColumns, heading } from "#shared/forms/words.ts";
import { formHead } from "#shared/forms/layout.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import type { Cell, Workbook } from "#shared/sheets/sheet.ts";
import { creation } from "#shared/store/commit.ts";
import { commit } from "../store/commit.ts";
import { fixtureForm } from "./fixtures/form.ts";
import { judgeFile, worldOf } from "./judge.ts";
import { keptForms } from "./kept.ts";
import { remarksOf } from "./remarks.ts";
import { formsOffice, town } from "./testing.ts";
import { knownForms } from "./which-form.ts";

const { id, facts } = fixtureForm;
const filled = { ...facts.rows[0]?.filled, received: "是", state: "推进中", percent: "20", text: "已开工" };
const sent = {
  ...facts,
  rows: facts.rows.map((row, at) => (at === 0 ? { ...row, filled: { ...row.filled, ...filled } } : row)),
};

let office: ReturnType<typeof formsOffice>;
beforeAll(() => {
  office = formsOffice("2020-06-18T08:00:00+08:00");
  const tasks = sent.rows.flatMap(({ task, shown: { no, title } }) => [
    { record: task, kind: "task", unit: creation, value: { no, title } },
    { record: task, kind: "task", unit: "step", value: { step: "assign", unit: town, on: "2020-06-01" } },
  ]);
  const progress = { step: "progress", unit: town, on: "2020-06-02", percent: 20, text: "已开工" };
  commit(office.store, {
    action: "forms.write",
    changes: [
      ...tasks,
      {
        record: sent.rows[0]?.task ?? "",
        kind: "task",
        unit: "step",
        value: { step: "receive", unit: town, on: "2020-06-01" },
      },
      { record: sent.rows[0]?.task ?? "", kind: "task", unit: "step", value: progress },
      { record: id, kind: "form", unit: creation, value: { facts: sent, life: { state: "live" } } },
    ],
  });
});
afterAll(() => office.close());

type Line = Record<string, string>;
/** The form's own rows as they were sent; `key` is its hidden cell. */
const lines: readonly Line[] = sent.rows.map((row, place) => ({ ...row.shown, ...row.filled, key: rowKey(id, place) }));

const written = fc.oneof(
  fc.constantFrom(
    "是",
    "否",
    "已签收",
    "推进中",
    "已报完成",
    "已完成",
    "已退回",
    "差不多",
    "85%",
    "0.85",
    "１２０",
    "120",
    "2020-06-10",
    "2030-01-01",
    "13月",
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const change = fc.record({
  row: fc.nat(4),
  field: fc.constantFrom(...shownFields, ...formFields, "key", "beside"),
  text: written,
});
const made = fc.record({
  changes: fc.array(change, { maxLength: 30, size: "max" }),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 0 }),
  keepsHidden: fc.boolean(),
});

const cellOf = (col: number, text: string): Cell => ({ col, text, kind: "text", value: text });

const bookOf = (rows: readonly Line[], keepsHidden: boolean): Workbook => {
  const head = formHead({ id, ...sent }, { unit: "马尚街道", office: "张店区" });
  const top = [head.title, head.unit, head.sent].map((text, at) => ({ row: at + 1, cells: [cellOf(0, text)] }));
  const names = formColumns.map((key, col) => cellOf(col, heading(key, "zh-CN")));
  const keys = [...formColumns, "key", "beside"];
  const body = rows.map((line, at) => ({
    row: 5 + at,
    cells: keys.flatMap((key, col) => ((line[key] ?? "").trim() === "" ? [] : [cellOf(col, line[key] ?? "")])),
  }));
  const sheet = (name: string, hidden: boolean, sheetRows: Workbook["sheets"][number]["rows"]) => ({
    name,
    hidden,
    rows: sheetRows,
    merges: [],
    hiddenRows: [],
    hiddenCols: [],
  });
  const visible = sheet("填报表", false, [
    ...top,
    { row: 4, cells: names },
    ...body.filter(({ cells }) => cells.length > 0),
  ]);
  const facts = JSON.stringify({
    form: id,
    office: "370303",
    officeName: "张店区",
    unit: town,
    issuedOn: "2020-06-01",
  });
  const hidden = sheet("liandong-form", true, [{ row: 1, cells: [cellOf(0, facts)] }]);
  return {
    format: "xlsx",
    fileName: "x.xlsx",
    sheets: keepsHidden ? [visible, hidden] : [visible],
    date1904: false,
    notices: [],
  };
};

test("no cell that somebody filled in is lost, whatever is changed, moved, removed or added", () => {
  const world = worldOf(office.store, knownForms(keptForms(office.store)));
  fc.assert(
    fc.property(made, ({ changes, order, keepsHidden }) => {
      const all = [...lines, {}].map((line): Line => ({ ...line }));
      for (const { row, field, text } of changes) Object.assign(all[row % all.length] ?? {}, { [field]: text });
      const rows = order.map((at) => all[at] ?? {});
      const form = readForm(bookOf(rows, keepsHidden));
      if (form === null) throw new Error("it is not seen to be a form");
      const file = { name: "x.xlsx", size: 1, hash: "", bytes: new Uint8Array(), form, problem: null };
      const judged = judgeFile(file, world);
      if (judged.verdict === "refused") {
        // Nothing of it is taken, and it says so.
        expect(judged.problem).not.toBeNull();
        return;
      }
      const remarks = remarksOf(judged, ({ takeable }) => takeable).join("\n");
      for (const [at, line] of rows.entries()) {
        const found = judged.rows.find(({ row }) => row === 5 + at);
        const own = sent.rows.find(({ task }) => task === found?.task);
        for (const field of [...formFields, "beside"] as const) {
          const text = (line[field] ?? "").trim();
          if (text === "") continue;
          const cell = found?.cells.find((each) => each.field === field);
          const isTaken =
            cell?.verdict === "change" && found?.takeable === true && isWritten(found.changes, field, text);
          const isSame = own !== undefined && field !== "beside" && saysSame(field, text, own.filled[field]);
          if (!isTaken && !isSame && !remarks.includes(text)) {
            throw new Error(`row ${5 + at}, ${field}: "${text}" is lost`);
          }
        }
      }
    }),
    { numRuns: 1000 },
  );
});

/** Said by itself, apart from the code that is tested: the same words, or another way to write the same value or nothing. */
const saysSame = (field: string, text: string, before: string): boolean => {
  const bare = (each: string): string => each.normalize("NFKC").replaceAll(/\s+/gu, "");
  if (bare(text) === bare(before)) return true;
  if (bare(text) === "") return true;
  if (field === "percent") return Number.parseFloat(bare(text)) === 20 && before === "20";
  if (field === "received")
    return before === "是"
      ? yes.includes(bare(text).toLowerCase())
      : ["否", "未", "没有", "n", "no", "×"].includes(bare(text).toLowerCase());
  return false;
};
const yes = ["是", "已", "已签收", "y", "yes", "1", "√", "✓", "true"];

/** Whether what a cell says stands in what the row would write. */
const isWritten = (changes: readonly { readonly value: unknown }[], field: string, text: string): boolean => {
  const steps = changes.map(({ value }) => value as Partial<TaskStep>);
  switch (field) {
    case "received":
      return steps.some(({ step }) => step === "receive");
    case "state":
      return steps.some(
        ({ step }) => step !== undefined && ["receive", "progress", "report-done", "return"].includes(step),
      );
    case "percent":
      return steps.some(({ percent }) => percent !== undefined);
    case "on":
      return steps.some(({ on }) => on !== undefined && on !== "2020-06-18");
    default:
      return JSON.stringify(steps).includes(JSON.stringify(text).slice(1, -1));
  }
};

import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StageOptions } from "#shared/imports/view.ts";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { readTaskList } from "#shared/tasks/reading.ts";
import { unwatched } from "../jobs/context.ts";
import { listContextOf } from "../list/rows.ts";
import { openWorkbook } from "../sheets/open.ts";
import { commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { clientOf, refusalOf } from "../testing/client.ts";
import { resultOf } from "../testing/result-of.ts";
import { begunStore } from "../testing/store.ts";
import { arranged } from "./arrange.ts";
import { boardRows } from "./rows.ts";
import { boardWorkbook } from "./workbook.ts";

const fixtures = join(import.meta.dirname, "../../../shared/tasks/fixtures");

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let client: ReturnType<typeof clientOf>["client"];

beforeEach(() => {
  folder = temporaryFolder();
  store = begunStore(join(folder.path, "data"), fixedEnv("2020-05-19T08:00:00+08:00"));
  ({ client } = clientOf(store));
});
afterEach(() => {
  store.close();
  folder.remove();
});

interface Entry {
  readonly id: string;
  readonly title?: string;
  readonly no?: string;
  readonly measures?: string;
  readonly section?: string;
  readonly period?: string;
  readonly units?: { readonly lead: string[]; readonly responsible: string[]; readonly support: string[] };
  readonly parent?: string;
}
const enter = (into: Store, entries: readonly Entry[]) =>
  commit(into, {
    action: "tasks.add",
    changes: entries.map(({ id, title = id, period = "", ...rest }) => ({
      record: id,
      kind: "task",
      unit: "*",
      value: { title, period: parsePeriod(period, { year: 2020 }), ...rest },
    })),
  });
const all = { q: "", filters: [], sort: [] };
const rows = (year = 2020, group: "section" | "unit" | "none" = "none") =>
  boardRows(store.db, { ...all, year, group }, listContextOf(store), (due) => due);

test("rows stand by section or unit, sub-tasks after their parent in its group, a circle as tasks of their own", () => {
  const row = (id: string, section: string, lead: string[], parent: string | null = null) => ({
    id,
    section,
    lead,
    responsible: [],
    parent,
  });
  const list = [
    row("a", "一、", ["乙局"]),
    row("b", "二、", ["甲局"]),
    row("a2", "二、", ["丙局"], "a"),
    row("c", "", []),
    row("a1", "", ["甲局"], "a2"),
    row("x", "二、", ["甲局"], "y"),
    row("y", "二、", ["甲局"], "x"),
    row("d", "一、", ["甲局"], "gone"),
  ];
  const order = (by: "section" | "unit" | "none") =>
    arranged(list, by, (unit) => ({ 甲局: "1", 乙局: "2" })[unit] ?? null).map(
      ({ row: { id }, group, depth }) => `${group}${id}${depth}`,
    );
  expect(order("none")).toEqual(["a0", "a21", "a12", "b0", "c0", "d0", "x0", "y0"]);
  expect(order("section")).toEqual(["c0", "一、a0", "一、a21", "一、a12", "一、d0", "二、b0", "二、x0", "二、y0"]);
  expect(order("unit")).toEqual(["甲局b0", "甲局d0", "甲局x0", "甲局y0", "乙局a0", "乙局a21", "乙局a12", "c0"]);
});

test("a row says what lies in the year, what goes on beyond it, its dues, and why it cannot be moved", () => {
  enter(store, [
    { id: "a", period: "11月15日至次年3月15日" },
    { id: "b", period: "每月5日前" },
    { id: "c", period: "长期坚持" },
    { id: "d", period: "4月10日前" },
    { id: "e", period: "立行立改" },
    { id: "f", period: "待定" },
    { id: "g", period: "2022年3月" },
  ]);
  const shown = Object.fromEntries(rows().rows.map((row) => [row.id, row]));
  expect(Object.keys(shown)).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(shown["a"]).toMatchObject({ from: "2020-11-15", to: null, before: false, after: true, fixed: null });
  expect(shown["b"]?.dues).toHaveLength(12);
  expect(shown["c"]).toMatchObject({ before: true, after: true, lasting: true, fixed: "lasting" });
  expect(shown["d"]).toMatchObject({ from: null, to: "2020-04-10", fixed: null });
  expect(["b", "e", "f"].map((id) => shown[id]?.fixed)).toEqual(["recurring", "from-receipt", "undated"]);
  expect(rows().years).toEqual([2020, 2021, 2022]);
  expect(rows(2019).rows).toEqual([]);
  expect(rows(2022).rows.map(({ id }) => id)).toEqual(["b", "c", "e", "f", "g"]);
});

test("moved on the board, a task has the period that people would write, in one commit that is undone as one", async () => {
  enter(store, [
    { id: "a", period: "3月中旬" },
    { id: "b", period: "每月5日前" },
    { id: "c", period: "待定" },
  ]);
  const moved = await client.board.move({ id: "a", start: "2020-03-01", due: "2020-04-20" });
  expect(moved.text).toBe("3月上旬—4月中旬");
  expect(await client.tasks.get({ id: "a" })).toMatchObject({
    period: { text: "3月上旬—4月中旬", kind: "range", start: "2020-03-01", due: "2020-04-20" },
  });
  await client.history.undo({ version: moved.version });
  expect((await client.tasks.get({ id: "a" })).period.text).toBe("3月中旬");
  expect((await client.board.move({ id: "c", start: null, due: "2020-10-31" })).text).toBe("10月底前");
  const refused = (input: Parameters<typeof client.board.move>[0]) => refusalOf(client.board.move(input));
  expect(await refused({ id: "a", start: "2020-04-20", due: "2020-04-10" })).toBe("period-backwards");
  expect(await refused({ id: "a", start: null, due: "2020-02-30" })).toBe("day-unreal");
  expect(await refused({ id: "b", start: null, due: "2020-04-10" })).toBe("board-not-dates");
  expect(await refused({ id: "gone", start: null, due: "2020-04-10" })).toBe("not-found");
  await client.tasks.withdraw({ ids: ["a"], reason: "不再需要" });
  expect(await refused({ id: "a", start: null, due: "2020-04-10" })).toBe("board-withdrawn");
});

test("with a unit, its assignment is arranged anew and the task stays as it is", async () => {
  enter(store, [{ id: "a", period: "3月中旬" }]);
  await client.tasks.assign({ ids: ["a"], units: ["370303001"] });
  expect((await client.board.move({ id: "a", unit: "370303001", start: null, due: "2020-06-10" })).text).toBe(
    "6月10日前",
  );
  const task = await client.tasks.get({ id: "a" });
  expect(task.period.text).toBe("3月中旬");
  expect(task.assignments.map(({ unit, period }) => [unit, period.text])).toEqual([["370303001", "6月10日前"]]);
});

const takeIn = async (path: string, options: StageOptions) => {
  const { stage } = await resultOf(client.imports.open({ capability: "tasks", path, options }));
  return { stage, ...(await resultOf(client.imports.confirm({ stage }))) };
};

test("the exported board imports as itself: as a revision of the list it came from nothing changed", async () => {
  for (const name of ["02-配档表-合并单元格.xlsx", "03-月旬矩阵.xlsx"]) {
    const { id } = await takeIn(join(fixtures, name), { year: 2020 });
    const path = join(folder.path, `board-${name}`);
    const filters = [{ field: "list", op: "in" as const, values: [name] }];
    const done = await resultOf(client.board.workbook({ path, year: 2020, filters }));
    expect(done.rows).toBeGreaterThan(2);
    const opened = await resultOf(client.imports.open({ capability: "tasks", path, options: {} }));
    await client.imports.revise({ stage: opened.stage, revises: id });
    const { counts } = await client.imports.rows({ stage: opened.stage });
    expect([name, counts]).toEqual([
      name,
      { all: done.rows, problems: expect.any(Number) as number, unchanged: done.rows },
    ]);
  }
});

test("what was broken down here stands in its parent's list right behind it, and comes back on the board without being made twice", async () => {
  const name = "02-配档表-合并单元格.xlsx";
  const { id: list } = await takeIn(join(fixtures, name), { year: 2020 });
  const filters = [{ field: "list", op: "in" as const, values: [name] }];
  const rowsOf = async () => (await client.tasks.list({ filters })).rows;
  const [, , third] = await rowsOf();
  const parts = [
    { title: "检查河道", period: "2020年6月上旬" },
    { title: "检查企业", period: "2020年6月中旬" },
  ];
  await client.tasks.breakDown({ id: third?.id ?? "", parts });
  expect((await rowsOf()).slice(2, 5).map(({ title }) => title)).toEqual([third?.title, "检查河道", "检查企业"]);
  const path = join(folder.path, "board.xlsx");
  const { rows } = await resultOf(client.board.workbook({ path, year: 2020, filters }));
  expect(rows).toBe(10);
  const opened = await resultOf(client.imports.open({ capability: "tasks", path, options: {} }));
  await client.imports.revise({ stage: opened.stage, revises: list });
  const { counts } = await client.imports.rows({ stage: opened.stage });
  expect(counts).toMatchObject({ all: 10, unchanged: 10 });
  // The city's own revised list, which knows nothing of them, withdraws none of them.
  const again = await resultOf(client.imports.open({ capability: "tasks", path: join(fixtures, name), options: {} }));
  await client.imports.revise({ stage: again.stage, revises: list });
  expect((await client.imports.rows({ stage: again.stage })).counts).toMatchObject({ all: 8, unchanged: 8 });
});

test("where a period column says no date, the marks beside it give the days, and its words stay", () => {
  const lines = [
    "序号,工作任务,牵头单位,完成时限,4月上旬,4月中旬,4月下旬,5月上旬",
    "1,开展巡查,区水利局,按方案推进,,■,■,",
  ];
  lines.push(
    "2,组织视察,区水利局,4月上旬,,,,■",
    "3,召开座谈会,区水利局,待定,,,,",
    "4,回头看,区水利局,4月中旬 19日至20日,,■,,",
  );
  const reading = readTaskList(openWorkbook(Buffer.from(lines.join("\n")), "配档表.csv"), { year: 2020 });
  expect(reading.rows.map(({ period: { text, start, due } }) => [text, start, due])).toEqual([
    ["按方案推进", "2020-04-11", "2020-04-30"],
    ["4月上旬", "2020-04-01", "2020-04-10"],
    ["待定", undefined, undefined],
    ["4月中旬 19日至20日", "2020-04-19", "2020-04-20"],
  ]);
  expect(reading.problems.map(({ row, code }) => [row, code])).toEqual([[4, "period-unknown"]]);
});

const unitNames = ["区生态环境局", "区住房城乡建设局", "马尚街道", "各镇（街道）", "区人大城环工委"] as const;
const periods = [
  "3月中旬",
  "4月10日前",
  "5月19日至20日",
  "二季度",
  "每月5日前",
  "每季度",
  "11月15日至次年3月15日",
  "2021年6月底前",
  "2024年底前，并长期坚持",
  "长期坚持",
  "立行立改",
  "接到通知后7个工作日内",
  "待定",
  "",
] as const;
const units = fc.uniqueArray(fc.constantFrom(...unitNames), { maxLength: 3 });
const entry = fc.record({
  title: fc.constantFrom("开展河道巡查", "组织代表视察", "整治扬尘污染", "督促企业整改", "召开座谈会"),
  no: fc.constantFrom("", "1", "2-1", "12", "A-3", "（三）"),
  measures: fc.constantFrom("", "每周巡查一次。", "1.摸清底数；\n2.建立台账。", "邀请代表参加"),
  section: fc.constantFrom("", "一、发动部署", "（二）集中整治", "大气污染防治"),
  period: fc.constantFrom(...periods),
  units: fc.record({ lead: units, responsible: units, support: units }),
});
type Written = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

/** What an item says, as text that can be compared. */
const itemText = (item: {
  readonly no?: string | undefined;
  readonly title: string;
  readonly measures?: string | undefined;
  readonly section?: string | undefined;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly period: { readonly text: string; readonly start?: string | undefined; readonly due?: string | undefined };
}) =>
  JSON.stringify([
    item.title,
    item.no ?? "",
    item.measures ?? "",
    item.section ?? "",
    item.lead,
    item.responsible,
    item.support,
    item.period.text,
    item.period.start ?? "",
    item.period.due ?? "",
  ]);

test("any tasks, exported as a board in whatever grouping and read again, have the same numbers, titles, measures, units, sections and periods", async () => {
  const grouping = fc.constantFrom("section" as const, "unit" as const, "none" as const);
  let run = 0;
  const property = fc.asyncProperty(
    fc.array(entry, { minLength: 1, maxLength: 14 }),
    grouping,
    async (written, group) => {
      run += 1;
      const path = join(folder.path, `run-${run}`);
      const other = begunStore(path, fixedEnv("2020-05-19T08:00:00+08:00"));
      try {
        const entries = written.map((each: Written, at) => ({ ...each, id: `t${at}`, title: `${each.title}${at}` }));
        enter(other, entries);
        const file = join(folder.path, `board-${run}.xlsx`);
        const query = { ...all, year: 2020, group };
        const request = { folder: other.folder, query, path: file, temporary: `${file}.part`, office: "张店区人大" };
        const working = { settings: other.settings(), holidays: other.holidays() };
        await boardWorkbook({ ...request, language: "zh-CN", list: listContextOf(other), working }, unwatched);
        const shown = new Set(
          boardRows(other.db, query, listContextOf(other), (due) => due).rows.map(({ title }) => title),
        );
        const expected = entries
          .filter(({ title }) => shown.has(title))
          .map(({ period, units: of, ...rest }) =>
            itemText({ ...rest, no: rest.no, ...of, period: parsePeriod(period, { year: 2020 }) }),
          );
        if (expected.length === 0) return;
        const reading = readTaskList(openWorkbook(readFileSync(file), "board.xlsx"));
        expect(reading.year).toBe(2020);
        expect(reading.rows.map(itemText).sort()).toEqual(expected.sort());
      } finally {
        other.close();
      }
    },
  );
  await fc.assert(property, { numRuns: 25 });
}, 60_000);

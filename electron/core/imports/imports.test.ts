import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StageOptions, StageRow } from "#shared/imports/view.ts";
import { attachmentPath } from "../attachments/files.ts";
import { clientOf, refusalOf } from "../testing/client.ts";
import { resultOf } from "../testing/result-of.ts";
import { begunStore } from "../testing/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import type { Store } from "../store/store.ts";
import { openWorkbook } from "../sheets/open.ts";

const shared = join(import.meta.dirname, "../../../shared");
const first = join(shared, "tasks/fixtures/01-简单表头.xlsx");
const revised = join(shared, "tasks/fixtures/06-修订版.xlsx");
const messy = join(shared, "tasks/fixtures/05-杂乱.xlsx");
const ledger = join(shared, "issues/fixtures/01-单行表头.xlsx");
const gb18030 = join(shared, "issues/fixtures/06-GB18030-是否完成.csv");

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let client: ReturnType<typeof clientOf>["client"];

beforeEach(() => {
  folder = temporaryFolder();
  store = begunStore(join(folder.path, "data"), fixedEnv("2020-06-01T08:00:00+08:00"));
  ({ client } = clientOf(store));
});
afterEach(() => {
  store.close();
  folder.remove();
});

const open = (path: string, options: StageOptions = { year: 2020 }, capability: "tasks" | "issues" = "tasks") =>
  resultOf(client.imports.open({ capability, path, options }));
const takeIn = async (path: string, options?: StageOptions, capability?: "tasks" | "issues") => {
  const { stage } = await open(path, options, capability);
  return resultOf(client.imports.confirm({ stage }));
};
const taskTitles = async () => (await client.tasks.list({})).rows.map(({ no, title }) => `${no} ${title}`);
const csv = (name: string, lines: readonly string[]): string => {
  const path = join(folder.path, name);
  writeFileSync(path, lines.join("\n"));
  return path;
};
const commits = (): number => store.db.prepare("SELECT count(*) FROM commits").pluck().get() as number;

test("nothing is stored before the user confirms, and one import is one transaction", async () => {
  const before = commits();
  const staged = await open(first);
  expect(staged).toMatchObject({ capability: "tasks", count: 8, year: 2020, yearFrom: "option", knownAs: null });
  expect(commits()).toBe(before);
  expect(await taskTitles()).toEqual([]);
  const done = await resultOf(client.imports.confirm({ stage: staged.stage }));
  expect(done).toMatchObject({ added: 8, changed: 0, withdrawn: 0 });
  expect(commits()).toBe(before + 1);
  expect((await taskTitles()).length).toBe(8);
  expect(await refusalOf(client.imports.confirm({ stage: staged.stage }).then((work) => work.next()))).toBe(
    "stage-gone",
  );
});

test("the original file is kept with its hash, and the very same file is recognised", async () => {
  const { id } = await takeIn(first);
  const [line] = await client.imports.list();
  expect(line).toMatchObject({ id, fileName: "01-简单表头.xlsx", added: 8, undone: false });
  const kept = attachmentPath(store.folder, line?.hash ?? "");
  expect(readFileSync(kept).equals(readFileSync(first))).toBe(true);
  const again = join(folder.path, "又一份.xlsx");
  copyFileSync(first, again);
  expect((await open(again)).knownAs).toMatchObject({ id });
  await client.imports.undo({ id });
  expect((await open(again)).knownAs).toBeNull();
});

test("the staged file is not read from its place again: a stick may be pulled out before confirming", async () => {
  const onStick = join(folder.path, "stick.xlsx");
  copyFileSync(first, onStick);
  const { stage } = await open(onStick, {});
  rmSync(onStick);
  expect(await client.imports.reread({ stage, options: { year: 2021 } })).toMatchObject({ year: 2021, count: 8 });
  expect(await resultOf(client.imports.confirm({ stage }))).toMatchObject({ added: 8 });
});

test("an import can be undone as a whole, refused while its records were worked on since", async () => {
  const { id, ids } = await takeIn(first);
  const task = (await client.tasks.list({})).rows[0];
  expect(ids).toContain(task?.id);
  await client.tasks.step({
    ids: [task?.id ?? ""],
    step: { step: "progress", unit: null, on: "2020-06-01", percent: 30 },
  });
  expect(await refusalOf(client.imports.undo({ id }))).toBe("import-worked-on");
  expect((await taskTitles()).length).toBe(8);
  await client.imports.undo({ id, force: true });
  expect(await taskTitles()).toEqual([]);
  expect(await refusalOf(client.imports.undo({ id, force: true }))).toBe("already-undone");
});

test("From 01 to 06: unchanged 1, 4; changed 2 (period), 3 (title); new 9; withdrawn 5–8; reports stay", async () => {
  const { id } = await takeIn(first);
  const second = (await client.tasks.list({})).rows.find(({ no }) => no === "2");
  await client.tasks.step({
    ids: [second?.id ?? ""],
    step: { step: "progress", unit: null, on: "2020-04-20", percent: 60, text: "已部署" },
  });
  const staged = await open(revised);
  expect(staged.mayRevise[0]).toMatchObject({ id, fileName: "01-简单表头.xlsx" });
  expect(staged.mayRevise[0]?.alike).toBeGreaterThan(0.5);
  await client.imports.revise({ stage: staged.stage, revises: id });
  const { rows, counts } = await client.imports.rows({ stage: staged.stage });
  const told = (kind: StageRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ cells }) => cells["no"]);
  expect(told("unchanged")).toEqual(["1", "4"]);
  expect(told("changed")).toEqual(["2", "3"]);
  expect(told("new")).toEqual(["9"]);
  expect(told("withdrawn")).toEqual(["5", "6", "7", "8"]);
  expect(counts).toMatchObject({ all: 9, unchanged: 2, changed: 2, new: 1, withdrawn: 4 });
  expect(rows.find(({ cells }) => cells["no"] === "2")?.before).toEqual({ period: "4月23日" });
  expect(Object.keys(rows.find(({ cells }) => cells["no"] === "3")?.before ?? {})).toEqual(["title"]);

  const done = await resultOf(client.imports.confirm({ stage: staged.stage }));
  expect(done).toMatchObject({ added: 1, changed: 2, withdrawn: 4 });
  const after = await client.tasks.get({ id: second?.id ?? "" });
  expect(after).toMatchObject({ percent: 60, progress: "已部署", period: { text: "4月28日" } });
  expect((await client.tasks.list({})).rows.filter(({ withdrawn }) => withdrawn).map(({ no }) => no)).toEqual([
    "5",
    "6",
    "7",
    "8",
  ]);

  expect(await refusalOf(client.imports.undo({ id }))).toBe("import-revised");
  await client.imports.undo({ id: done.id });
  expect((await client.tasks.get({ id: second?.id ?? "" })).period.text).toBe("4月23日");
  expect((await client.tasks.list({})).rows.filter(({ withdrawn }) => withdrawn)).toEqual([]);
});

test("a revised value that was edited since stays as it was edited when the revision is undone by force", async () => {
  const { id } = await takeIn(first);
  const staged = await open(revised);
  await client.imports.revise({ stage: staged.stage, revises: id });
  const done = await resultOf(client.imports.confirm({ stage: staged.stage }));
  const second = (await client.tasks.list({})).rows.find(({ no }) => no === "2");
  await client.tasks.edit({ id: second?.id ?? "", changes: { period: "6月1日" } });
  expect(await refusalOf(client.imports.undo({ id: done.id }))).toBe("import-worked-on");
  await client.imports.undo({ id: done.id, force: true });
  expect((await client.tasks.get({ id: second?.id ?? "" })).period.text).toBe("6月1日");
});

test("a row with a number but no title is listed; a title typed on the spot makes it an item with all it has", async () => {
  const path = csv("2020年任务清单.csv", [
    "序号,工作任务,牵头单位,完成时限",
    "1,清理河道,市水利局,5月底前",
    "2,,市公安局,尽快",
    "3,植树,市林业局,3月12日",
  ]);
  const staged = await open(path, {});
  expect(staged).toMatchObject({ year: 2020, yearFrom: "name", count: 2, accounting: { items: 2, listed: 1 } });
  const listed = (await client.imports.rows({ stage: staged.stage, only: "listed" })).rows[0];
  expect(listed).toMatchObject({ row: 3, kind: "listed" });
  const titled = await client.imports.correct({
    stage: staged.stage,
    sheet: listed?.sheet ?? "",
    row: 3,
    field: "title",
    value: "整治噪声",
  });
  expect(titled).toMatchObject({ kind: "new", corrected: ["title"], cells: { lead: "市公安局", period: "尽快" } });
  const dated = await client.imports.correct({
    stage: staged.stage,
    sheet: titled.sheet,
    row: 3,
    field: "period",
    value: "6月5日前",
  });
  expect(dated.problems).toEqual([]);
  const again = await client.imports.reread({ stage: staged.stage, options: { year: 2021 } });
  expect(again).toMatchObject({ count: 3, problems: 0, accounting: { items: 3, listed: 0 } });
  await resultOf(client.imports.confirm({ stage: staged.stage }));
  const task = (await client.tasks.list({})).rows.find(({ no }) => no === "2");
  expect(task).toMatchObject({ title: "整治噪声", lead: ["市公安局"], due: "2021-06-05" });
});

test("a corrected mapping is remembered for lists with the same header", async () => {
  const lines = (title: string) => ["序号,事项,说明,牵头单位,完成时限", `1,${title},已安排,市水利局,5月底前`];
  const staged = await open(csv("甲.csv", lines("清理河道")));
  const index = staged.columns.find(({ name }) => name === "说明")?.index ?? -1;
  const mapping = Object.fromEntries(
    staged.columns.map((column) => [String(column.index), column.index === index ? "note" : column.meaning]),
  );
  const mapped = await client.imports.reread({ stage: staged.stage, options: { year: 2020, mapping } });
  expect(mapped.columns.find(({ name }) => name === "说明")?.meaning).toBe("note");
  await resultOf(client.imports.confirm({ stage: staged.stage }));
  const next = await open(csv("乙.csv", lines("植树")));
  expect(next.columns.find(({ name }) => name === "说明")?.meaning).toBe("note");
});

test("a unit matched by hand becomes another name of that unit, so that the next list finds it; the text is kept", async () => {
  const path = csv("单位.csv", ["序号,工作任务,牵头单位,完成时限", "1,清理河道,河长办老王,2020年5月底前"]);
  const staged = await open(path);
  expect(staged.units).toEqual([{ text: "河长办老王", count: 1, match: "unknown", code: null, name: null }]);
  const matched = await client.imports.matchUnit({ stage: staged.stage, text: "河长办老王", code: "370303001" });
  expect(matched.units[0]).toMatchObject({ match: "matched", code: "370303001", name: "马尚街道" });
  const { id } = await resultOf(client.imports.confirm({ stage: staged.stage }));
  expect((await client.tasks.list({})).rows[0]?.lead).toEqual(["河长办老王"]);
  expect((await open(path)).units[0]).toMatchObject({ match: "matched", code: "370303001" });
  await client.imports.undo({ id });
  expect((await open(path)).units[0]).toMatchObject({ match: "matched", code: "370303001" });
});

test("a ledger is taken over in the states that it had, the original words kept, and each may be mapped otherwise", async () => {
  const staged = await open(ledger, { year: 2020 }, "issues");
  expect(staged.stateWords).toContainEqual({ word: "已销号", count: 1, state: "closed", known: true });
  const mapped = await client.imports.mapState({ stage: staged.stage, word: "待验收", state: "in-progress" });
  expect(mapped.stateWords).toContainEqual(expect.objectContaining({ word: "待验收", state: "in-progress" }));
  await resultOf(client.imports.confirm({ stage: staged.stage }));
  const { rows } = await client.issues.list({});
  expect(rows).toHaveLength(15);
  expect(rows.find(({ no }) => no === "1")).toMatchObject({
    state: "closed",
    stateText: "已销号",
    closedOn: "2020-06-18",
  });
  expect(rows.find(({ no }) => no === "2")).toMatchObject({ state: "in-progress", stateText: "待验收" });
  expect(rows.find(({ no }) => no === "5")).toMatchObject({ state: "registered", stateText: "待下发" });
});

test("rows below the header = items + merged + sections + notes + repeated headers + blanks + listed", async () => {
  for (const [path, capability] of [
    [first, "tasks"],
    [messy, "tasks"],
    [ledger, "issues"],
    [gb18030, "issues"],
  ] as const) {
    const { accounting, stage } = await open(path, { year: 2020 }, capability);
    const { rows, ...parts } = accounting;
    expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(rows);
    await client.imports.drop({ stage });
  }
});

test("a workbook of the same table with the bad cells red and a 原因 column can be saved", async () => {
  const staged = await open(messy);
  const path = join(folder.path, "问题.xlsx");
  expect(await client.imports.saveProblems({ stage: staged.stage, path })).toEqual({ path, rows: 6 });
  const sheet = openWorkbook(readFileSync(path), "问题.xlsx").sheets[0];
  const lines = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  expect(lines.some((cells) => cells.includes("原因"))).toBe(true);
  expect(lines.some((cells) => cells.includes("尽快") && cells.some((text) => text.includes("看不懂时限")))).toBe(true);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test("a workbook that is sent back holds no cell longer than Excel takes", async () => {
  const long = "长".repeat(40_000);
  const path = csv("长.csv", ["序号,工作任务,牵头单位,完成时限,具体措施", `1,河道保洁,马尚街道,5月,${long}`]);
  const staged = await open(path);
  const saved = join(folder.path, "问题.xlsx");
  await client.imports.saveProblems({ stage: staged.stage, path: saved });
  const texts = openWorkbook(readFileSync(saved), "问题.xlsx").sheets[0]?.rows.flatMap(({ cells }) =>
    cells.map(({ text }) => text.length),
  );
  expect(Math.max(...(texts ?? []))).toBe(32_767);
});

test("a stage that is confirmed twice at once is taken in once", async () => {
  const { stage } = await open(first);
  const before = commits();
  const codes = await Promise.all([0, 1].map(() => refusalOf(resultOf(client.imports.confirm({ stage })))));
  expect(codes.toSorted()).toEqual(["", "stage-gone"]);
  expect(commits()).toBe(before + 1);
});

test("a stage whose confirming was refused is still there", async () => {
  const { stage } = await open(first);
  const broken = await client.imports.confirm({ stage });
  await broken.next();
  await broken.return?.();
  expect(await refusalOf(client.imports.rows({ stage }))).toBe("");
  expect((await resultOf(client.imports.confirm({ stage }))).added).toBe(8);
});

test("bad input gets a clear sentence and nothing is stored", async () => {
  const before = commits();
  const picture = join(folder.path, "picture.xlsx");
  writeFileSync(picture, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  const refusals = [
    [join(folder.path, "nowhere.xlsx"), "file-missing"],
    [folder.path, "file-missing"],
    [csv("empty.csv", []), "sheet-empty-file"],
    [picture, "sheet-is-picture"],
  ] as const;
  for (const [path, code] of refusals) expect([path, await refusalOf(open(path))]).toEqual([path, code]);
  expect(commits()).toBe(before);
});

test("breaking off the reading cancels it, and a stage that was dropped is gone", async () => {
  const events = await client.imports.open({ capability: "tasks", path: first, options: { year: 2020 } });
  await events.next();
  await events.return?.();
  const { stage } = await open(first);
  await client.imports.drop({ stage });
  expect(await refusalOf(client.imports.rows({ stage }))).toBe("stage-gone");
});

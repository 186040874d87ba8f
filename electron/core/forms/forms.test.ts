import { afterEach, beforeEach, expect, test } from "vitest";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptFiles } from "../attachments/kept.ts";
import { attachmentPath } from "../attachments/files.ts";
import { openWorkbook } from "../sheets/open.ts";
import { refusalOf } from "../testing/client.ts";
import { columns, fillRow, firstRow, formsOffice, town } from "./testing.ts";
import { keptForms } from "./kept.ts";

let office: ReturnType<typeof formsOffice>;
beforeEach(() => {
  office = formsOffice();
});
afterEach(() => office.close());

const commits = (): number => office.store.db.prepare("SELECT count(*) FROM commits").pluck().get() as number;
const stepsOf = async (id: string) =>
  (await office.client.tasks.get({ id })).steps.filter(({ retracted }) => !retracted).map(({ data }) => data);

test("a form has the unit's open tasks alone, and all forms are one commit", async () => {
  const river = await office.assigned({ title: "河道清理", no: "1", period: "10月底前" });
  const done = await office.assigned({ title: "已了结的", no: "2" });
  await office.assigned({ title: "别的街道的", no: "3" }, "370303002");
  for (const step of ["receive", "report-done", "confirm"] as const)
    await office.client.tasks.step({ ids: [done], step: { step, unit: town, on: "2020-05-20" } });
  expect(await office.client.forms.units({})).toEqual([
    { unit: town, unitName: "马尚街道", tasks: 1, hasProgram: false, under: true },
    { unit: "370303002", unitName: "和平街道", tasks: 1, hasProgram: false, under: true },
  ]);
  const before = commits();
  const { files } = await office.write([town, "370303002"], "2020-06-20");
  expect(commits()).toBe(before + 1);
  expect(files.map(({ unit, tasks }) => [unit, tasks])).toEqual([
    [town, 1],
    ["370303002", 1],
  ]);
  expect(keptForms(office.store)[0]?.facts.rows[0]?.task).toBe(river);
  expect(await office.client.forms.list()).toMatchObject([
    { unitName: "马尚街道", issuedOn: "2020-06-01", backBy: "2020-06-20", tasks: 1, takenOn: null, times: 0 },
    { unitName: "和平街道" },
  ]);
  expect(readdirSync(office.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a form holds its ids where nobody sees them", async () => {
  await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  const { sheets } = openWorkbook(readFileSync(path), path);
  expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
  expect(sheets[0]?.hiddenCols).toEqual([columns.key - 1]);
  expect(sheets[1]?.rows[0]?.cells[0]?.text).toContain(`"unit":"${town}"`);
});

test("nobody to write for is refused, and nothing is left in the folder", async () => {
  await office.assigned({ title: "河道清理" });
  expect(await refusalOf(office.write(["370303105"]))).toBe("forms-nothing-to-write");
  expect(readdirSync(office.folder)).toEqual(["data"]);
});

test("a filled form becomes steps on behalf of the unit, in one commit that one undo takes back", async () => {
  const river = await office.assigned({ title: "河道清理", no: "1" });
  const dust = await office.assigned({ title: "扬尘治理", no: "2" });
  const { path } = await office.write();
  office.env.setNow("2020-06-18T08:00:00+08:00");
  const back = await office.filled(path, "回.xlsx", (sheet) => {
    fillRow(sheet, 1, {
      received: "是",
      state: "推进中",
      percent: 40,
      text: "已清 2 公里",
      next: "清淤",
      on: "2020-06-15",
    });
    fillRow(sheet, 2, { state: "已报完成", text: "完成", contact: "王强 5551234", on: new Date("2020-06-16") });
  });
  const stage = await office.open(back);
  expect(stage.files).toMatchObject([{ verdict: "ready", problem: null, unitName: "马尚街道", take: true }]);
  expect(stage.files[0]?.counts).toMatchObject({ rows: 2, taking: 2, invalid: 0, tampered: 0, added: 0, missing: 0 });
  const before = commits();
  const taken = await office.confirm(stage);
  expect(taken).toMatchObject({ forms: 1, written: 2 });
  expect(commits()).toBe(before + 1);
  expect(await stepsOf(river)).toMatchObject([
    { step: "assign" },
    { step: "receive", unit: town, on: "2020-06-15" },
    { step: "progress", unit: town, on: "2020-06-15", percent: 40, text: "已清 2 公里", next: "清淤" },
  ]);
  expect(await stepsOf(dust)).toMatchObject([
    { step: "assign" },
    { step: "report-done", on: "2020-06-16", text: "完成" },
    { step: "arrange", contact: "王强 5551234" },
  ]);
  const detail = await office.client.tasks.get({ id: river });
  expect(detail.steps.map(({ onBehalfOf }) => onBehalfOf)).toEqual([null, "马尚街道", "马尚街道"]);
  const kept = keptFiles(office.store.db);
  expect(kept.map(({ name }) => name)).toEqual(["回.xlsx"]);
  expect(existsSync(attachmentPath(join(office.folder, "data"), kept[0]?.hash ?? ""))).toBe(true);
  expect(await office.client.forms.list()).toMatchObject([{ takenOn: "2020-06-18", times: 1 }]);

  const again = await office.open(back);
  expect(again.files).toMatchObject([{ verdict: "nothing-new", problem: { code: "form-taken-before" }, take: false }]);
  expect(await refusalOf(office.confirm(again))).toBe("forms-nothing-to-take");

  await office.client.history.undo({ version: taken.version });
  expect(await stepsOf(river)).toMatchObject([{ step: "assign" }]);
  expect(await office.client.forms.list()).toMatchObject([{ takenOn: null, times: 0 }]);
  expect((await office.open(back)).files).toMatchObject([{ verdict: "ready" }]);
});

test("percent as people write it is taken, and what cannot be is invalid with a reason and loses nothing else", async () => {
  for (const no of ["1", "2", "3", "4", "5"]) await office.assigned({ title: `任务${no}`, no });
  const { path } = await office.write();
  const back = await office.filled(path, "回.xlsx", (sheet) => {
    fillRow(sheet, 1, { percent: "８５" });
    fillRow(sheet, 2, { percent: "85%" });
    fillRow(sheet, 3, { percent: 0.85 });
    fillRow(sheet, 4, { percent: 120, text: "快了" });
    fillRow(sheet, 5, { state: "差不多了", on: "13月", received: "也许" });
  });
  const stage = await office.open(back);
  const rows = await office.rows(stage);
  const cell = (row: number, field: string) => rows[row - 1]?.cells.find((each) => each.field === field);
  expect([1, 2, 3, 4].map((row) => cell(row, "percent")?.verdict)).toEqual(["change", "change", "change", "invalid"]);
  expect(cell(4, "percent")?.problem?.code).toBe("form-percent-range");
  expect(cell(5, "state")?.problem?.code).toBe("form-state-unknown");
  expect(cell(5, "on")?.problem?.code).toBe("form-date-unknown");
  expect(cell(5, "received")?.problem?.code).toBe("form-received-unknown");
  const { written } = await office.confirm(stage);
  expect(written).toBe(4);
  const { rows: tasks } = await office.client.tasks.list({});
  expect(tasks.map(({ percent }) => percent)).toEqual([85, 85, 85, null, null]);
  const [form] = keptForms(office.store);
  expect(form?.taken[0]?.remarks).toHaveLength(4);
  expect(form?.taken[0]?.remarks[0]).toContain("120");
});

test("a day that lies ahead is invalid, and the row is dated by the form's own day", async () => {
  const id = await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  office.env.setNow("2020-06-18T08:00:00+08:00");
  const back = await office.filled(path, "回.xlsx", (sheet) => {
    sheet.getCell(2, 6).value = "2020年6月10日";
    fillRow(sheet, 1, { text: "已开工", on: "2020-07-01" });
  });
  const stage = await office.open(back);
  expect((await office.rows(stage))[0]?.cells.find(({ field }) => field === "on")?.problem?.code).toBe(
    "form-date-future",
  );
  await office.confirm(stage);
  expect((await stepsOf(id)).at(-1)).toMatchObject({ step: "progress", on: "2020-06-10", text: "已开工" });
});

test("what nobody touched stays as it stands here, and what stands already is the same", async () => {
  const id = await office.assigned({ title: "河道清理", no: "1" });
  await office.client.tasks.step({ ids: [id], step: { step: "progress", unit: town, on: "2020-05-20", percent: 30 } });
  const { path } = await office.write();
  await office.client.tasks.step({ ids: [id], step: { step: "progress", unit: town, on: "2020-06-01", percent: 50 } });
  const untouched = await office.filled(path, "未动.xlsx", () => {});
  const stage = await office.open(untouched);
  expect((await office.rows(stage)).map(({ verdict }) => verdict)).toEqual(["same"]);
  const said = await office.filled(path, "已知.xlsx", (sheet) => fillRow(sheet, 1, { percent: 50 }));
  expect((await office.rows(await office.open(said))).map(({ verdict }) => verdict)).toEqual(["same"]);
  const more = await office.filled(path, "更多.xlsx", (sheet) => fillRow(sheet, 1, { percent: 60 }));
  const [row] = await office.rows(await office.open(more));
  expect(row?.cells.find(({ field }) => field === "percent")).toMatchObject({ before: "50", after: "60" });
});

test("an untouched form that came back is kept as having come back, once", async () => {
  await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  const stage = await office.open(path);
  expect(stage.files).toMatchObject([{ verdict: "ready", counts: { taking: 0 } }]);
  expect(await office.confirm(stage)).toMatchObject({ forms: 1, written: 0 });
  expect(await office.client.forms.list()).toMatchObject([{ times: 1 }]);
});

test("rows are found wherever they stand; altered text is shown and not taken unless it is chosen", async () => {
  const [one, two] = [
    await office.assigned({ title: "河道清理", no: "1" }),
    await office.assigned({ title: "扬尘治理", no: "2" }),
  ];
  await office.assigned({ title: "噪声整治", no: "3" });
  const { path } = await office.write();
  const back = await office.filled(path, "乱.xlsx", (sheet) => {
    const values = [1, 2, 3].map((number) => {
      const row = sheet.getRow(firstRow + number - 1);
      return Object.values(columns).map((column) => row.getCell(column).value);
    });
    const put = (at: number, cells: readonly unknown[] | undefined): void => {
      for (const [index, column] of Object.values(columns).entries())
        sheet.getCell(firstRow + at, column).value = (cells?.[index] ?? null) as string | null;
    };
    // The second stands first, the first second with its title changed; the third is gone, and one was added.
    put(0, values[1]);
    put(1, values[0]);
    put(2, ["4", "自己加的任务"]);
    fillRow(sheet, 1, { text: "扬尘好转" });
    fillRow(sheet, 2, { title: "河道清理（缓办）", text: "缓一缓" });
    fillRow(sheet, 3, { text: "加行里写的话" });
    sheet.getCell(firstRow + 6, 1).value = "另：请增派人手";
  });
  const stage = await office.open(back);
  expect(stage.files[0]?.counts).toMatchObject({ added: 2, missing: 1, tampered: 1, taking: 1 });
  const rows = await office.rows(stage);
  expect(rows.map(({ task, verdict, take }) => [task, verdict, take])).toEqual([
    [two, "change", true],
    [one, "tampered", false],
    [null, "added", false],
    [null, "added", false],
    [expect.any(String), "missing", false],
  ]);
  await office.client.forms.choose({ stage: stage.stage, file: 0, row: rows[1]?.row ?? 0, take: true });
  expect(await office.confirm(stage)).toMatchObject({ written: 2 });
  expect((await stepsOf(one)).at(-1)).toMatchObject({ step: "progress", text: "缓一缓" });
  expect((await office.client.tasks.get({ id: one })).title).toBe("河道清理");
  const remarks = keptForms(office.store)[0]?.taken[0]?.remarks.join("\n");
  for (const text of ["加行里写的话", "请增派人手", "河道清理（缓办）"]) expect(remarks).toContain(text);
});

test("ids that were changed or taken away are made up for by number and title, and said", async () => {
  const [one, two] = [
    await office.assigned({ title: "河道清理", no: "1" }),
    await office.assigned({ title: "扬尘治理", no: "2" }),
  ];
  const { path } = await office.write();
  const back = await office.filled(path, "换号.xlsx", (sheet) => {
    const [a, b] = [1, 2].map((number) => sheet.getCell(firstRow + number - 1, columns.key).value);
    fillRow(sheet, 1, { key: b as string, text: "河" });
    fillRow(sheet, 2, { key: a as string, text: "尘" });
  });
  const rows = await office.rows(await office.open(back));
  expect(rows.map(({ task, take, problems }) => [task, take, problems.map(({ code }) => code)])).toEqual([
    [one, false, ["form-row-id-changed"]],
    [two, false, ["form-row-id-changed"]],
  ]);
});

test("a copy without its hidden parts is found by its number and tasks, and said so", async () => {
  const id = await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  const workbook = openWorkbook(readFileSync(path), path);
  const lines = workbook.sheets[0]?.rows.map(({ cells }) =>
    Array.from({ length: columns.key - 1 }, (_, col) => cells.find((cell) => cell.col === col)?.text ?? "")
      .map((text, col) => (text === "" && col === columns.text - 1 && cells.length >= 4 ? "抄来的" : text))
      .map((text) => `"${text.replaceAll('"', '""')}"`)
      .join(","),
  );
  const csv = join(office.folder, "抄.csv");
  writeFileSync(csv, (lines ?? []).join("\n"));
  const stage = await office.open(csv);
  expect(stage.files).toMatchObject([{ verdict: "ready", problem: { code: "form-parts-gone" }, unitName: "马尚街道" }]);
  await office.confirm(stage);
  expect((await stepsOf(id)).at(-1)).toMatchObject({ text: "抄来的" });
});

test("a recurring task is of the occurrence that the form names, also when that has passed", async () => {
  const id = await office.assigned({ title: "月报", no: "1", period: "每月25日前" });
  const { path } = await office.write();
  expect(keptForms(office.store)[0]?.facts.rows[0]).toMatchObject({ occurrence: "2020-06-25" });
  office.env.setNow("2020-07-03T08:00:00+08:00");
  const back = await office.filled(path, "回.xlsx", (sheet) => fillRow(sheet, 1, { text: "六月已报" }));
  await office.confirm(await office.open(back));
  expect((await stepsOf(id)).at(-1)).toMatchObject({ step: "progress", occurrence: "2020-06-25", on: "2020-07-03" });
});

test("a task that only names the unit is assigned by the form that comes back", async () => {
  const { ids } = await office.client.tasks.add({
    title: "只写了责任单位",
    units: { lead: [], responsible: [town], support: [] },
  });
  const { path } = await office.write();
  const back = await office.filled(path, "回.xlsx", (sheet) => fillRow(sheet, 1, { received: "是" }));
  await office.confirm(await office.open(back));
  expect(await stepsOf(ids[0] ?? "")).toMatchObject([
    { step: "assign", unit: town },
    { step: "receive", unit: town },
  ]);
});

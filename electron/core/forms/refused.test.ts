/** Which files and rows are taken at all, and which are refused with a sentence. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptForms } from "./kept.ts";
import { fillRow, formsOffice, town } from "./testing.ts";

let office: ReturnType<typeof formsOffice>;
beforeEach(() => {
  office = formsOffice();
});
afterEach(() => office.close());

const stepsOf = async (id: string) =>
  (await office.client.tasks.get({ id })).steps.filter(({ retracted }) => !retracted).map(({ data }) => data);

test("files that are no form, of another office, void, or of last year's list are refused with a sentence; the rest of the folder is read", async () => {
  const old = await office.assigned({ title: "去年的任务", no: "1" });
  const { path: past } = await office.write();
  const own = await office.assigned({ title: "今年的任务", no: "2" });
  await office.client.tasks.withdraw({ ids: [old], reason: "换年" });
  const written = await office.write();
  const void1 = await office.write();
  await office.client.forms.withdraw({ id: void1.ids[0] ?? "", reason: "写错了" });
  const other = formsOffice();
  const inbox = join(office.folder, "交回");
  mkdirSync(join(inbox, "内层"), { recursive: true });
  try {
    await other.client.tasks.add({ title: "占位" });
    await other.assigned({ title: "别处的任务" });
    const foreign = await other.write();
    const stranger = await other.filled(foreign.path, "外.xlsx", () => {});
    copyFileSync(stranger, join(inbox, "d.xlsx"));
  } finally {
    other.close();
  }
  copyFileSync(past, join(inbox, "a.xlsx"));
  copyFileSync(void1.path, join(inbox, "b.xlsx"));
  writeFileSync(join(inbox, "c.csv"), "序号,任务\n1,别的表\n");
  writeFileSync(join(inbox, "~$锁.xlsx"), "x");
  copyFileSync(
    await office.filled(written.path, "好.xlsx", (sheet) => fillRow(sheet, 1, { percent: 5 })),
    join(inbox, "内层/e.xlsx"),
  );
  const { files } = await office.open(inbox);
  expect(files.map(({ name, verdict, problem }) => [name, verdict, problem?.code ?? null])).toEqual([
    ["a.xlsx", "refused", "form-of-past-list"],
    ["b.xlsx", "refused", "form-void"],
    ["c.csv", "refused", "form-not-a-form"],
    ["d.xlsx", "refused", "form-unknown"],
    ["e.xlsx", "ready", null],
  ]);
  expect(own).not.toBe("");
});

test("a newer form that came back replaces the older; one that did not is only mentioned", async () => {
  await office.assigned({ title: "河道清理", no: "1" });
  const first = await office.write();
  office.env.setNow("2020-06-10T08:00:00+08:00");
  const second = await office.write();
  const older = await office.filled(first.path, "旧.xlsx", (sheet) => fillRow(sheet, 1, { percent: 10 }));
  expect((await office.open(older)).files).toMatchObject([{ verdict: "ready", problem: { code: "form-newer-sent" } }]);
  await office.confirm(
    await office.open(await office.filled(second.path, "新.xlsx", (sheet) => fillRow(sheet, 1, { percent: 20 }))),
  );
  expect((await office.open(older)).files).toMatchObject([{ verdict: "refused", problem: { code: "form-replaced" } }]);
});

test("the same file twice is taken once, and of two of one form the second waits to be chosen", async () => {
  const id = await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  const a = await office.filled(path, "甲.xlsx", (sheet) => fillRow(sheet, 1, { percent: 10 }));
  const b = await office.filled(path, "乙.xlsx", (sheet) => fillRow(sheet, 1, { percent: 30, text: "补" }));
  copyFileSync(a, join(office.folder, "甲2.xlsx"));
  const stage = await office.open(a, join(office.folder, "甲2.xlsx"), b);
  expect(stage.files.map(({ verdict, take, problem }) => [verdict, take, problem?.code ?? null])).toEqual([
    ["ready", true, null],
    ["nothing-new", false, "form-file-twice"],
    ["ready", false, "form-two-files"],
  ]);
  await office.client.forms.choose({ stage: stage.stage, file: 2, row: null, take: true });
  expect(await office.confirm(stage)).toMatchObject({ forms: 2, written: 2 });
  expect((await stepsOf(id)).slice(1)).toMatchObject([{ percent: 10 }, { percent: 30, text: "补" }]);
});

test("what the rules do not allow is a problem of its row, and the other rows are taken", async () => {
  const [over, given] = [
    await office.assigned({ title: "已报完成的", no: "1" }),
    await office.assigned({ title: "要退回的", no: "2" }),
  ];
  const gone = await office.assigned({ title: "已撤销的", no: "3" });
  const { path } = await office.write();
  await office.client.tasks.step({ ids: [over], step: { step: "report-done", unit: town, on: "2020-06-01" } });
  await office.client.tasks.withdraw({ ids: [gone], reason: "不办了" });
  const back = await office.filled(path, "回.xlsx", (sheet) => {
    fillRow(sheet, 1, { text: "又有进展" });
    fillRow(sheet, 2, { state: "已退回", text: "不归我们管" });
    fillRow(sheet, 3, { text: "还在办" });
  });
  const stage = await office.open(back);
  const rows = await office.rows(stage);
  expect(rows.map(({ problems, take }) => [problems.map(({ code }) => code), take])).toEqual([
    [["task-step-refused"], false],
    [[], true],
    [["form-task-gone"], false],
  ]);
  await office.confirm(stage);
  expect((await stepsOf(given)).at(-1)).toMatchObject({ step: "return", text: "不归我们管" });
  const remarks = keptForms(office.store)[0]?.taken[0]?.remarks.join("\n");
  for (const text of ["又有进展", "还在办"]) expect(remarks).toContain(text);
});

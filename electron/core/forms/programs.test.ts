/** Forms as other programs leave them: openpyxl, LibreOffice, a copy of what can be seen. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { creation } from "#shared/store/commit.ts";
import { commit } from "../store/commit.ts";
import { openWorkbook } from "../sheets/open.ts";
import { fixtureForm, fixtureNames, fixtureTasks } from "./fixtures/form.ts";
import { keptForms } from "./kept.ts";
import { formsOffice, town } from "./testing.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const python = "/usr/bin/python3";
const hasOpenpyxl = spawnSync(python, ["-c", "import openpyxl"]).status === 0;

let office: ReturnType<typeof formsOffice>;
beforeEach(() => {
  office = formsOffice("2020-06-18T08:00:00+08:00");
});
afterEach(() => office.close());

/** The fixtures' form as if it had been sent from here. */
const sendFixture = (): void => {
  const tasks = fixtureForm.facts.rows.flatMap(({ task, shown: { no, title, measures } }) => [
    { record: task, kind: "task", unit: creation, value: { no, title, measures } },
    { record: task, kind: "task", unit: "step", value: { step: "assign", unit: town, on: "2020-06-01" } },
  ]);
  const value = { facts: fixtureForm.facts, life: { state: "live" } };
  commit(office.store, {
    action: "forms.write",
    changes: [...tasks, { record: fixtureForm.id, kind: "form", unit: creation, value }],
  });
};

test.each(Object.entries(fixtureNames))("what was filled in is read alike, as %s left it", async (program, name) => {
  sendFixture();
  const stage = await office.open(join(fixtures, name));
  const isStripped = program === "stripped";
  expect(stage.files).toMatchObject([
    { verdict: "ready", unitName: "马尚街道", problem: isStripped ? { code: "form-parts-gone" } : null },
  ]);
  const rows = await office.rows(stage);
  expect(rows.map(({ task, verdict, take }) => [task, verdict, take])).toEqual([
    [fixtureTasks[0], "change", true],
    [fixtureTasks[1], "invalid", true],
    // A copy has nothing but its number and title to be known by, and the title was changed.
    isStripped ? [null, "added", false] : [fixtureTasks[2], "tampered", false],
    [null, "added", false],
    ...(isStripped ? [[fixtureTasks[2], "missing", false]] : []),
  ]);
  await office.confirm(stage);
  const { steps } = await office.client.tasks.get({ id: fixtureTasks[0] ?? "" });
  expect(steps.slice(1).map(({ data }) => data)).toMatchObject([
    { step: "receive", on: "2020-06-15", contact: "王强 5551234" },
    { step: "progress", on: "2020-06-15", percent: 85, text: "已清 2 公里\n余下本月完成", difficulty: "缺一台挖掘机" },
  ]);
  const remarks = keptForms(office.store)[0]?.taken[0]?.remarks.join("\n") ?? "";
  for (const text of ["120", "夜间施工噪声整治（改）", "已报完成", "另：请协调经费"]) expect(remarks).toContain(text);
});

test.skipIf(!hasOpenpyxl)("a form filled by openpyxl keeps its ids and its checks, and comes back", async () => {
  const id = await office.assigned({ title: "河道清理", no: "1" });
  const { path } = await office.write();
  const back = join(office.folder, "回.xlsx");
  const cells = JSON.stringify({ F5: "是", H5: 30, I5: "已开工" });
  const said = execFileSync(python, [join(fixtures, "fill.py"), path, cells, back], { encoding: "utf8" });
  expect(JSON.parse(said)).toEqual([
    ["填报表", "visible", expect.any(Number)],
    ["liandong-form", "veryHidden", 0],
  ]);
  const [sheet] = openWorkbook(readFileSync(back), back).sheets;
  expect(sheet?.hiddenCols).toEqual([13]);
  const stage = await office.open(back);
  expect(stage.files).toMatchObject([{ verdict: "ready", problem: null, counts: { taking: 1 } }]);
  await office.confirm(stage);
  expect((await office.client.tasks.get({ id })).steps.at(-1)?.data).toMatchObject({ percent: 30, text: "已开工" });
});

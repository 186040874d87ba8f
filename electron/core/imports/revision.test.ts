import fc from "fast-check";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unwatched } from "../jobs/context.ts";
import type { Program } from "../program.ts";
import { digestOf } from "../store/digests.ts";
import { undo } from "../store/undo.ts";
import { temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { confirmStage } from "./confirm.ts";
import type { Frame } from "./frame.ts";
import { planOf } from "./plan.ts";
import { readFile } from "./read-file.ts";
import { comparedWith } from "./revision.ts";
import { itemAt, newStage, type StageState } from "./stage.ts";
import { taskFrame } from "./task-frame.ts";
import { undoImport } from "./undo.ts";
import { stageRows } from "./view.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: Program;

const begin = (): void => {
  folder = temporaryFolder();
  const store = begunStore(join(folder.path, "data"));
  program = { store, workerUrl: new URL("file:///none"), version: "0.0.0", close: () => store.close() };
};
const end = (): void => {
  program.close();
  folder.remove();
};
beforeEach(begin);
afterEach(end);

interface Item {
  readonly no: string;
  readonly title: string;
  readonly period: string;
}

let files = 0;
const staged = async (items: readonly Item[], revises: string | null = null): Promise<StageState> => {
  files += 1;
  const path = join(folder.path, `list-${files}.csv`);
  const lines = items.map(({ no, title, period }) => [no, title, "市水利局", period].join(","));
  writeFileSync(path, ["序号,工作任务,牵头单位,完成时限", ...lines].join("\n"));
  const file = await readFile({ capability: "tasks", source: { path }, options: { year: 2020 } }, unwatched);
  const stage = newStage(`stage-${files}`, taskFrame as Frame, file, { year: 2020 });
  stage.revises = revises;
  return stage;
};
const confirm = (stage: StageState) =>
  confirmStage(program, stage, { onProgress: () => {}, signal: new AbortController().signal });
const titles = (): string[] =>
  program.store.db
    .prepare("SELECT no || ' ' || title || ' ' || period_text FROM tasks WHERE life = 'live' ORDER BY 1")
    .pluck()
    .all() as string[];
const asText = (items: readonly Item[]): string[] =>
  items.map(({ no, title, period }) => `${no} ${title} ${period}`).toSorted();

const subjects = ["清理河道", "植树造林", "整治噪声", "检查餐饮油烟", "修缮道路", "排查隐患", "宣讲决议", "走访选民"];
const periods = ["3月12日", "5月底前", "6月—11月", "每月5日前", "立行立改", "尽快"];
const change = fc.constantFrom("keep", "keep", "period", "title", "drop");
const lists = fc
  .array(fc.record({ subject: fc.nat(7), period: fc.nat(5), change, added: fc.boolean() }), {
    minLength: 1,
    maxLength: 14,
  })
  .filter((rows) => rows.some((row) => row.change !== "drop"));

test("property: a revision leaves exactly the revised list, its numbers balance, and its undo leaves all as it was", async () => {
  let didWork = 0;
  await fc.assert(
    fc.asyncProperty(lists, async (rows) => {
      end();
      begin();
      const before = rows.map(({ subject, period }, index): Item => ({
        no: String(index + 1),
        title: `${subjects[subject]}第${index + 1}项`,
        period: periods[period] ?? "",
      }));
      const after = rows.flatMap((row, index): Item[] => {
        const item = before[index];
        if (!item || row.change === "drop") return [];
        const more = row.added ? [{ no: String(100 + index), title: `新增事项${index}`, period: "4月1日" }] : [];
        if (row.change === "period")
          return [{ ...item, period: item.period === "9月1日" ? "9月2日" : "9月1日" }, ...more];
        if (row.change === "title") return [{ ...item, title: `${item.title}（调整）` }, ...more];
        return [item, ...more];
      });
      const changed = rows.filter((row) => row.change === "period" || row.change === "title").length;
      const dropped = rows.filter((row) => row.change === "drop").length;

      const first = await confirm(await staged(before));
      expect(titles()).toEqual(asText(before));
      const digest = digestOf(program.store.db, "tasks");
      const stage = await staged(after, first.id);
      const plan = planOf(program.store, stage);
      expect([plan.changed.length, plan.withdrawn.length]).toEqual([changed, dropped]);
      expect(plan.added.length + plan.changed.length + plan.unchanged).toBe(after.length);
      expect(plan.withdrawn.length + plan.changed.length + plan.unchanged).toBe(before.length);
      const second = await confirm(stage);
      expect(titles()).toEqual(asText(after));
      undoImport(program.store, second.id, false);
      expect(titles()).toEqual(asText(before));
      undo(program.store, program.store.end.epoch.concat(":", String(program.store.end.seq)));
      expect(titles()).toEqual(asText(after));
      undoImport(program.store, second.id, false);
      expect(titles()).toEqual(asText(before));
      if (changed + dropped === 0 && after.length === before.length)
        expect(digestOf(program.store.db, "tasks")).toBe(digest);
      undoImport(program.store, first.id, false);
      expect(titles()).toEqual([]);
      didWork += changed + dropped;
    }),
    { numRuns: 40 },
  );
  expect(didWork).toBeGreaterThan(40);
});

test("what is merely alike is 'perhaps the same': accepted it changes the record, undecided it is new and the other withdrawn", async () => {
  const before = [{ no: "", title: "开展秸秆禁烧巡查", period: "3月12日" }];
  const after = [{ no: "", title: "秋季秸秆禁烧巡查", period: "3月12日" }];
  const { id } = await confirm(await staged(before));
  const stage = await staged(after, id);
  const [line] = stageRows(program, stage, { only: "perhaps", offset: 0, limit: 10 }).rows;
  expect(line).toMatchObject({ kind: "perhaps", perhaps: { title: "开展秸秆禁烧巡查", accepted: false } });
  expect(planOf(program.store, stage)).toMatchObject({ added: [{}], changed: [], withdrawn: [{}] });
  stage.accepted.add(itemAt(stage, line?.sheet ?? "", line?.row ?? 0).key);
  stage.comparison = null;
  expect(comparedWith(program.store, stage).of.size).toBe(1);
  expect(planOf(program.store, stage)).toMatchObject({ added: [], changed: [{}], withdrawn: [] });
  await confirm(stage);
  expect(titles()).toEqual([" 秋季秸秆禁烧巡查 3月12日"]);
});

import { expect, test } from "vitest";
import type { TaskStep } from "./record.ts";
import { draftSummary, type SummedUnit } from "./summary.ts";

const report = (more: Partial<TaskStep>): TaskStep => ({ step: "progress", unit: null, on: "2020-05-19", ...more });
const unit = (name: string, percent: number | null, ...reports: TaskStep[]): SummedUnit => ({
  unit: name,
  name,
  percent,
  reports,
});

test("the summary is drafted from the units' own words: how many of how many, each one's latest, who is silent", () => {
  const drafted = draftSummary(
    [
      unit(
        "马尚街道",
        60,
        report({ text: "已排查" }),
        report({ text: "清运过半。", percent: 60, difficulty: "缺车辆" }),
      ),
      unit("和平街道", null, report({ nothing: true })),
      unit("房镇镇", 0),
    ],
    "zh-CN",
  );
  expect(drafted.text).toBe(
    "3 个单位中 2 个已反馈，平均进度 20%。马尚街道（60%）：清运过半，困难：缺车辆；和平街道：无新进展。尚未反馈：房镇镇。",
  );
  expect(drafted).toMatchObject({ percent: 20, silent: ["房镇镇"] });
  expect(drafted.entries.map(({ unitName, text, percent }) => [unitName, text, percent])).toEqual([
    ["马尚街道", "清运过半，困难：缺车辆", 60],
    ["和平街道", "无新进展", null],
  ]);
});

test("in the language asked for, all of them, nobody, none at all; nothing is invented", () => {
  const done = unit("马尚街道", 100, report({ step: "report-done" }));
  expect(draftSummary([done], "en").text).toBe(
    "All units have reported (1), mean progress 100 %. 马尚街道 (100 %): reported done.",
  );
  expect(draftSummary([unit("马尚街道", null)], "zh-CN")).toEqual({
    text: "1 个单位尚无新的反馈。",
    percent: null,
    entries: [],
    silent: ["马尚街道"],
  });
  expect(draftSummary([], "zh-CN")).toEqual({ text: "", percent: null, entries: [], silent: [] });
});

test("a unit with several parts is counted once: its latest word on each, and the mean of the figures that it gave", () => {
  const drafted = draftSummary(
    [
      unit("马尚街道", 40, report({ text: "排查：过半" })),
      unit("马尚街道", 80, report({ text: "整治：将完成", percent: 80 })),
      unit("马尚街道", null),
    ],
    "zh-CN",
  );
  expect(drafted.text).toBe("1 个单位全部反馈，平均进度 60%。马尚街道（60%）：排查：过半；整治：将完成。");
});

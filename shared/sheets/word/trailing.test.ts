import fc from "fast-check";
import { expect, test } from "vitest";
import { trailingOf } from "./trailing.ts";

const unit = fc.constantFrom(
  "市生态环境局",
  "市公安局",
  "各区县人大常委会",
  "各镇（街道）",
  "区直各部门",
  "高新区管委会",
  "中国石化齐鲁分公司",
  "市人大城环委",
);
const units = fc.uniqueArray(unit, { maxLength: 4 });
const some = fc.uniqueArray(unit, { minLength: 1, maxLength: 4 });
const body = fc.constantFrom(
  "1.开展餐饮油烟整治。逐户排查（含夜市）",
  "2、巡查孝妇河（张店段）、范阳河",
  "（三）督促企业按期完成治理",
);
const period = fc.constantFrom("", "6月底前", "每月5日前", "2020年10月31日前，并长期坚持");
const bracket = fc.constantFrom(["（", "）"], ["(", ")"], ["【", "】"]) as fc.Arbitrary<[string, string]>;

test("units under their labels and a limit are read out of the brackets at the end, brackets in names and text aside", () => {
  fc.assert(
    fc.property(
      body,
      units,
      some,
      units,
      period,
      bracket,
      fc.boolean(),
      (text, lead, responsible, support, until, [open, close], dot) => {
        const parts = [
          lead.length > 0 ? `牵头单位：${lead.join("、")}` : "",
          `责任单位：${responsible.join("、")}`,
          support.length > 0 ? `配合单位：${support.join("、")}` : "",
          until === "" ? "" : `完成时限：${until}`,
        ].filter((part) => part !== "");
        const told = trailingOf(`${text}。${open}${parts.join("；")}${close}${dot ? "。" : ""}`);
        expect(told).toEqual({ body: `${text}。`, lead, responsible, support, period: until });
      },
    ),
    { numRuns: 400 },
  );
});

test("units said to lead and to support, or units alone of which the first leads", () => {
  fc.assert(
    fc.property(body, some, some, (text, lead, support) => {
      expect(trailingOf(`${text}（${lead.join("、")}牵头，${support.join("、")}配合）`)).toMatchObject({
        lead,
        responsible: [],
        support,
      });
      expect(trailingOf(`${text}（${lead.join("、")}）`)).toMatchObject({
        lead: lead.slice(0, 1),
        responsible: lead.slice(1),
      });
    }),
    { numRuns: 200 },
  );
});

test.each([
  "对排污口建档立卡（含雨水口）",
  "（责任单位：市公安局）",
  "落实河长制（见附件2）。",
  "完成率达到90%（以上级通报为准）",
  "没有括号的一段",
  "括号没有对上（责任单位：市公安局",
])("brackets that name no unit say nothing: %s", (text) => {
  expect(trailingOf(text)).toBeNull();
});

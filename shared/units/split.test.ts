import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitRoles, splitUnits } from "./split.ts";

describe("Units: split on 、 ， , ； ; line breaks, and spaces between units; not inside （）", () => {
  it.each([
    ["市生态环境局", ["市生态环境局"]],
    ["市城市管理局；市公安局", ["市城市管理局", "市公安局"]],
    ["A局、B局，C局,D局;E局", ["A局", "B局", "C局", "D局", "E局"]],
    ["市人大城环委\n政研室", ["市人大城环委", "政研室"]],
    ["市交通运输局 市公安局", ["市交通运输局", "市公安局"]],
    ["市交通运输局　市公安局", ["市交通运输局", "市公安局"]],
    ["张店区（含高新区、文昌湖区）", ["张店区（含高新区、文昌湖区）"]],
    ["国企联合体（电厂、热力公司）、市公安局", ["国企联合体（电厂、热力公司）", "市公安局"]],
    ["各镇(街道、开发区)，区直各部门", ["各镇(街道、开发区)", "区直各部门"]],
    ["市 公 安 局", ["市公安局"]],
    ["各镇（街道 办事处）", ["各镇（街道 办事处）"]],
    ["各区县人大常委会、高新区、经开区、文昌湖区", ["各区县人大常委会", "高新区", "经开区", "文昌湖区"]],
    ["、市公安局、、", ["市公安局"]],
    ["市公安局。", ["市公安局"]],
    ["市公安局（治安支队、市城管局", ["市公安局（治安支队", "市城管局"]],
    ["A局、\nB局", ["A局", "B局"]],
    ["/", []],
    ["", []],
  ])("%j", (text, units) => {
    expect(splitUnits(text)).toEqual(units);
  });

  it("text is kept as written: what was joined by separators comes back", () => {
    const unit = fc.constantFrom(
      "市生态环境局",
      "各镇（街道）人大",
      "张店区（含高新区、文昌湖区）",
      "政研室",
      "12345热线办",
    );
    const separator = fc.constantFrom("、", "，", ",", "；", ";", "\n", " ", "　", "、\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, separator), { minLength: 1, maxLength: 6 }), (parts) => {
        const units = parts.map(([name]) => name);
        const text = parts.map(([name, mark], index) => (index === parts.length - 1 ? name : name + mark)).join("");
        expect(splitUnits(text)).toEqual(units);
      }),
    );
  });

  it("never loses a character but separators and spaces", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("市", "局", "（", "）", "(", ")", "、", "，", ";", " ", "\n", "甲", "乙") }),
        (text) => {
          const kept = splitUnits(text)
            .join("")
            .replace(/[\s、，;]/gu, "");
          expect(kept).toBe(text.replace(/[\s、，;]/gu, ""));
        },
      ),
    );
  });
});

describe("Units under labels in one cell", () => {
  it.each([
    ["牵头单位：A局\n配合单位：B局、C局", { lead: ["A局"], responsible: [], support: ["B局", "C局"] }],
    ["牵头：A局；责任单位：B局，C局", { lead: ["A局"], responsible: ["B局", "C局"], support: [] }],
  ])("%j", (text, roles) => {
    expect(splitRoles(text)).toEqual(roles);
  });

  it("without a label in front there are none", () => {
    expect(splitRoles("A局、B局")).toBeUndefined();
    expect(splitRoles("A局（配合单位：B局）")).toBeUndefined();
  });
});

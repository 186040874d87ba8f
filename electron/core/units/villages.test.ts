import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAppError } from "#shared/errors.ts";
import { resolveTexts } from "#shared/units/resolve.ts";
import { temporaryFolder } from "../store/testing.ts";
import type { Store } from "../store/store.ts";
import { undo } from "../store/undo.ts";
import { testOffices } from "../testing/offices.ts";
import { addUnits, namesInFile, resolveHere } from "./add-many.ts";
import { addUnit, joinUnit, withdrawUnit } from "./edit.ts";
import { knownUnits } from "./known.ts";

let offices: ReturnType<typeof testOffices>;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  offices = testOffices();
  folder = temporaryFolder();
});
afterEach(() => {
  offices.close();
  folder.remove();
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
};
const meant = (store: Store, text: string, under?: string) => {
  const [found] = resolveHere(store, [text], under);
  return [found?.is, found?.group, found?.units.map(({ name }) => name)];
};

test("villages are named by hand, cleaned of numbers and spaces, in one commit with codes of the town's own", () => {
  const { store } = offices.open("370303105");
  const names = ["1. 东张村", "（2）西 张 村", "三、华润社区", "④ 北 马 社区；", "东张村", "十里村", "  "];
  const done = addUnits(store, { under: "370303105", kind: "village", names });
  expect(done.added.map(({ code, name, tier, parent }) => [code, name, tier, parent])).toEqual([
    ["370303105-V01", "东张村", "village", "370303105"],
    ["370303105-V02", "西张村", "village", "370303105"],
    ["370303105-V03", "华润社区", "village", "370303105"],
    ["370303105-V04", "北马社区", "village", "370303105"],
    ["370303105-V05", "十里村", "village", "370303105"],
  ]);
  expect(done.passed).toEqual(["东张村"]);
  expect(addUnits(store, { under: "370303105", kind: "village", names: ["东张村", "南张村"] })).toMatchObject({
    added: [{ code: "370303105-V06", name: "南张村" }],
    passed: ["东张村"],
  });
  expect(codeOf(() => addUnits(store, { under: "370303105", kind: "village", names: ["东张村"] }))).toBe(
    "names-all-there",
  );
  expect(codeOf(() => addUnits(store, { under: "370303105", kind: "village", names: [" ", "3、"] }))).toBe(
    "names-none",
  );
  expect(codeOf(() => addUnits(store, { under: "370303", kind: "village", names: ["东张村"] }))).toBe(
    "village-needs-town",
  );
  undo(store, done.version);
  expect(meant(store, "各村（社区）")).toEqual(["group", "villages", ["南张村"]]);
});

test("names come out of a sheet or a text: the column that looks like them, its header and totals passed over", () => {
  const file = (name: string, text: string): string[] => {
    const path = join(folder.path, name);
    writeFileSync(path, text);
    return namesInFile(path);
  };
  expect(file("村居.txt", "房镇镇村居名单\n1、东张村\n2、西张村\n\n华润社区\n")).toEqual([
    "东张村",
    "西张村",
    "华润社区",
  ]);
  expect(
    file("村居.csv", "序号,镇街,村（社区）名称,书记\n1,房镇镇,东张村,张某\n2,房镇镇,西张村,李某\n合计,,2,\n"),
  ).toEqual(["东张村", "西张村"]);
  expect(file("单位.csv", "序号,单位名称\n1,区住建局\n2,区城管局\n")).toEqual(["区住建局", "区城管局"]);
  expect(codeOf(() => file("数.csv", "1,2\n3,4\n"))).toBe("names-none-in-file");
  expect(codeOf(() => namesInFile(join(folder.path, "没有.txt")))).toBe("file-not-readable");
});

test("a group stands for the units that it means here, in official order, without withdrawn and joined ones", () => {
  const { store } = offices.open("370303");
  const [zone = "", bureau = "", twice = ""] = [
    ["科技园区", "370303"],
    ["区住房和城乡建设局", "370303"],
    ["区住建委员会", "370303"],
  ].map(([name = "", under = ""]) => addUnit(store, { name, under }).code);
  addUnit(store, { name: "市生态环境局", under: "370300" });
  joinUnit(store, twice, bureau);
  withdrawUnit(store, knownUnits(store.db).find(({ name }) => name === "和平街道")?.code ?? "", "撤并");
  const towns = meant(store, "各镇（街道）");
  expect(towns.slice(0, 2)).toEqual(["group", "towns"]);
  expect(towns[2]).toContain("马尚街道");
  expect(towns[2]).toContain("科技园区");
  expect(towns[2]).not.toContain("和平街道");
  expect(meant(store, "区直各部门")).toEqual(["group", "departments", ["区住房和城乡建设局"]]);
  expect(meant(store, "市直各部门")).toEqual(["group", "departments", ["市生态环境局"]]);
  expect(meant(store, "各相关单位")).toEqual(["group", "related", []]);
  expect(meant(store, "张店区住建局")).toEqual(["unit", null, ["区住房和城乡建设局"]]);
  expect(meant(store, twice)).toEqual(["unit", null, ["区住房和城乡建设局"]]);
  expect(meant(store, "某某公司")).toEqual(["unknown", null, []]);
  expect(meant(store, "功能区")).toEqual(["group", "zones", ["科技园区"]]);
  expect(resolveHere(store, [zone])[0]?.units).toEqual([{ code: zone, name: "科技园区" }]);
  expect(codeOf(() => resolveHere(store, ["各村（社区）"], "999999"))).toBe("unit-unknown");
});

test("各区县 are the districts and zones of the city, whoever reads it; `under` asks for another unit", () => {
  const { store } = offices.open("370300");
  addUnit(store, { name: "高新区", under: "370300" });
  const [, , districts] = meant(store, "各区县人大常委会");
  expect(districts?.at(-1)).toBe("高新区");
  expect(districts).toContain("张店区");
  addUnits(store, { under: "370303105", kind: "village", names: ["东张村"] });
  expect(meant(store, "各村（社区）", "370303105")).toEqual(["group", "villages", ["东张村"]]);
  expect(meant(store, "各镇（街道）", "370303")[2]).toContain("马尚街道");
  expect(meant(store, "各镇（街道）", "370303")[2]).not.toContain("般阳路街道");
  addUnit(store, { name: "张店区生态环境局", under: "370303" });
  expect(meant(store, "各区县生态环境分局")).toEqual(["group", "district-departments", ["张店区生态环境局"]]);
});

test("without an office or its unit nothing is invented", () => {
  const { store } = offices.open("370303");
  const [found] = resolveTexts(["各镇（街道）"], knownUnits(store.db), { office: null });
  expect(found).toEqual({ text: "各镇（街道）", is: "group", group: "towns", units: [] });
});

import { expect, test } from "vitest";
import { divisionsTable } from "./divisions-table.ts";
import { ancestorsOf, childrenOf, divisionByCode, divisionPath, isDivisionCode, searchDivisions } from "./divisions.ts";

const paths = (typed: string, limit = 5): readonly string[] =>
  searchDivisions(typed, { limit }).map(({ path }) => path.join(" › "));

test("a division is known by its code, in six digits down to the district and nine for a town", () => {
  expect(divisionByCode("370303")).toEqual({ code: "370303", name: "张店区", tier: "district", parent: "370300" });
  expect(divisionByCode("370303001")).toEqual({ code: "370303001", name: "车站街道", tier: "town", parent: "370303" });
  expect(divisionByCode("370300")).toMatchObject({ name: "淄博市", tier: "city", parent: "370000" });
  expect(divisionByCode("370000")).toMatchObject({ name: "山东省", tier: "province", parent: null });
  for (const unknown of ["", "37", "370399", "999999", "370303-D01", "37030 ", "3703030010"])
    expect([unknown, divisionByCode(unknown)]).toEqual([unknown, undefined]);
  expect(isDivisionCode("370303-D01")).toBe(false);
});

test("Zibo has 8 districts and 88 towns", () => {
  const districts = childrenOf("370300");
  expect(districts.map(({ name }) => name).join(" ")).toBe("淄川区 张店区 博山区 临淄区 周村区 桓台县 高青县 沂源县");
  expect(districts.flatMap(({ code }) => childrenOf(code))).toHaveLength(88);
});

test("a municipality's districts stand directly under it", () => {
  expect(childrenOf("110000").map(({ code }) => code)).toContain("110101");
  expect(divisionPath("110101001")).toEqual(["北京市", "东城区", "东华门街道"]);
  expect(childrenOf("500000").map(({ name }) => name)).toContain("秀山土家族苗族自治县");
});

test("a city without districts has its towns directly under it, and stands in the list once", () => {
  for (const [code, name] of [
    ["441900", "东莞市"],
    ["442000", "中山市"],
    ["460400", "儋州市"],
  ] as const) {
    expect(divisionByCode(code)).toMatchObject({ name, tier: "city" });
    expect(childrenOf(code).length).toBeGreaterThan(0);
    expect(childrenOf(code).every(({ tier, parent }) => tier === "town" && parent === code)).toBe(true);
  }
});

test("a county directly under its province has the province above it", () => {
  for (const [code, above] of [
    ["419001", "河南省"],
    ["429004", "湖北省"],
    ["469001", "海南省"],
    ["659001", "新疆维吾尔自治区"],
  ] as const) {
    expect(divisionByCode(code)).toMatchObject({ tier: "district" });
    expect(ancestorsOf(code).map(({ name }) => name)).toEqual([above]);
    expect([code, childrenOf(code).length > 0]).toEqual([code, true]);
  }
});

test("all of China: 34 provinces, 41,352 towns (金门县, listed as a town of its own too, counts once), each division but a province has one above it, codes ascend", () => {
  const { codes, parents, names } = divisionsTable();
  expect(childrenOf(null)).toHaveLength(34);
  expect(codes.filter((code) => code % 1000 !== 0)).toHaveLength(41_351);
  expect(names).toHaveLength(codes.length);
  expect([...parents].filter((parent) => parent < 0)).toHaveLength(34);
  expect(codes.every((code, index) => index === 0 || code > (codes[index - 1] ?? 0))).toBe(true);
  expect(names.every((name) => name.trim() !== "" && !name.includes("直辖县级"))).toBe(true);
});

test("a division is found by name, pinyin, initials, and the mixture of them as one types", () => {
  for (const typed of [
    "张店",
    "张店区",
    "zhangdian",
    "zdq",
    "zhangdq",
    "ZhangDian Qu",
    "370303",
    "淄博 张店",
    "淄博张店",
    "山东省淄博市张店区",
    "zibo zd",
    "山东省›淄博市›张店区",
  ])
    expect([typed, ...paths(typed, 1)]).toEqual([typed, "山东省 › 淄博市 › 张店区"]);
  for (let typed = "z"; typed.length < "zhangdianqu".length; typed = "zhangdianqu".slice(0, typed.length + 1))
    expect([typed, searchDivisions(typed).length > 0]).toEqual([typed, true]);
});

test("a district comes before the towns of the same name, and a whole name before a longer one", () => {
  expect(paths("张店", 2)).toEqual(["山东省 › 淄博市 › 张店区", "山西省 › 长治市 › 屯留区 › 张店镇"]);
  expect(paths("zibo", 1)).toEqual(["山东省 › 淄博市"]);
  expect(paths("bj", 1)).toEqual(["北京市"]);
  expect(paths("东莞", 1)).toEqual(["广东省 › 东莞市"]);
});

test("places are found as people read them, and as the character is usually read", () => {
  for (const [typed, path] of [
    ["shanxian", "山东省 › 菏泽市 › 单县"],
    ["luan", "安徽省 › 六安市"],
    ["liuan", "安徽省 › 六安市"],
    ["chongqing", "重庆市"],
    ["xiamen", "福建省 › 厦门市"],
    ["dashilan", "北京市 › 西城区 › 大栅栏街道"],
    ["panyu", "广东省 › 广州市 › 番禺区"],
    ["lvliang", "山西省 › 吕梁市"],
  ] as const)
    expect([typed, ...paths(typed, 1)]).toEqual([typed, path]);
  expect(paths("danxian", 10)).toContain("山东省 › 菏泽市 › 单县");
});

test("a search can be kept to one tier and to a number, and finds nothing in nothing", () => {
  expect(searchDivisions("zd", { tier: "district" }).every(({ tier }) => tier === "district")).toBe(true);
  expect(searchDivisions("马", { limit: 3 })).toHaveLength(3);
  for (const typed of ["", "  ", "›", "没有这个地方", "%", "'", "ü"])
    expect([typed, ...searchDivisions(typed)]).toEqual([typed]);
});

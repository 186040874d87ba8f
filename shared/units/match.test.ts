import * as fc from "fast-check";
import { expect, test } from "vitest";
import { zibo } from "./fixtures/zibo.ts";
import { matchUnit, unitMatcher } from "./match.ts";

const match = unitMatcher(zibo, "370303");

/** What a text was taken for, in one line: a unit's name and why, a group in brackets, or '?'. */
const reading = (text: string, office = "370303"): string => {
  const found = office === "370303" ? match(text) : matchUnit(text, zibo, office);
  if (found.kind === "group") return `[${found.group}]`;
  if (found.kind === "unknown") return "?";
  return `${zibo.find(({ code }) => code === found.code)?.name} ${found.why}`;
};
const readings = (texts: readonly string[]): Record<string, string> =>
  Object.fromEntries(texts.map((text) => [text, reading(text)]));

test("units of the sample lists are known by name", () => {
  for (const text of [
    "市生态环境局",
    "市住房城乡建设局",
    "市人大城环委",
    "高新区",
    "文昌湖区",
    "和平街道",
    "区综合行政执法局",
  ])
    expect(reading(text)).toBe(`${text} name`);
});

test("a body of a division is asked of the division", () => {
  expect(readings(["张店区人大", "张店区人大常委会", "市人大常委会", "区人大常委会", "周村区人大"])).toEqual({
    张店区人大: "张店区 congress",
    张店区人大常委会: "张店区 congress",
    市人大常委会: "淄博市 congress",
    区人大常委会: "张店区 congress",
    周村区人大: "周村区 congress",
  });
  expect(readings(["马尚街道办事处", "马尚街道办", "昆仑镇人民政府", "高新区管委会", "区政府"])).toEqual({
    马尚街道办事处: "马尚街道 government",
    马尚街道办: "马尚街道 government",
    昆仑镇人民政府: "昆仑镇 government",
    高新区管委会: "高新区 government",
    区政府: "张店区 government",
  });
});

test("a division may be named in short or with what stands above it", () => {
  for (const text of ["张店", "淄博市张店区", "淄博张店", "山东省淄博市张店区"])
    expect(reading(text)).toBe("张店区 short-name");
  for (const text of ["马尚", "张店区马尚街道", "淄博市张店区马尚街道"])
    expect(reading(text)).toBe("马尚街道 short-name");
  expect(reading("张店区（含高新区、文昌湖区）")).toBe("张店区 name");
});

test("a department is known in short, by its former name and with its place in every form", () => {
  expect(
    readings(["市人社局", "市环保局", "市国土资源局", "市工商局", "市市场监管局", "市住建委", "市交通局"]),
  ).toEqual({
    市人社局: "市人力资源和社会保障局 short-name",
    市环保局: "市生态环境局 former-name",
    市国土资源局: "市自然资源局 former-name",
    市工商局: "市市场监督管理局 former-name",
    市市场监管局: "市市场监督管理局 short-name",
    市住建委: "市住房城乡建设局 short-name",
    市交通局: "市交通运输局 short-name",
  });
  expect(readings(["淄博市生态环境局", "张店区住建局", "张店住建局", "区住建局", "区人社局"])).toEqual({
    淄博市生态环境局: "市生态环境局 short-name",
    张店区住建局: "区住房和城乡建设局 short-name",
    张店住建局: "区住房和城乡建设局 short-name",
    区住建局: "区住房和城乡建设局 short-name",
    区人社局: "区人力资源和社会保障局 short-name",
  });
  expect(readings(["张店生态环境分局", "市生态环境局张店分局", "博山生态环境分局"])).toEqual({
    张店生态环境分局: "区生态环境分局 short-name",
    市生态环境局张店分局: "区生态环境分局 branch",
    博山生态环境分局: "?",
  });
});

test("without saying whose, the office's own department comes before the city's; the city's own office means its own", () => {
  expect(reading("住建局")).toBe("区住房和城乡建设局 short-name");
  expect(reading("城管局")).toBe("市城市管理局 short-name");
  expect(reading("住建局", "370300")).toBe("市住房城乡建设局 short-name");
  expect(reading("区住建局", "370300")).toBe("?");
});

test("group units are groups", () => {
  const groups: Record<string, readonly string[]> = {
    districts: [
      "各区县人大常委会",
      "区县人大常委会办公室",
      "各区县",
      "各区县（功能区）",
      "各区人大常委会",
      "各县区人民政府",
    ],
    zones: ["各功能区"],
    towns: [
      "各镇（街道）",
      "各镇(街道)人大",
      "各镇办",
      "各镇人大",
      "街道人大工作室",
      "各镇人民政府",
      "各乡镇",
      "镇（街道）人大",
    ],
    villages: ["各村（社区）", "各村"],
    departments: ["区直各部门", "市直有关部门", "各有关部门", "市直各单位", "有关部门", "市政府各部门"],
    "district-departments": ["各区县住建局", "各区县分局"],
    related: ["各相关单位", "有关单位", "各责任单位"],
  };
  for (const [group, texts] of Object.entries(groups))
    expect(readings(texts)).toEqual(Object.fromEntries(texts.map((text) => [text, `[${group}]`])));
});

test("what is not certain stays unknown", () => {
  for (const text of [
    "",
    "新闻媒体",
    "政研室",
    "办公室",
    "执法支队",
    "市",
    "局",
    "修复科",
    "国企联合体（电厂、热力公司）",
    "市人大常委会法工委",
  ])
    expect(reading(text)).toBe("?");
  const [first] = zibo;
  const twice = first === undefined ? [] : [...zibo, { ...first, code: "370322", name: "张店区", parent: "370300" }];
  expect(matchUnit("张店区", twice)).toEqual({ kind: "unknown", candidates: ["370303", "370322"] });
});

test("an alias, such as a former name, is the unit; a withdrawn one is not offered", () => {
  const renamed = zibo.map((unit) =>
    unit.code === "370303104" ? { ...unit, name: "傅家街道", aliases: ["傅家镇"] } : unit,
  );
  expect(matchUnit("傅家镇", renamed)).toEqual({ kind: "matched", code: "370303104", why: "alias" });
  const withdrawn = zibo.map((unit) => (unit.code === "370303104" ? { ...unit, withdrawn: true } : unit));
  expect(matchUnit("傅家镇", withdrawn).kind).toBe("unknown");
});

test("EX8a: units joined by 'same as' are one, and answer with the code that stands for them", () => {
  const [example] = zibo;
  if (example === undefined) throw new Error("no units");
  const department = { ...example, kind: "department", tier: "city", parent: "370300" } as const;
  const bureau = { ...department, code: "370300-D90", name: "市大数据局" };
  const twice = { ...department, code: "370300-D91", name: "市大数据局" };
  expect(matchUnit("市大数据局", [...zibo, bureau, twice]).kind).toBe("unknown");
  expect(matchUnit("市大数据局", [...zibo, bureau, { ...twice, sameAs: bureau.code }])).toEqual({
    kind: "matched",
    code: bureau.code,
    why: "name",
  });
});

test("an abbreviation that no table knows is taken when only one department fits", () => {
  const [example] = zibo;
  if (example === undefined) throw new Error("no units");
  const company = {
    ...example,
    kind: "department",
    tier: "city",
    parent: "370300",
    name: "市热力集团有限公司",
    code: "370300-D90",
  } as const;
  expect(matchUnit("市热力公司", [...zibo, company], "370303")).toEqual({
    kind: "matched",
    code: company.code,
    why: "abbreviation",
  });
});

test("any text is answered, and every unit answers to its own name", () => {
  const piece = fc.constantFrom(
    "市",
    "区",
    "张店",
    "各",
    "镇",
    "街道",
    "人大",
    "住建局",
    "局",
    "（",
    "）",
    " ",
    "分局",
    "马尚",
    "x",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const found = match(pieces.join(""));
      expect(found.kind !== "matched" || zibo.some(({ code }) => code === found.code)).toBe(true);
    }),
  );
  for (const { name, code } of zibo) expect(match(name)).toEqual({ kind: "matched", code, why: "name" });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { factProjections } from "../store/facts.ts";
import { openStore, type Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { undo } from "../store/undo.ts";
import { initOffice } from "../system/office.ts";
import { addUnit, editUnit, joinUnit, orderUnits, withdrawUnit } from "./edit.ts";
import { findUnits, knownUnits, unitByCode } from "./known.ts";
import { unitProjection } from "./projection.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore({ folder: folder.path, projections: [unitProjection, ...factProjections], env: fixedEnv() });
});
afterEach(() => {
  store.close();
  folder.remove();
});

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "";
};
const namesUnder = (under: string): string[] => findUnits(store.db, { under, q: "" }).map(({ name }) => name);

test("first run of a district enters the divisions above it and its towns; a city its districts and all their towns", () => {
  initOffice(store, "370303");
  expect(store.officeCode()).toBe("370303");
  const towns = findUnits(store.db, { under: "370303", q: "" }).filter(({ tier }) => tier === "town");
  expect(towns.length).toBeGreaterThan(5);
  expect(
    knownUnits(store.db)
      .map(({ name }) => name)
      .slice(0, 3),
  ).toEqual(["山东省", "淄博市", "张店区"]);
  expect(codeOf(() => initOffice(store, "370302"))).toBe("office-already-set");
});

test("a city's first run knows its 8 districts and 88 towns", () => {
  initOffice(store, "370300");
  const tiers = knownUnits(store.db).map(({ tier }) => tier);
  expect(tiers.filter((tier) => tier === "district")).toHaveLength(8);
  expect(tiers.filter((tier) => tier === "town")).toHaveLength(88);
});

test("a code that no division has is refused, and nothing is stored", () => {
  expect(codeOf(() => initOffice(store, "999999"))).toBe("division-unknown");
  expect(store.officeCode()).toBeNull();
  expect(knownUnits(store.db)).toEqual([]);
});

test("functional zones and departments get codes of their own, and stand in official order", () => {
  initOffice(store, "370300");
  const zone = addUnit(store, { name: "高新区", under: "370300" });
  const department = addUnit(store, { name: "市生态环境局", under: "370300" });
  expect(unitByCode(store.db, zone.code)).toMatchObject({ kind: "zone", tier: "district" });
  expect(unitByCode(store.db, department.code)).toMatchObject({ kind: "department", tier: "city" });
  const names = findUnits(store.db, { under: "370300", q: "" }).map(({ name }) => name);
  expect(names.indexOf("沂源县")).toBeLessThan(names.indexOf("高新区"));
  expect(names.indexOf("高新区")).toBeLessThan(names.indexOf("市生态环境局"));
  expect(codeOf(() => addUnit(store, { name: "高新区", under: "370300" }))).toBe("unit-name-taken");
  expect(codeOf(() => addUnit(store, { name: "又一个", under: "370300", code: zone.code }))).toBe("unit-code-taken");
});

test("an order that the office sets holds, and can be undone", () => {
  initOffice(store, "370303");
  const codes = ["甲局", "乙局", "丙局"].map((name) => addUnit(store, { name, under: "370303" }).code);
  const [first = "", second = "", third = ""] = codes;
  const departments = (): string[] => namesUnder("370303").filter((name) => name.endsWith("局"));
  const moved = orderUnits(store, [third, first, second]);
  expect(departments()).toEqual(["丙局", "甲局", "乙局"]);
  undo(store, moved.version);
  expect(departments()).toEqual(["甲局", "乙局", "丙局"]);
});

test("a former name stays as an alias", () => {
  initOffice(store, "370303");
  const { code } = addUnit(store, { name: "区环保局", under: "370303" });
  editUnit(store, code, { name: "区生态环境分局" });
  expect(unitByCode(store.db, code).aliases).toEqual(["区环保局"]);
  expect(findUnits(store.db, { q: "区环保局" }).map((unit) => unit.code)).toEqual([code]);
});

test("EX8a: a unit entered twice is joined by 'same as' and can be parted again; circles are refused", () => {
  initOffice(store, "370300");
  const a = addUnit(store, { name: "市大数据局", under: "370300" }).code;
  const b = addUnit(store, { name: "市大数据管理局", under: "370300" }).code;
  joinUnit(store, b, a);
  expect(unitByCode(store.db, b).sameAs).toBe(a);
  expect(codeOf(() => joinUnit(store, a, b))).toBe("unit-same-as-itself");
  joinUnit(store, b, null);
  expect(unitByCode(store.db, b).sameAs).toBeNull();
});

test("units are found by name, pinyin and initials; a withdrawn one is not offered", () => {
  initOffice(store, "370300");
  for (const q of ["张店", "zhangdian", "zdq"]) {
    expect(findUnits(store.db, { q }).map(({ code }) => code)).toContain("370303");
  }
  const { code } = addUnit(store, { name: "临时办", under: "370300" });
  withdrawUnit(store, code, "撤销");
  expect(findUnits(store.db, { q: "临时办" })).toEqual([]);
  expect(codeOf(() => withdrawUnit(store, "370300", ""))).toBe("unit-is-office");
});

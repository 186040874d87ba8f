import { expect, test } from "vitest";
import type { Resolved } from "#shared/contract/units.ts";
import { assignInput, chosenUnits, emptyAssign, holdersOf, meantOf } from "./assign-values.ts";

const mashang = { code: "370303001", name: "马尚街道" };
const tiyu = { code: "370303002", name: "体育场街道" };
const towns: Resolved = { text: "各镇（街道）", is: "group", group: "towns", units: [mashang, tiyu] };
const one: Resolved = { text: "马尚街道", is: "unit", group: null, units: [mashang] };
const stray: Resolved = { text: "某开发公司", is: "unknown", group: null, units: [] };

test("a group is shown with the units that it means, and a unit named twice is shown once", () => {
  const meant = meantOf([towns, one, stray]);
  expect(meant.map(({ group, units }) => [group, units.map(({ name }) => name)])).toEqual([
    [false, ["马尚街道", "某开发公司"]],
    [true, ["体育场街道"]],
  ]);
});

test("a group that means nobody here is still shown, so that it can be said", () => {
  expect(meantOf([{ ...towns, units: [] }])).toEqual([{ text: "各镇（街道）", group: true, units: [] }]);
});

test("who has the task keeps it, and who returned it may get it again", () => {
  const holders = holdersOf([
    { unit: mashang.code, state: "in-progress" },
    { unit: tiyu.code, state: "returned" },
  ]);
  expect(chosenUnits(meantOf([towns]), emptyAssign, holders)).toEqual([tiyu.code]);
  expect(chosenUnits(meantOf([towns]), { without: new Set([tiyu.code]) }, holders)).toEqual([]);
});

test("one period is for all; where each has its own, only what was written goes in", () => {
  const values = {
    ...emptyAssign,
    period: "9月底前",
    text: " 请抓紧 ",
    own: { [tiyu.code]: { period: "8月底前", contact: "" } },
  };
  const units = [mashang.code, tiyu.code];
  expect(assignInput(["t1"], units, values)).toEqual({ ids: ["t1"], units, period: "9月底前", text: "请抓紧" });
  expect(assignInput(["t1"], units, { ...values, apart: true })).toMatchObject({
    each: { [tiyu.code]: { period: "8月底前" } },
  });
  expect(assignInput(["t1"], units, { ...values, apart: true }).each).not.toHaveProperty(mashang.code);
});

import { expect, test } from "vitest";
import { kindByName } from "../store/registry.ts";
import { officeContains, Rights } from "./authority.ts";
import type { MergeChange } from "./merging.ts";

const change = (office: string, unit: string, value: unknown, lamport: number, more = {}): MergeChange => ({
  version: `${"e".repeat(32)}:${lamport}:0000000${lamport}`,
  epoch: office.padEnd(32, "0"),
  seq: lamport,
  lamport,
  ord: 0,
  office,
  behalf: null,
  unit,
  value,
  base: [],
  ...more,
});
const step = (name: string, unit: string | null) => ({ step: name, unit, on: "2020-05-19" });
const ranks = (kind: string, record: string, changes: readonly MergeChange[]): number[] => {
  const declared = kindByName.get(kind);
  if (!declared) throw new Error(kind);
  const rights = new Rights(declared, record, changes);
  return changes.map((each) => rights.rankOf(each));
};

test.each([
  ["370300", "370303", true],
  ["370300", "370303001", true],
  ["370300", "370303-D01", true],
  ["370303", "370303001", true],
  ["370303", "370302001", false],
  ["370303", "370300", false],
  ["370303", "370300-D01", false],
  ["370303001", "370303001-V01", true],
  ["370000", "370303001", true],
  ["370300-D01", "370300-D01", true],
  ["370300-D01", "370303", false],
])("EX4: %s has %s in its area: %s", (office, unit, inside) => {
  expect(officeContains(office, unit)).toBe(inside);
});

test("EX4: the issuer defines a task; another office proposes", () => {
  const made = change("370300", "*", { title: "巡查" }, 1);
  expect(ranks("task", "t", [made, change("370300", "title", "甲", 2), change("370303", "title", "乙", 3)])).toEqual([
    2, 2, 0,
  ]);
});

test("EX4: an office that took a record in on behalf of another writes until that one has a program, and it comes first", () => {
  const made = change("370303", "*", { title: "巡查" }, 1, { behalf: "370300" });
  const all = [made, change("370303", "title", "甲", 2), change("370300", "title", "乙", 3)];
  expect(ranks("task", "t", all)).toEqual([2, 1, 2]);
});

test("EX4: the assigned unit reports on its own assignment, an office above it on its behalf, a sibling not at all", () => {
  const all = [
    change("370300", "*", { title: "巡查" }, 1),
    change("370300", "step", step("assign", "370303"), 2),
    change("370303", "step", step("receive", "370303"), 3),
    change("370303", "step", step("receive", null), 4),
    change("370303", "step", step("assign", "370303001"), 5),
    change("370303", "step", step("progress", "370303001"), 6),
    change("370303001", "step", step("progress", "370303001"), 7),
    change("370302", "step", step("progress", "370303"), 8),
    change("370302", "step", step("progress", null), 9),
    change("370303", "step", step("confirm", "370303001"), 9),
    change("370303001", "step", step("confirm", "370303001"), 9),
    change("370300", "step", step("progress", "370303"), 9),
  ];
  expect(ranks("task", "t", all)).toEqual([2, 2, 2, 2, 2, 1, 2, 0, 0, 2, 0, 1]);
});

test("EX10: an assignment that is withdrawn leaves what it had not seen as a proposal", () => {
  const seen = change("370303", "step", step("progress", "370303"), 3);
  const all = [
    change("370300", "*", { title: "巡查" }, 1),
    change("370300", "step", step("assign", "370303"), 2),
    seen,
    change("370303", "step", step("progress", "370303"), 4),
    change("370300", "step", step("withdraw", "370303"), 5, { base: [`${seen.epoch}:3:00000003`] }),
  ];
  expect(ranks("task", "t", all)).toEqual([2, 2, 2, 0, 2]);
});

test("EX4: who registered a problem describes it, the responsible unit reports measures, the verifying office closes", () => {
  const responsibility = { units: [], leader: "", person: "", phone: "", codes: ["370303"] };
  const all = [
    change("370300", "*", { title: "异味", responsibility }, 1),
    change("370303", "measures", "清淤", 2),
    change("370303", "title", "改", 3),
    change("370303", "step", step("report-done", null), 4),
    change("370303", "step", step("verify-passed", null), 5),
    change("370300", "step", step("verify-passed", null), 6),
    change("370302", "measures", "别的", 7),
  ];
  expect(ranks("issue", "i", all)).toEqual([2, 2, 0, 2, 0, 2, 0]);
});

test("EX4: units are written by an office in whose area they lie, the higher the more, else by who entered them", () => {
  const all = [
    change("370303", "*", { code: "370300-D01.370303" }, 1),
    change("370303", "name", { name: "甲", aliases: [] }, 2),
    change("370300", "name", { name: "乙", aliases: [] }, 3),
    change("370302", "name", { name: "丙", aliases: [] }, 4),
  ];
  expect(ranks("unit", "unit:370300-D01.370303", all)).toEqual([2, 1, 4, 0]);
});

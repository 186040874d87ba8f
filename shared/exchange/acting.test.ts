import fc from "fast-check";
import { expect, test } from "vitest";
import { kindByName } from "../store/registry.ts";
import type { TaskStep } from "../tasks/record.ts";
import { actingAsOwner, actingAsUnit } from "./acting.ts";
import { Rights } from "./authority.ts";
import type { MergeChange } from "./merging.ts";

const codes = ["370300", "370302", "370303", "370303001", "370303002", "370302001", "370303-D01"] as const;
const code = fc.constantFrom(...codes);
/** Whom a task may be assigned to: villages too, which have no office. */
const assignee = fc.constantFrom(...codes, "370303001-V01", "370302001-V02.370302");
const ofOwner = ["assign", "confirm", "refuse", "arrange", "grant-extension", "refuse-extension"] as const;
const ofUnit = ["receive", "return", "progress", "report-done", "ask-extension"] as const;

const change = (seq: number, office: string, unit: string, value: unknown): MergeChange => ({
  version: `${"0".repeat(32)}:${seq}:00000000`,
  epoch: "0".repeat(32),
  seq,
  lamport: seq,
  ord: 0,
  office,
  behalf: null,
  unit,
  value,
  base: [],
});

const rankOf = (owner: string, assigned: string, office: string, step: TaskStep["step"]): number => {
  const made = change(1, owner, "*", { title: "t" });
  const assign = change(2, owner, "step", { step: "assign", unit: assigned, on: "2020-05-19" });
  const taken = change(3, office, "step", { step, unit: assigned, on: "2020-05-19" });
  const task = kindByName.get("task");
  if (!task) throw new Error("no tasks");
  return new Rights(task, "task1", [made, assign, taken]).rankOf(taken);
};

test("EX4: what is offered and taken as a step has authority in every office, and what is refused has none", () => {
  const nobody = (): boolean => false;
  fc.assert(
    fc.property(code, assignee, code, fc.constantFrom(...ofOwner, ...ofUnit), (owner, assigned, office, step) => {
      const actor = { office, owner, enrolled: nobody, given: office === assigned };
      const isOwners = ofOwner.some((each) => each === step);
      const acting = isOwners ? actingAsOwner(actor, assigned) : actingAsUnit(actor, [assigned]);
      const rank = rankOf(owner, assigned, office, step);
      expect(rank > 0).toBe(acting.may);
      if (acting.may && !isOwners) expect(rank === 2).toBe(acting.behalf === null);
    }),
    { numRuns: 2000 },
  );
});

test("EX4: authority passes to the unit when it is enrolled, for a village to its town", () => {
  const actor = { office: "370303", owner: "370303", enrolled: (unit: string) => unit === "370303001" };
  expect(actingAsUnit(actor, ["370303001"])).toEqual({ may: false, why: "unit-writes-itself", unit: "370303001" });
  expect(actingAsUnit(actor, ["370303002"])).toEqual({ may: true, behalf: "370303002" });
  expect(actingAsUnit(actor, ["370303001-V01"])).toEqual({ may: false, why: "unit-writes-itself", unit: "370303001" });
  expect(actingAsUnit({ ...actor, office: "370303001" }, ["370303001-V01"])).toEqual({
    may: true,
    behalf: "370303001-V01",
  });
  expect(actingAsUnit({ ...actor, office: "370303001" }, ["370303001"])).toEqual({ may: true, behalf: null });
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { countRows, listContextOf, pageOf } from "../list/rows.ts";
import { openProgram, type Program } from "../program.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { verifyLog } from "../store/verify-log.ts";
import { knownUnits } from "../units/known.ts";
import { loadDemo } from "./demo.ts";
import { initOffice } from "./office.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: Program;
const workerUrl = new URL("../jobs/worker.ts", import.meta.url);

beforeEach(() => {
  folder = temporaryFolder();
  program = openProgram({
    folder: folder.path,
    env: fixedEnv("2026-11-22T09:00:00+08:00"),
    version: "test",
    workerUrl,
  });
});
afterEach(() => {
  program.close();
  folder.remove();
});

const all = { q: "", filters: [], sort: [] };

test("the demonstration fills an empty folder with Zibo 2020: 8 districts, 88 towns, tasks and issues in every state", () => {
  const { store } = program;
  loadDemo(store);
  const tiers = knownUnits(store.db)
    .filter(({ kind }) => kind === "division")
    .map(({ tier }) => tier);
  expect(tiers.filter((tier) => tier === "district")).toHaveLength(8);
  expect(tiers.filter((tier) => tier === "town")).toHaveLength(88);
  const context = listContextOf(store);
  expect(countRows(store.db, "tasks", all, context)).toBeGreaterThan(25);
  const issues = pageOf(store.db, "issues", { ...all, offset: 0, limit: 500 }, context);
  expect(new Set(issues.map(({ state }) => state))).toEqual(
    new Set(["registered", "handed-over", "in-progress", "awaiting", "closed", "withdrawn"]),
  );
  expect(issues.some(({ round }) => round === 2)).toBe(true);
  expect(issues.some(({ light }) => light === "overdue")).toBe(true);
  expect(verifyLog(store).problems).toEqual([]);
});

test("the demonstration is refused where an office works already, and leaves nothing there", () => {
  const { store } = program;
  initOffice(store, "370302");
  const { end } = store;
  expect(() => loadDemo(store)).toThrow(new AppError("office-already-set", { unit: "370302" }));
  expect(store.end).toEqual(end);
  expect(countRows(store.db, "issues", all, listContextOf(store))).toBe(0);
});

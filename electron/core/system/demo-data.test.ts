import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#shared/calendar/dates.ts";
import type { Period } from "#shared/calendar/period.ts";
import { buildDemo, type DemoChange, type DemoCommit } from "#shared/demo/build.ts";
import { issueStepSchema, issueStates, issueTypes, type IssueType } from "#shared/issues/record.ts";
import { afterIssueStep, isAllowed } from "#shared/issues/states.ts";
import { judgedIssue } from "#shared/issues/standing.ts";
import { lightValues } from "#shared/tasks/fields.ts";
import { lightOf } from "#shared/tasks/light.ts";
import { taskStepSchema } from "#shared/tasks/record.ts";
import { afterTaskStep } from "#shared/tasks/states.ts";
import { unitMatcher } from "#shared/units/match.ts";
import { findIssue } from "../issues/find.ts";
import { findTask } from "../tasks/find.ts";
import { projections } from "../projections.ts";
import { realEnv } from "../store/env.ts";
import { openStore, type Store } from "../store/store.ts";
import { ancestorsOf, childrenOf, divisionByCode } from "../units/divisions.ts";
import { knownUnits } from "../units/known.ts";
import { unitLookup } from "../units/lookup.ts";
import { loadDemo } from "./demo.ts";

const today = "2026-11-22";
let folder: string;
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "liandong-demo-"));
  store = openStore({ folder, projections, env: { ...realEnv, now: () => new Date(`${today}T10:00:00`) } });
  loadDemo(store);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const column = (sql: string): readonly unknown[] => store.db.prepare(sql).pluck().all();

test("Zibo has its 8 districts, 88 towns, 3 functional zones, and departments of city and district", () => {
  const units = knownUnits(store.db);
  const count = (kind: string, tier: string): number =>
    units.filter((unit) => unit.kind === kind && unit.tier === tier).length;
  expect([count("division", "district"), count("division", "town"), count("zone", "district")]).toEqual([8, 88, 3]);
  expect(count("department", "city")).toBeGreaterThanOrEqual(7);
  expect(count("department", "district")).toBeGreaterThanOrEqual(7);
  expect(store.officeCode()).toBe("370303");
});

test("a newcomer sees every state, type and light", () => {
  expect(column("SELECT COUNT(*) FROM tasks")[0]).toBeGreaterThanOrEqual(30);
  expect(column("SELECT COUNT(*) FROM issues")[0]).toBeGreaterThanOrEqual(60);
  expect(new Set(column("SELECT DISTINCT state FROM issues"))).toEqual(new Set(issueStates));
  expect(new Set(column("SELECT DISTINCT type FROM issues"))).toEqual(new Set(issueTypes));
  expect(column("SELECT DISTINCT state FROM tasks")).toEqual(
    expect.arrayContaining(["issued", "received", "in-progress", "reported-done", "done", "withdrawn"]),
  );
  const lights = column("SELECT id FROM records WHERE kind = 'issue'")
    .map((id) => findIssue(store, String(id)))
    .map(({ standing, limit }) => lightOf(judgedIssue(standing, limit), today, store.settings()).light);
  expect(new Set(lights)).toEqual(new Set(lightValues));
  expect(lights.filter((light) => light === "overdue").length).toBeGreaterThanOrEqual(3);
  expect(lights.filter((light) => light === "soon").length).toBeGreaterThanOrEqual(3);
  expect(column("SELECT COUNT(*) FROM issues WHERE round = 2")[0]).toBe(3);
});

test("a newcomer sees how tiers work together: terms, parts, extensions, what lasts, urgings, a meeting, a form", () => {
  const task = (title: string) => {
    const id = String(column(`SELECT records.id FROM tasks JOIN records USING (rid) WHERE title = '${title}'`)[0]);
    return findTask(store, id, unitLookup(store.db));
  };
  const survey = task("秋冬季扬尘和散煤问题逐点排查");
  const asked = (unit: string) => survey.standing.assignments.find((each) => each.unit === unit);
  expect(survey.standing.assignments).toHaveLength(5);
  expect(asked("370303101")?.period.text).toBe("2026年11月28日前");
  expect(survey.steps.filter(({ step }) => step === "ask-extension")).toHaveLength(2);
  expect(survey.steps.filter(({ step }) => step === "grant-extension")).toHaveLength(1);
  expect(survey.steps.filter(({ contact }) => contact !== undefined)).toHaveLength(5);
  expect(column("SELECT no FROM tasks WHERE parent IS NOT NULL")).toEqual(["43-1", "45-1", "45-2", "45-3"]);
  expect(task("代表巡河，发现排污即知即改").campaign).toMatchObject({ name: "向污染宣战", every: "month" });
  expect(column("SELECT state FROM urgings ORDER BY rid")).toEqual(["answered", "received"]);
  expect(column("SELECT kind FROM records WHERE kind IN ('dispatch', 'form', 'campaign')")).toHaveLength(3);
  expect(task("沣水镇逐村核对取暖方式").standing.assignments.map(({ state }) => state)).toEqual([
    "done",
    "in-progress",
    "issued",
  ]);
});

test("an issue of 2020 was registered, worked on and closed on days of 2020", () => {
  const issue = findIssue(store, "demo-issue-02");
  expect(issue.registeredOn).toBe("2020-04-10");
  expect(issue.standing.closedOn).toBe("2020-04-30");
});

test("the units that lists name are known, or groups, or nobody's", () => {
  const match = unitMatcher(knownUnits(store.db), "370303");
  const texts = new Set(
    column("SELECT lead || responsible || support FROM tasks").flatMap((all) =>
      Array.from(String(all).matchAll(/"([^"]+)"/g), ([, text]) => text ?? ""),
    ),
  );
  expect([...texts].filter((text) => match(text).kind === "unknown")).toEqual(["新闻媒体"]);
});

const districts = childrenOf("370300");
const zibo = [
  ...ancestorsOf("370300"),
  divisionByCode("370300"),
  ...districts,
  ...districts.flatMap(({ code }) => childrenOf(code)),
];
const divisions = zibo.filter((division) => division !== undefined);

const changesOf = (commits: readonly DemoCommit[], kind: string): readonly DemoChange[] =>
  commits.flatMap(({ changes }) => changes.filter((change) => change.kind === kind));

/** The steps that the rules do not allow where they stand. */
const refusedIssueSteps = (commits: readonly DemoCommit[]): readonly unknown[] => {
  const moments = new Map<string, Parameters<typeof isAllowed>[0]>();
  return changesOf(commits, "issue").filter(({ record, unit, value }) => {
    if (unit === "*") {
      const { type } = value as { type: IssueType | null };
      moments.set(record, { state: "registered", type, begun: false });
      return false;
    }
    const step = issueStepSchema.parse(value);
    const moment = moments.get(record);
    if (moment === undefined || !isAllowed(moment, step.step)) return true;
    moments.set(record, { ...moment, state: afterIssueStep(moment.state, step), begun: true });
    return false;
  });
};

/** Steps after which the state may be what it was. */
const staying = ["progress", "assign", "ask-extension", "grant-extension"];

/** Steps that change nothing where they should: of a track, by unit and occurrence. */
const refusedTaskSteps = (commits: readonly DemoCommit[]): readonly unknown[] => {
  const states = new Map<string, ReturnType<typeof afterTaskStep>>();
  return changesOf(commits, "task").filter(({ record, unit, value }) => {
    if (unit === "*") return false;
    const step = taskStepSchema.parse(value);
    const key = `${record} ${step.unit} ${step.occurrence ?? ""}`;
    const before = states.get(key) ?? states.get(`${record} ${step.unit} `) ?? "issued";
    const after = afterTaskStep(before, step.step);
    states.set(key, after);
    return after === before && !staying.includes(step.step);
  });
};

test("on whatever day it is loaded, every step is allowed, none lies in the future, and every limit is understood", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3650 }), (days) => {
      const day = addDays("2021-06-01", days);
      const commits = buildDemo(day, divisions);
      expect(refusedIssueSteps(commits)).toEqual([]);
      expect(refusedTaskSteps(commits)).toEqual([]);
      expect(commits.every((commit, index) => commit.day <= day && (commits[index - 1]?.day ?? "") <= commit.day)).toBe(
        true,
      );
      for (const { unit, value } of [...changesOf(commits, "issue"), ...changesOf(commits, "task")]) {
        const { limit, period } = value as { limit?: Period; period?: Period };
        expect(unit !== "*" || (limit ?? period)?.kind !== "unknown").toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

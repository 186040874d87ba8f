import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "#shared/calendar/dates.ts";
import { issueStates } from "#shared/issues/record.ts";
import { phaseOfIssue } from "#shared/issues/standing.ts";
import { lightOf } from "#shared/tasks/light.ts";
import { taskStates } from "#shared/tasks/record.ts";
import { phaseOfTask } from "#shared/tasks/standing.ts";
import { commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { countRows, pageOf } from "./rows.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(() => {
  folder = temporaryFolder();
  store = begunStore(folder.path, fixedEnv());
});
afterEach(() => {
  store.close();
  folder.remove();
});

const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays("2020-05-19", days));
const judged = (states: readonly string[]) =>
  fc.record({
    state: fc.constantFrom(...states),
    due: fc.option(day, { freq: 8 }),
    start: fc.option(day),
    reportedOn: fc.option(day),
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
    lasting: fc.boolean(),
    reportDue: fc.option(day, { freq: 8 }),
    reportMissed: fc.boolean(),
  });

test("the light in SQL says what the rule says, for tasks and issues, whatever the settings", () => {
  commit(store, { action: "tasks.add", changes: [{ record: "t", kind: "task", unit: "*", value: { title: "t" } }] });
  commit(store, { action: "issues.add", changes: [{ record: "i", kind: "issue", unit: "*", value: { title: "i" } }] });
  const settings = fc.record({ soonDays: fc.nat(10), behindPoints: fc.nat(60) });
  const seen = new Set<string>();
  let rounds = 0;
  const light = (
    table: string,
    capability: "tasks" | "issues",
    reported: string,
    phases: Record<string, never> | object,
  ) =>
    fc.property(judged(capability === "tasks" ? taskStates : issueStates), settings, (row, chosen) => {
      store.db
        .prepare(`UPDATE ${table} SET state = ?, due = ?, start = ?, ${reported} = ?, percent = ?, lasting = ?`)
        .run(row.state, row.due, row.start, row.reportedOn, row.percent, row.lasting ? 1 : 0);
      if (capability === "tasks")
        store.db
          .prepare("UPDATE tasks SET report_due = ?, report_missed = ?")
          .run(row.reportDue, row.reportMissed ? 1 : 0);
      const known = capability === "tasks" ? row : { ...row, reportDue: null };
      const context = { today: "2020-05-19", ...chosen };
      const [shown] = pageOf(store.db, capability, { q: "", filters: [], sort: [], offset: 0, limit: 1 }, context);
      const phase = (phases as typeof phaseOfTask)[row.state as keyof typeof phaseOfTask];
      const rule = lightOf({ ...known, phase }, context.today, context).light;
      seen.add(rule);
      expect(shown?.light).toBe(rule);
      // A filter finds it by its light, though an index may have been asked first.
      const filters = [{ field: "light", op: "in" as const, values: [rule] }];
      rounds += 1;
      if (rounds % 5 > 0) return;
      expect(countRows(store.db, capability, { q: "", filters }, context)).toBe(1);
    });
  fc.assert(light("tasks", "tasks", "reported_on", phaseOfTask), { numRuns: 600 });
  fc.assert(light("issues", "issues", "done_on", phaseOfIssue), { numRuns: 600 });
  expect([...seen].sort()).toEqual(["behind", "done", "none", "on-track", "overdue", "soon"]);
});

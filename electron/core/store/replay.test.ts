import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { AppError, isAppError } from "#shared/errors.ts";
import { issueSteps } from "#shared/issues/record.ts";
import { reportIntervals, taskSteps } from "#shared/tasks/record.ts";
import { stepsOfTerms } from "#shared/tasks/states.ts";
import { urgingSteps } from "#shared/urgings/record.ts";
import { projections } from "../projections.ts";
import { testClient } from "../testing/client.ts";
import { addUnit, editUnit, joinUnit, orderUnits } from "../units/edit.ts";
import { commit } from "./commit.ts";
import { derivedTables, digestOf, rowsThatDiffer } from "./digests.ts";
import { recentCommits } from "./history.ts";
import { replay } from "./replay.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { verifyLog } from "./verify-log.ts";

/** How many histories; `npm run soak` asks for more. */
const histories = Number(process.env["LIANDONG_HISTORIES"] ?? 40);

const names = [
  "区城市管理局",
  "城管局",
  "马尚街道",
  "张店区住房和城乡建设局",
  "区水利局",
  "各镇（街道）",
  "市生态环境局",
];
const limits = ["", "10月底前", "2020-06-30", "立行立改", "每月5日前", "5个工作日内", "长期坚持"];

type Action =
  | { readonly do: "issue"; readonly unit: number; readonly limit: number }
  | { readonly do: "task"; readonly unit: number; readonly limit: number }
  | { readonly do: "edit"; readonly at: number; readonly unit: number; readonly limit: number }
  | { readonly do: "issue-step"; readonly at: number; readonly step: number }
  | { readonly do: "task-step"; readonly at: number; readonly step: number; readonly unit: number | null }
  | { readonly do: "unit"; readonly name: number }
  | { readonly do: "rename"; readonly at: number; readonly name: number }
  | { readonly do: "join"; readonly at: number; readonly to: number }
  | { readonly do: "order"; readonly at: number }
  | { readonly do: "undo"; readonly back: number }
  | { readonly do: "part"; readonly at: number; readonly of: number | null }
  | { readonly do: "campaign"; readonly at: number; readonly name: number }
  | { readonly do: "urging"; readonly at: number | null; readonly unit: number; readonly limit: number }
  | { readonly do: "urging-step"; readonly at: number; readonly step: number }
  | { readonly do: "terms"; readonly at: number; readonly step: number; readonly unit: number; readonly limit: number };

const small = fc.nat({ max: 6 });
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant("issue" as const), unit: small, limit: small }),
  fc.record({ do: fc.constant("task" as const), unit: small, limit: small }),
  fc.record({ do: fc.constant("edit" as const), at: small, unit: small, limit: small }),
  fc.record({ do: fc.constant("issue-step" as const), at: small, step: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant("task-step" as const), at: small, step: fc.nat({ max: 30 }), unit: fc.option(small) }),
  fc.record({ do: fc.constant("unit" as const), name: small }),
  fc.record({ do: fc.constant("rename" as const), at: small, name: small }),
  fc.record({ do: fc.constant("join" as const), at: small, to: small }),
  fc.record({ do: fc.constant("order" as const), at: small }),
  fc.record({ do: fc.constant("undo" as const), back: small }),
  fc.record({ do: fc.constant("part" as const), at: small, of: fc.option(small) }),
  fc.record({ do: fc.constant("campaign" as const), at: small, name: small }),
  fc.record({ do: fc.constant("urging" as const), at: fc.option(small), unit: small, limit: small }),
  fc.record({ do: fc.constant("urging-step" as const), at: small, step: small }),
  fc.record({ do: fc.constant("terms" as const), at: small, step: small, unit: small, limit: small }),
);

const nth = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Plays actions; refusals are part of the game. Returns how many were carried out. */
const play = async (program: ReturnType<typeof testClient>, actions: readonly Action[]): Promise<number> => {
  const { store, client } = program;
  const issues: string[] = [];
  const tasks: string[] = [];
  const units: string[] = [];
  const urgings: string[] = [];
  // Past the rules of the moment, as what other offices wrote comes past them.
  const setUnit = (record: string | undefined, unit: string, value: unknown): void => {
    if (record === undefined) throw new AppError("not-found");
    commit(store, { action: "tasks.edit", changes: [{ record, kind: "task", unit, value }] });
  };
  const one = async (act: Action): Promise<void> => {
    const name = "unit" in act && act.unit !== null ? (names[act.unit] ?? "") : "";
    const limit = "limit" in act ? (limits[act.limit] ?? "") : "";
    if (act.do === "issue") {
      issues.push(...(await client.issues.add({ title: "河道异味", units: [name], limit, type: "immediate" })).ids);
    } else if (act.do === "task") {
      const lists = { lead: [name], responsible: [], support: [] };
      tasks.push(...(await client.tasks.add({ title: "巡查", units: lists, period: limit })).ids);
    } else if (act.do === "edit") {
      await client.issues.edit({ id: nth(issues, act.at) ?? "", changes: { units: [name], limit } });
    } else if (act.do === "issue-step") {
      const step = nth(issueSteps.slice(1), act.step) ?? "progress";
      const data = { step, unit: null, on: store.today(), text: "说明", withoutEvidence: true };
      await client.issues.step({ ids: [nth(issues, act.at) ?? ""], step: data, confirmed: true });
    } else if (act.do === "task-step") {
      const step = nth(taskSteps, act.step) ?? "progress";
      const data = { step, unit: name === "" ? null : name, on: store.today(), text: "说明" };
      await client.tasks.step({ ids: [nth(tasks, act.at) ?? ""], step: data });
    } else if (act.do === "unit") units.push(addUnit(store, { name: names[act.name] ?? "", under: "370303" }).code);
    else if (act.do === "part")
      setUnit(nth(tasks, act.at), "parent", act.of === null ? null : (nth(tasks, act.of) ?? null));
    else if (act.do === "campaign") {
      const every = nth(reportIntervals, act.name);
      const value = act.name === 0 ? null : { id: null, name: "向污染宣战", every };
      setUnit(nth(tasks, act.at), "campaign", value);
    } else if (act.do === "urging") {
      const task = act.at === null ? null : (nth(tasks, act.at) ?? null);
      const { ids } = await client.urgings.issue({ urgings: [{ task, unit: name, text: "请报送进展", limit }] });
      urgings.push(...ids);
    } else if (act.do === "urging-step") {
      const step = { step: nth(urgingSteps, act.step) ?? "answer", on: store.today(), text: "说明" };
      await client.urgings.step({ ids: [nth(urgings, act.at) ?? ""], step });
    } else if (act.do === "terms") {
      const step = nth(["assign", "receive", "progress", ...stepsOfTerms], act.step);
      const period = parsePeriod(limit, { year: 2020 });
      setUnit(nth(tasks, act.at), "step", { step, unit: name, on: store.today(), text: "说明", period });
    } else if (act.do === "rename") editUnit(store, nth(units, act.at) ?? "", { name: names[act.name] });
    else if (act.do === "join") joinUnit(store, nth(units, act.at) ?? "", nth(units, act.to) ?? "");
    else if (act.do === "order") orderUnits(store, units.slice(act.at));
    else await client.history.undo({ version: nth(recentCommits(store, 7), act.back)?.version ?? "" });
  };
  let carriedOut = 0;
  for (const act of actions) {
    try {
      await one(act);
      carriedOut += 1;
    } catch (error) {
      if (!isAppError(error) && !(error instanceof Error && "status" in error)) throw error;
    }
  }
  return carriedOut;
};

test(
  "EX1: whatever is done and undone, the tables are what the log alone gives",
  { timeout: histories * 5000 },
  async () => {
    let carriedOut = 0;
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 60, size: "max" }), async (actions) => {
        const folder = temporaryFolder();
        const program = testClient(folder.path, fixedEnv());
        try {
          carriedOut += await play(program, actions);
          runs += 1;
          const { store } = program;
          const rebuilt = replay(store.db, {
            projections,
            today: store.today(),
            settings: () => store.settings(),
            holidays: () => store.holidays(),
            onProgress: () => {},
          });
          const differing = derivedTables
            .filter((table) => digestOf(rebuilt, table) !== digestOf(store.db, table))
            .map((table) => `${table}: ${rowsThatDiffer(store.db, rebuilt, table)}`);
          rebuilt.close();
          expect(differing).toEqual([]);
          expect(verifyLog(store).problems).toEqual([]);
        } finally {
          program.close();
          folder.remove();
        }
      }),
      { numRuns: histories },
    );
    expect(carriedOut / runs, "actions carried out per history: the property did real work").toBeGreaterThan(6);
  },
);

import fc from "fast-check";
import { expect, test } from "vitest";
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { projections } from "../projections.ts";
import { initOffice } from "../system/office.ts";
import { acceptCommits } from "./accept.ts";
import { type ChangeInput, commit } from "./commit.ts";
import { derivedTables, digestOf, rowsThatDiffer } from "./digests.ts";
import { recordsToMerge, remerge } from "./remerge.ts";
import { replay } from "./replay.ts";
import { openStore, type Store } from "./store.ts";
import { commitsOf, incoming } from "./testing-commits.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { versionSql } from "./versions.ts";
import { verifyLog } from "./verify-log.ts";

/** How many histories; `npm run soak` asks for more. */
const histories = Math.max(15, Number(process.env["LIANDONG_HISTORIES"] ?? 40) / 2);

const records = ["task0000000000000000000001", "task0000000000000000000002", "issue000000000000000000001"];
const kindOf = (record: string): string => (record.startsWith("task") ? "task" : "issue");
const codes = ["370303", "370302", "370303001"];
const earlier = ["assign", "receive", "progress", "report-done", "confirm", "return", "withdraw"];
const taskSteps = [...earlier, "arrange", "ask-extension", "grant-extension", "refuse-extension"];
const issueSteps = ["hand-over", "receive", "measures", "report-done", "verify-passed", "reopen", "withdraw"];

const nth = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

/** What some steps say of a period besides. */
const terms = (number: number): object =>
  number % 2 === 0 ? {} : { period: { text: "7月底前", kind: "by", due: `2020-07-${10 + number}` }, contact: "张三" };

/** Units that only the other kind has stand for one of its own. */
const ownUnits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  task: { responsibility: "units" },
  issue: { parent: "title", campaign: "note" },
};

/** One change as a program may come to write it; not all are allowed by the rules of a moment, as after merging. */
const changeOf = (record: string, unit: string, number: number): ChangeInput => {
  const kind = kindOf(record);
  const text = String(number);
  const on = "2020-05-19";
  const values: Readonly<Record<string, unknown>> = {
    "*": { title: `题目${text}`, note: "说明" },
    title: `题目${text}`,
    note: text,
    measures: text,
    life: number % 2 === 0 ? { state: "live" } : { state: "withdrawn", reason: text },
    // Any record, itself and an issue too: a breakdown may loop, or lead to what is no task.
    parent: records[number % 4] ?? null,
    campaign: number % 4 === 0 ? null : { id: null, name: text, every: "month" },
    step: {
      step: nth(kind === "task" ? taskSteps : issueSteps, number),
      unit: codes[number % 3],
      on,
      text,
      ...terms(number),
    },
    purge: { units: number % 3 === 0 ? [] : ["note"], reason: "个人信息" },
    responsibility: { units: [], leader: text, person: "", phone: "", codes: codes.slice(0, number % 4) },
    units: { lead: [], responsible: [], support: codes.slice(0, number % 4) },
  };
  const own = ownUnits[kind]?.[unit] ?? unit;
  return { record, kind, unit: own, value: values[own] };
};

type Act =
  | {
      readonly do: "write";
      readonly by: number;
      readonly record: number;
      readonly unit: string;
      readonly value: number;
    }
  | { readonly do: "send"; readonly from: number; readonly to: number };

const unitNames = ["title", "note", "measures", "life", "step", "step", "responsibility", "parent", "campaign"];
const acts = (offices: number, units: readonly string[]): fc.Arbitrary<Act[]> => {
  const office = fc.nat({ max: offices - 1 });
  const written = fc.record({
    do: fc.constant("write" as const),
    by: office,
    record: fc.nat({ max: records.length - 1 }),
    unit: fc.constantFrom(...units),
    value: fc.nat({ max: 30 }),
  });
  if (offices === 1) return fc.array(written, { minLength: 10, maxLength: 30, size: "max" });
  const sent = fc.record({ do: fc.constant("send" as const), from: office, to: office });
  return fc.array(fc.oneof({ weight: 3, arbitrary: written }, { weight: 1, arbitrary: sent }), {
    minLength: 10,
    maxLength: 30,
    size: "max",
  });
};

const begin = (code: string, seed: number): { store: Store; end: () => void } => {
  const folder = temporaryFolder();
  const store = openStore({ folder: folder.path, projections, env: fixedEnv(undefined, seed) });
  initOffice(store, code);
  const end = (): void => {
    store.close();
    folder.remove();
  };
  return { store, end };
};

const workOf = (store: Store): BundledCommit[] => commitsOf(store, 0, (record) => records.includes(record));
const accept = (store: Store, commits: readonly BundledCommit[]) =>
  store.atomically(() => acceptCommits(store, incoming(commits)));

const play = (stores: readonly Store[], all: readonly Act[]): void => {
  const [first] = stores;
  if (!first) return;
  commit(first, { action: "tasks.add", changes: records.map((record) => changeOf(record, "*", 0)) });
  for (const store of stores) if (store !== first) accept(store, workOf(first));
  for (const act of all) {
    if (act.do === "send") {
      const [from, to] = [stores[act.from], stores[act.to]];
      if (from && to && from !== to) accept(to, workOf(from));
    } else {
      const store = stores[act.by];
      const change = changeOf(records[act.record] ?? "", act.unit, act.value);
      if (store) commit(store, { action: "tasks.edit", changes: [change] });
    }
  }
};

const differing = (one: Store["db"], other: Store["db"]): string[] =>
  derivedTables
    .filter((table) => digestOf(one, table) !== digestOf(other, table))
    .map((table) => `${table}: ${rowsThatDiffer(one, other, table)}`);

const rebuilt = (store: Store): Store["db"] =>
  replay(store.db, {
    projections,
    today: store.today(),
    settings: () => store.settings(),
    holidays: () => store.holidays(),
    onProgress: () => {},
  });

const expectSound = (store: Store): void => {
  const anew = rebuilt(store);
  try {
    expect(differing(store.db, anew)).toEqual([]);
  } finally {
    anew.close();
  }
  expect(verifyLog(store).problems).toEqual([]);
};

/**
 * What merging made of the records, without what is numbered by each database for itself. A task's state is that of the
 * office's own assignment, and so follows from the steps differently at each tier.
 */
const shown = ({ db }: Store): unknown => [
  db.prepare("SELECT id, kind, unit, versions FROM conflicts ORDER BY id").all(),
  db
    .prepare(
      `SELECT records.id, no, title, measures, note, support, parent, campaign, life, listed FROM tasks JOIN records USING (rid) ORDER BY records.id`,
    )
    .all(),
  db
    .prepare(
      `SELECT records.id, ${versionSql} AS version, ord, data, retracted, rank FROM steps JOIN records USING (rid)
       JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch ORDER BY 1, 2, 3`,
    )
    .all(),
  db
    .prepare(
      `SELECT records.id, title, measures, note, leader, life, state, progress, listed
       FROM issues JOIN records USING (rid) ORDER BY records.id`,
    )
    .all(),
];

test("EX1: an office's own records are the same by the quick way and merged from all their changes", () => {
  fc.assert(
    fc.property(acts(1, unitNames), (all) => {
      const { store, end } = begin("370303", 1);
      try {
        play([store], all);
        const before = derivedTables.map((table) => digestOf(store.db, table));
        store.atomically(() => {
          store.db.prepare("UPDATE records SET shared = 1").run();
          const rids = store.db.prepare("SELECT rid FROM records").pluck().all() as number[];
          remerge(store, recordsToMerge(store.db, rids));
        });
        const after = derivedTables.map((table) => digestOf(store.db, table));
        expect(derivedTables.filter((_, index) => before[index] !== after[index])).toEqual([]);
      } finally {
        end();
      }
    }),
    { numRuns: histories },
  );
}, 120_000);

test("EX1, EX11: whatever offices write and in whatever order and portions it is accepted, all come to the same", () => {
  let questions = 0;
  fc.assert(
    fc.property(acts(3, [...unitNames, "purge"]), fc.infiniteStream(fc.nat({ max: 1000 })), (all, numbers) => {
      const offices = [begin("370300", 1), begin("370300", 2), begin("370303", 3)];
      const stores = offices.map(({ store }) => store);
      const next = (): number => numbers.next().value as number;
      try {
        play(stores, all);
        const everything = stores.flatMap(workOf);
        for (const store of stores) {
          // Some whole, some in parts of one change, in any order and grouping.
          const parts = everything.flatMap((one) =>
            next() % 2 === 0 ? [one] : one.changes.map((change) => ({ ...one, whole: false, changes: [change] })),
          );
          const shuffled = parts.map((part) => ({ part, key: next() })).toSorted((a, b) => a.key - b.key);
          for (let at = 0; at < shuffled.length;) {
            const size = 1 + (next() % 9);
            accept(
              store,
              shuffled.slice(at, at + size).map(({ part }) => part),
            );
            at += size;
          }
          expectSound(store);
        }
        const [first, ...others] = stores.map(shown);
        for (const other of others) expect(other).toEqual(first);
        questions += stores[0]?.db.prepare("SELECT count(*) FROM conflicts").pluck().get() as number;
      } finally {
        for (const { end } of offices) end();
      }
    }),
    { numRuns: histories },
  );
  expect(questions, "the property did real work").toBeGreaterThan(histories);
}, 240_000);

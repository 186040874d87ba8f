/**
 * The one list query at 50,000 and 200,000 issues, at the service function: first pages against the bare prepared
 * statement that a person would write for the same rows, two-character search against the LIKE scan that it stands for.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import type { ListContext } from "#core/list/context.ts";
import { countRows, pageOf } from "#core/list/rows.ts";
import { type Db, openConnection } from "#core/store/connection.ts";
import { databaseIn } from "#core/store/store.ts";
import { begunStore } from "#core/testing/store.ts";
import { alternately, type BenchLine, medianTime } from "./line.ts";
import { seedIssues } from "./seed.ts";

const sizes = { quarter: 50_000, whole: 200_000 } as const;
const root = join(import.meta.dirname, "../..");
const rounds = 15;
const pageSize = 200;
const context: ListContext = { today: "2020-11-22", soonDays: 3, behindPoints: 30 };

/** A ledger of so many issues, kept under .cache until the tables or the seeding change. */
const ledger = (count: number): Db => {
  const folder = join(root, ".cache/bench", `issues-${count}-${tablesKey()}`);
  if (!existsSync(folder)) {
    const making = `${folder}.part`;
    dropStale(count);
    mkdirSync(making, { recursive: true });
    const store = begunStore(making);
    const start = performance.now();
    seedIssues(store, count);
    store.db.pragma("wal_checkpoint(TRUNCATE)");
    store.close();
    renameSync(making, folder);
    console.error(`${count} issues written through commit() in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  return openConnection(databaseIn(folder), { readonly: true });
};

/** Ledgers of that size that were written by earlier code, or not to their end. */
const dropStale = (count: number): void => {
  const cache = join(root, ".cache/bench");
  const names = existsSync(cache) ? readdirSync(cache) : [];
  for (const name of names) if (name.startsWith(`issues-${count}-`)) rmSync(join(cache, name), { recursive: true });
};

const tablesKey = (): string => {
  const folders = ["electron/core/store/migrations", "electron/core/issues", "electron/core/list", "shared/search"];
  const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
  const hash = createHash("sha256");
  for (const file of [...files, join(root, "build/bench/seed.ts")])
    if (file.endsWith(".ts")) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
};

interface PageCase {
  readonly name: string;
  readonly query: Partial<ListQuery>;
  /** The rows that a person would ask SQLite for. */
  readonly sql: string;
}

const filter = (field: string, ...values: string[]): Filter => ({ field, op: "in", values });

const pages: readonly PageCase[] = [
  {
    name: "state 待验收, by due date",
    query: { filters: [filter("state", "awaiting")], sort: [{ field: "due", dir: "asc" }] },
    sql: "WHERE listed = 1 AND state = 'awaiting' ORDER BY due NULLS LAST, rid",
  },
  {
    name: "one unit, by due date",
    query: { filters: [filter("units", "370303002")], sort: [{ field: "due", dir: "desc" }] },
    sql: "WHERE listed = 1 AND rid IN (SELECT rid FROM mentions WHERE code = '370303002') ORDER BY due DESC, rid DESC",
  },
  {
    name: "source and type, by number backwards",
    query: { filters: [filter("source", "代表视察"), filter("type", "staged")], sort: [{ field: "no", dir: "desc" }] },
    sql: "WHERE listed = 1 AND source = '代表视察' AND type = 'staged' ORDER BY no_key DESC, rid DESC",
  },
  {
    name: "overdue, by place",
    query: { filters: [filter("light", "overdue")], sort: [{ field: "place", dir: "asc" }] },
    sql: `WHERE listed = 1 AND due < '2020-11-22' AND state IN ('registered', 'handed-over', 'in-progress') AND lasting = 0
      ORDER BY place_key, rid`,
  },
];

const asPage = (query: Partial<ListQuery>) => ({ q: "", filters: [], sort: [], ...query, offset: 0, limit: pageSize });

const pageLine = async (whole: Db, quarter: Db, { name, query, sql }: PageCase): Promise<BenchLine> => {
  const bare = whole.prepare(
    `SELECT issues.*, records.id FROM issues JOIN records USING (rid) ${sql} LIMIT ${pageSize}`,
  );
  const ours = (db: Db) => pageOf(db, "issues", asPage(query), context);
  const [shown, found] = [ours(whole).map(({ id }) => id), (bare.all() as { id: string }[]).map(({ id }) => id)];
  if (shown.join() !== found.join()) throw new Error(`${name}: the two statements do not find the same rows`);
  const took = await alternately(
    () => ours(whole),
    () => bare.all(),
    rounds,
  );
  const slope = took.ours / (await medianTime(() => ours(quarter), rounds));
  return {
    name: `first page of ${sizes.whole} issues: ${name}`,
    ...took,
    against: "the bare prepared statement",
    goal: 2,
    slope,
  };
};

/** What our search looks through, as columns. */
const searched = "no title place leader person units measures progress source category section note".split(" ");
const words = ["399", "垃圾", "柳泉", "热线", "飞机"];

const likeScan = (db: Db, columns: readonly string[]): ((word: string) => number) => {
  const any = columns.map((column) => `${column} LIKE @like`).join(" OR ");
  const statement = db.prepare(`SELECT count(*) FROM issues WHERE listed = 1 AND (${any})`).pluck();
  return (word) => statement.get({ like: `%${word}%` }) as number;
};

const searchLines = async (whole: Db, quarter: Db, word: string): Promise<BenchLine[]> => {
  const query = { q: word, filters: [] };
  const count = (db: Db): number => countRows(db, "issues", query, context);
  const page = (db: Db) => pageOf(db, "issues", asPage({ q: word, sort: [{ field: "due", dir: "asc" }] }), context);
  const [everywhere, inTitles] = [likeScan(whole, searched), likeScan(whole, ["title"])];
  const rate = `hit rate ${((100 * count(whole)) / sizes.whole).toFixed(2)} %`;
  const against = `LIKE over the ${searched.length} columns that are searched`;
  const counted = await alternately(
    () => count(whole),
    () => everywhere(word),
    rounds,
  );
  const shown = await alternately(
    () => page(whole),
    () => everywhere(word),
    rounds,
  );
  const titles = await medianTime(() => inTitles(word), rounds);
  const slope = async (run: (db: Db) => unknown, took: number): Promise<number> =>
    took / (await medianTime(() => run(quarter), rounds));
  const note = `${rate}; against LIKE over titles alone (${titles.toFixed(1)} ms): `;
  return [
    {
      name: `search ${word}: all that is found, counted`,
      ...counted,
      against,
      goal: 0.2,
      slope: await slope(count, counted.ours),
      note: note + (counted.ours / titles).toFixed(3),
    },
    {
      name: `search ${word}: first page by due date`,
      ...shown,
      against,
      goal: 0.2,
      slope: await slope(page, shown.ours),
      note: note + (shown.ours / titles).toFixed(3),
    },
  ];
};

export const listBench = async (): Promise<BenchLine[]> => {
  const [quarter, whole] = [ledger(sizes.quarter), ledger(sizes.whole)];
  try {
    const lines: BenchLine[] = [];
    for (let round = 0; round < 30; round++) pageOf(whole, "issues", asPage({}), context);
    for (const each of pages) lines.push(await pageLine(whole, quarter, each));
    for (const word of words) lines.push(...(await searchLines(whole, quarter, word)));
    return lines;
  } finally {
    quarter.close();
    whole.close();
  }
};

/**
 * Exchange at 33,000 commits with 100,000 changes: out and in against the bare cost of the same rows and bytes, the size
 * of the file, growth, a city that takes in its districts, a file taken twice, and the same edits by other libraries.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resultOf } from "../../electron/core/testing/result-of.ts";
import { carriedByAutomerge, carriedByYjs } from "./crdts.ts";
import { type EditCommit, editCommits } from "./edits.ts";
import { contentsOf, insertBare, rowsOf, sealBare, sentRowsOf, type Table } from "./exchange-bare.ts";
import { beginOffice, enrol, type MeasuredOffice, openOffice, work } from "./exchange-offices.ts";
import { type BenchLine, median } from "./line.ts";

const whole = 33_333;
const rounds = 3;
const city = "370300";
const district = "370303";
const towns = (code: string): string[] =>
  Array.from({ length: 11 }, (_, at) => `${code}${String(at + 1).padStart(3, "0")}`);

export const exchangeBench = async (): Promise<readonly BenchLine[]> => {
  const root = mkdtempSync(join(tmpdir(), "liandong-bench-exchange-"));
  try {
    const quarter = await thereAndIn(join(root, "quarter"), Math.round(whole / 4));
    const all = await thereAndIn(join(root, "all"), whole);
    return [
      ...linesOf(all, quarter),
      ...(await districtsLine(join(root, "districts"))),
      ...(await sizeLines(join(root, "sizes"))),
      ...compared(quarter),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

interface Measured {
  readonly out: number;
  readonly in: number;
  readonly again: number;
  readonly insert: number;
  readonly seal: number;
  readonly bytes: number;
  readonly changes: number;
}

/** A district with so many commits writes to its city, which takes them in and once more. */
const thereAndIn = async (folder: string, count: number): Promise<Measured> => {
  const { from, to, commits } = await prepared(folder, count);
  const took: Record<"out" | "in" | "again" | "insert" | "seal", number[]> = {
    out: [],
    in: [],
    again: [],
    insert: [],
    seal: [],
  };
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const path = join(folder, `round-${round}.ldx`);
    const sender = openOffice(copyOf(from, `${folder}/sender`));
    took.out.push(
      await timed(async () => (bytes = (await resultOf(sender.client.exchange.export({ to: city, path }))).bytes)),
    );
    const sent = sentRowsOf(sender.program.store.db);
    const contents = contentsOf(sender.program, city);
    sender.close();
    const receiver = openOffice(copyOf(to, `${folder}/receiver`));
    took.in.push(await timed(() => resultOf(receiver.client.exchange.import({ path, dryRun: false }))));
    took.again.push(await timed(() => resultOf(receiver.client.exchange.import({ path, dryRun: false }))));
    const tables = [...rowsOf(receiver.program.store.db), ...sent];
    receiver.close();
    took.insert.push(insertBare(tables, folder));
    took.seal.push(await sealBare(contents));
  }
  const changes = commits.reduce((sum, { edits }) => sum + edits.length, 0);
  return {
    out: median(took.out),
    in: median(took.in),
    again: median(took.again),
    insert: median(took.insert),
    seal: median(took.seal),
    bytes,
    changes,
  };
};

const prepared = async (folder: string, count: number) => {
  mkdirSync(folder, { recursive: true });
  const above = await beginOffice(join(folder, "city"), city);
  const below = await beginOffice(join(folder, "district"), district);
  await enrol(above, below, folder);
  const commits = [...editCommits(count, towns(district))];
  work(below, commits);
  return { from: closed(below), to: closed(above), commits };
};

const closed = (office: MeasuredOffice): string => {
  office.program.store.db.pragma("wal_checkpoint(TRUNCATE)");
  office.close();
  return office.folder;
};

const copyOf = (folder: string, at: string): string => {
  rmSync(at, { recursive: true, force: true });
  cpSync(folder, at, { recursive: true });
  return at;
};

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

const linesOf = (all: Measured, quarter: Measured): BenchLine[] => [
  {
    name: `exchange ${all.changes} changes in ${whole} commits, out and in`,
    ours: all.out + all.in,
    base: all.insert + all.seal,
    against: "the same rows inserted in one transaction, gzip and age of the same contents",
    goal: 4,
    slope: (all.out + all.in) / (quarter.out + quarter.in),
    note: `out ${Math.round(all.out)}, in ${Math.round(all.in)}; insert ${Math.round(all.insert)}, seal ${Math.round(all.seal)}; slope goal < 4.4`,
  },
  { name: "exchange: the same file again", ours: all.again, base: all.in, against: "the first time", goal: 0.3 },
];

/** A city takes in 8 districts with 11 towns each, one after the other. */
const districtsLine = async (folder: string): Promise<BenchLine[]> => {
  mkdirSync(folder, { recursive: true });
  const codes = ["370302", "370303", "370304", "370305", "370306", "370321", "370322", "370323"];
  const above = await beginOffice(join(folder, "city"), city);
  let took = 0;
  let seal = 0;
  const sent: Table[] = [];
  for (const [place, code] of codes.entries()) {
    const below = await beginOffice(join(folder, code), code);
    await enrol(above, below, folder);
    work(below, editCommits(Math.round(whole / codes.length), towns(code), place + 2));
    const path = join(folder, `${code}.ldx`);
    took += await timed(() => resultOf(below.client.exchange.export({ to: city, path })));
    took += await timed(() => resultOf(above.client.exchange.import({ path, dryRun: false })));
    seal += await sealBare(contentsOf(below.program, city));
    sent.push(...sentRowsOf(below.program.store.db).map((table) => movedTo(table, place)));
    below.close();
  }
  const insert = insertBare([...rowsOf(above.program.store.db), ...sent], folder);
  above.close();
  return [
    {
      name: "exchange: a city takes in 8 districts × 11 towns, the same number of changes",
      ours: took,
      base: insert + seal,
      against: "the rows that all end up with, in one transaction, gzip and age of all contents",
      goal: 4,
      note: `insert ${Math.round(insert)}, seal ${Math.round(seal)}`,
    },
  ];
};

/** Rows of several senders lie in one database under links of their own. */
const movedTo = (table: Table, link: number): Table => ({
  ...table,
  rows: table.rows.map(([, ...others]) => [link + 100, ...others]),
});

/** Bytes of a file of new records alone, and of edits alone, each of as many as the whole has. */
const sizeLines = async (folder: string): Promise<BenchLine[]> => {
  mkdirSync(folder, { recursive: true });
  const above = await beginOffice(join(folder, "city"), city);
  const below = await beginOffice(join(folder, "district"), district);
  await enrol(above, below, folder);
  const commits = [...editCommits(whole, towns(district))];
  const isNew = ({ action }: EditCommit): boolean => action === "issues.add";
  const sizeAfter = async (name: string, part: readonly EditCommit[]): Promise<number> => {
    const path = join(folder, name);
    work(below, part);
    await resultOf(below.client.exchange.export({ to: city, path }));
    await resultOf(above.client.exchange.import({ path, dryRun: false }));
    const receipt = join(folder, `${name}.receipt.ldx`);
    await above.client.exchange.receipt({ to: district, path: receipt });
    await resultOf(below.client.exchange.import({ path: receipt, dryRun: false }));
    return statSync(path).size;
  };
  const made = commits.filter(isNew);
  const edited = commits.filter((commit) => !isNew(commit));
  const edits = edited.reduce((sum, commit) => sum + commit.edits.length, 0);
  const madeBytes = await sizeAfter("made.ldx", made);
  const editedBytes = await sizeAfter("edited.ldx", edited);
  above.close();
  below.close();
  const of = "one (bytes, not ms)";
  return [
    {
      name: `exchange: bytes in the file for a new record (${made.length})`,
      ours: madeBytes / made.length,
      base: 1,
      against: of,
      goal: 70,
    },
    {
      name: `exchange: bytes in the file for an edit of a field (${edits})`,
      ours: editedBytes / edits,
      base: 1,
      against: of,
      goal: 40,
    },
  ];
};

/** The same edits of the same records, a quarter of them since Automerge grows faster than they do. */
const compared = (quarter: Measured): BenchLine[] => {
  const commits = [...editCommits(Math.round(whole / 4), towns(district))];
  const others = { Automerge: carriedByAutomerge(commits), Yjs: carriedByYjs(commits) };
  return Object.entries(others).flatMap(([name, { bytes, edit, out, in: taken }]) => [
    {
      name: `exchange of ${quarter.changes} changes, size against ${name}`,
      ours: quarter.bytes,
      base: bytes,
      against: `${name}'s file (bytes, not ms)`,
    },
    {
      name: `exchange of ${quarter.changes} changes, out and in against ${name}`,
      ours: quarter.out + quarter.in,
      base: out + taken,
      against: `${name} writing and reading its file`,
      note: `making the edits in it took ${Math.round(edit)} ms more`,
    },
  ]);
};

import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { BundledCommit, Entry } from "#shared/exchange/bundle.ts";
import { versionOf } from "#shared/store/commit.ts";
import { canonical } from "../../store/canonical.ts";
import { changeOf, commitOf } from "../../testing/bundles.ts";
import { encodeEntries } from "./encode-entries.ts";

/** Numbers as hard to compress as real ones, and the same in each run. */
const drawing = (seed: string) => {
  let count = 0;
  return (below: number): number => createHash("sha256").update(`${seed} ${count++}`).digest().readUInt32BE() % below;
};

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const places = ["柳泉路", "华光路", "马尚桥", "金晶大道", "联通路", "西五路", "中润大道", "人民公园"];
const spots = ["南首", "北段", "路口", "桥下", "小区门口", "市场西侧", "学校周边", "停车场"];
const troubles = ["生活垃圾长期堆放无人清运", "裸露土地未按要求覆盖", "私搭乱建影响通行", "餐饮油烟群众多次反映"];

const draw = drawing("size");
const one = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
const newId = (): string => Array.from({ length: 26 }, () => alphabet[draw(32)]).join("");
const title = (): string => `${one(places)}${one(spots)}${1 + draw(400)}号${one(troubles)}`;

/** One user's work, each commit a few minutes after the other: so many new issues, then so many edits of one field. */
const work = (records: number, edits: number): Entry[] => {
  const commits: BundledCommit[] = [];
  const made: { id: string; version: string }[] = [];
  let time = Date.UTC(2020, 0, 2, 1);
  const add = (change: Parameters<typeof changeOf>[0]): BundledCommit => {
    const before = commits.at(-1);
    time += 20_000 + draw(600_000);
    const seq = commits.length + 1;
    const at = new Date(time).toISOString();
    const commit = commitOf({ seq, lamport: seq, at, prev: before?.hash ?? null, changes: [changeOf(change)] });
    commits.push(commit);
    return commit;
  };
  for (let count = 0; count < records; count += 1) {
    const id = newId();
    const person = `139${10_000_000 + draw(80_000_000)}`;
    const value = { no: String(count + 1), title: title(), place: one(places), category: "环境卫生", person };
    const { epoch, seq, hash } = add({ record: id, unit: "*", value: canonical(value) });
    made.push({ id, version: versionOf(epoch, seq, hash) });
  }
  for (let count = 0; count < edits; count += 1) {
    const record = one(made);
    const commit = add({ record: record.id, unit: "title", value: canonical(title()), base: [record.version] });
    record.version = versionOf(commit.epoch, commit.seq, commit.hash);
  }
  return commits.map((commit) => ({ type: "commit", commit }));
};

/** As it lies in the file, before encryption, which adds 16 bytes to 65,536. */
const sizeOf = (entries: readonly Entry[]): number => {
  const { columns, values } = encodeEntries(entries);
  return deflateRawSync(columns).length + deflateRawSync(values).length;
};

test("a new record takes less than 70 bytes in the file, and an edit of a field, in a commit of its own, less than 40", () => {
  const records = 2000;
  const edits = 4000;
  const all = work(records, edits);
  const created = sizeOf(all.slice(0, records));
  expect(created / records).toBeLessThan(70);
  expect((sizeOf(all) - created) / edits).toBeLessThan(40);
});

test("edits of records that the receiver has already, and that the file names anew, stay below 40 bytes each", () => {
  const edits = 4000;
  const entries = work(1000, edits).slice(1000);
  const perEdit = sizeOf(entries) / edits;
  expect(perEdit).toBeLessThan(40);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { creation, versionOf } from "../store/commit.ts";
import { kindByName } from "../store/registry.ts";
import { conflictId, mergeRecord } from "./merge-record.ts";
import { isSameValue } from "./merge-order.ts";
import type { MergeChange, MergedRecord } from "./merging.ts";

const kindOf = (name: string) => {
  const kind = kindByName.get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  return kind;
};
const task = kindOf("task");
const issue = kindOf("issue");

/** A writer: an office, or another computer of one, with what it knows. */
interface Writer {
  readonly office: string;
  readonly epoch: string;
  readonly known: MergeChange[];
  seq: number;
  lamport: number;
}

const writer = (office: string, letter: string): Writer => ({
  office,
  epoch: letter.repeat(32),
  known: [],
  seq: 0,
  lamport: 0,
});

const latest = (known: readonly MergeChange[]): string[] => {
  const byEpoch = new Map<string, MergeChange>();
  for (const change of known) if ((byEpoch.get(change.epoch)?.seq ?? 0) < change.seq) byEpoch.set(change.epoch, change);
  return [...byEpoch.values()].map(({ version }) => version);
};

const seesAll: ReadonlySet<string> = new Set(["life", "responsibility"]);

const write = (by: Writer, kind: typeof task, unit: string, value: unknown): MergeChange => {
  by.seq += 1;
  by.lamport += 1;
  const hash = `${by.epoch[0]}${String(by.seq).padStart(7, "0")}`;
  const heads = unit === "step" ? [] : (mergeRecord(kind, "r", by.known).heads.get(unit) ?? []);
  const change: MergeChange = {
    version: versionOf(by.epoch, by.seq, hash),
    epoch: by.epoch,
    seq: by.seq,
    lamport: by.lamport,
    ord: 0,
    office: by.office,
    behalf: null,
    unit,
    value,
    base: seesAll.has(unit) ? [...new Set([...heads, ...latest(by.known)])] : heads,
  };
  by.known.push(change);
  return change;
};

const take = (to: Writer, from: Writer): void => {
  for (const change of from.known) {
    if (to.known.some(({ version }) => version === change.version)) continue;
    to.known.push(change);
    to.lamport = Math.max(to.lamport, change.lamport);
  }
};

type Act =
  | { readonly do: "write"; readonly by: number; readonly unit: string; readonly value: number }
  | { readonly do: "take"; readonly from: number; readonly to: number };

const acts = (units: readonly string[]): fc.Arbitrary<Act[]> =>
  fc.array(
    fc.oneof(
      fc.record({
        do: fc.constant("write" as const),
        by: fc.nat({ max: 3 }),
        unit: fc.constantFrom(...units),
        value: fc.nat({ max: 5 }),
      }),
      fc.record({ do: fc.constant("take" as const), from: fc.nat({ max: 3 }), to: fc.nat({ max: 3 }) }),
    ),
    { minLength: 5, maxLength: 30 },
  );

const codes = ["370303", "370302", "370303001"];
const steps = ["assign", "receive", "progress", "report-done", "confirm", "withdraw"];
const valueOf = (unit: string, number: number): unknown => {
  if (unit === "step") return { step: steps[number], unit: codes[number % 3], on: "2020-05-19" };
  if (unit === "life") return number < 3 ? { state: "live" } : { state: "withdrawn", reason: String(number) };
  if (unit === "units") return { lead: [], responsible: [], support: codes.slice(0, number % 4) };
  if (unit === "responsibility") {
    return { units: [], leader: "", person: "", phone: "", codes: codes.slice(0, number % 4) };
  }
  if (unit === "purge") return { units: number < 3 ? ["title"] : ["note"], reason: "个人信息" };
  return String(number);
};

/** Plays what offices write and tell each other; all they wrote. */
const play = (kind: typeof task, all: readonly Act[]): MergeChange[] => {
  const writers = [writer("370300", "a"), writer("370300", "b"), writer("370303", "c"), writer("370303001", "d")];
  const [first] = writers;
  if (!first) return [];
  write(first, kind, creation, { title: "题目", note: "说明" });
  for (const other of writers) take(other, first);
  for (const act of all) {
    if (act.do === "write") {
      const by = writers[act.by];
      if (by) write(by, kind, act.unit, valueOf(act.unit, act.value));
    } else {
      const [from, to] = [writers[act.from], writers[act.to]];
      if (from && to) take(to, from);
    }
  }
  for (const other of writers) take(first, other);
  return first.known;
};

const plain = (merged: MergedRecord): unknown => ({
  ...merged,
  heads: [...merged.heads].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  values: [...merged.values].toSorted(([a], [b]) => (a < b ? -1 : 1)),
});

const taskUnits = ["title", "note", "units", "life", "step", "purge"];
const issueUnits = ["title", "measures", "responsibility", "life", "purge"];

test.each([
  [task, taskUnits],
  [issue, issueUnits],
] as const)("EX11: the same changes give the same record in any order", (kind, units) => {
  let questions = 0;
  fc.assert(
    fc.property(acts(units), fc.infiniteStream(fc.nat({ max: 1000 })), (all, numbers) => {
      const changes = play(kind, all);
      const keyed = changes.map((change) => ({ change, key: numbers.next().value as number }));
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ change }) => change);
      const merged = mergeRecord(kind, "r", changes);
      questions += merged.questions.length;
      expect(plain(mergeRecord(kind, "r", shuffled))).toEqual(plain(merged));
    }),
    { numRuns: 400 },
  );
  expect(questions, "the property did real work").toBeGreaterThan(200);
});

test("EX1: merging again after a purge blanked the values gives the same record", () => {
  let blanked = 0;
  fc.assert(
    fc.property(acts(issueUnits), (all) => {
      const changes = play(issue, all);
      const merged = mergeRecord(issue, "r", changes);
      const left = new Map(merged.blanked.map(({ version, value }) => [version, value]));
      blanked += left.size;
      const after = changes.map((change) =>
        left.has(change.version) ? { ...change, value: left.get(change.version) } : change,
      );
      expect(plain(mergeRecord(issue, "r", after))).toEqual(plain({ ...merged, blanked: [] }));
    }),
    { numRuns: 300 },
  );
  expect(blanked).toBeGreaterThan(50);
});

test("EX6: no value that was written is lost: it stands, was seen by what took its place, or a person is asked", () => {
  let asked = 0;
  fc.assert(
    fc.property(acts(["title", "note", "measures"]), (all) => {
      const changes = play(issue, all);
      const merged = mergeRecord(issue, "r", changes);
      for (const change of changes) {
        if (change.unit === creation) continue;
        const stands = isSameValue(merged.values.get(change.unit), change.value);
        const seen = changes.some(({ unit, base }) => unit === change.unit && base.includes(change.version));
        const question = merged.questions.some(({ unit, versions }) => {
          return unit === change.unit && versions.includes(change.version);
        });
        asked += question ? 1 : 0;
        expect([change.version, stands || seen || question]).toEqual([change.version, true]);
      }
    }),
    { numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(200);
});

const two = (): [Writer, Writer] => {
  const one = writer("370300", "a");
  const other = writer("370300", "b");
  write(one, task, creation, { title: "题目", units: { lead: ["甲"], responsible: [], support: ["乙"] } });
  take(other, one);
  return [one, other];
};
const support = (names: string[]) => ({ lead: ["甲"], responsible: [], support: names });

test("EX6: supporting units are a set, to which two offices add and from which they take without getting in the way", () => {
  const [one, other] = two();
  write(one, task, "units", support(["乙", "丙"]));
  write(other, task, "units", support(["丁"]));
  take(one, other);
  const { values, questions, heads } = mergeRecord(task, "r", one.known);
  expect([values.get("units"), questions, heads.get("units")?.length]).toEqual([support(["丁", "丙"].sort()), [], 2]);
});

test("EX6: a conflict has one id everywhere, and a third value that joins it makes another", () => {
  const [one, other] = two();
  const third = writer("370300", "c");
  take(third, one);
  write(one, task, "title", "甲");
  write(other, task, "title", "乙");
  write(third, task, "title", "丙");
  take(one, other);
  take(other, one);
  const hash = (text: string): string => text;
  const idsOf = ({ known }: Writer): string[] =>
    mergeRecord(task, "r", known).questions.map((question) => conflictId("r", question, (text) => hash(text).slice(0)));
  expect(idsOf(one)).toEqual(idsOf(other));
  take(one, third);
  expect(mergeRecord(task, "r", one.known).questions.map(({ versions }) => versions.length)).toEqual([3]);
});

test("EX3: between concurrent values authority decides before the counter, and the counter before the epoch", () => {
  const owner = writer("370300", "f");
  const unit = kindOf("unit");
  const low = writer("370303", "a");
  const record = "unit:370303001";
  const merged = (changes: readonly MergeChange[]) => mergeRecord(unit, record, changes).values.get("order");
  write(low, unit, creation, { code: "370303001" });
  take(owner, low);
  for (let time = 0; time < 5; time += 1) write(low, unit, "order", time);
  write(owner, unit, "order", 90);
  take(low, owner);
  expect(merged(low.known)).toBe(90);
});

test("EX8: what a purge left of a creation keeps who is responsible", () => {
  const city = writer("370300", "a");
  const district = writer("370303", "b");
  const given = { units: ["张店区"], leader: "李某", person: "", phone: "139", codes: ["370303"] };
  write(city, issue, creation, { title: "题目", responsibility: given });
  take(district, city);
  write(district, issue, "measures", "清淤");
  take(city, district);
  write(city, issue, "purge", { units: ["responsibility"], reason: "个人信息" });
  const { values, questions } = mergeRecord(issue, "r", city.known);
  expect([values.get("responsibility"), values.get("measures"), questions]).toEqual([
    { units: [], leader: "", person: "", phone: "", codes: ["370303"] },
    "清淤",
    [],
  ]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BundledCommit, Entry } from "#shared/exchange/bundle.ts";
import { marksOf } from "../../list/marks.ts";
import { highestLamport } from "../../store/log.ts";
import { commitsOf } from "../../store/testing-commits.ts";
import { expectSound } from "../../store/testing-offices.ts";
import { officeRecordId, settingsRecordId } from "#shared/system/settings.ts";
import { addTask, assign, edit, read, send, type TestOffice, testWorld, type TestWorld, titleAt } from "../testing.ts";
import { entriesOf, forge, forgedCommit } from "./testing-forger.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: TestWorld;
let city: TestOffice;
let district: TestOffice;
let town: TestOffice;
/** Issued by the city, assigned through the district to the town. */
let task: string;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
  town = await world.office("370303001", district);
  task = addTask(city, "as the city wrote it");
  assign(city, task, "370303");
  await send(city, district, world.stick());
  assign(district, task, "370303001");
  await send(district, town, world.stick());
  await send(town, district, world.stick());
});
afterEach(() => world.remove());

const told = async (entries: Entry[], more?: Parameters<typeof forge>[3]["more"]) =>
  read(district, await forge(world, town, district, { entries, ...(more ? { more } : {}) }));
const codesOf = ({ notices }: { notices: readonly { code: string }[] }): string[] => notices.map(({ code }) => code);
const title = (json: string) => ({ record: task, unit: "title", json });
const isWithout = (sql: string): boolean => district.program.store.db.prepare(sql).get() === undefined;

test("EX2: an office below does not speak for the office above it", async () => {
  const report = await told(entriesOf(forgedCommit(town, [title("forged")], { office: "370300" })));
  expect(titleAt(district, task)).toBe("as the city wrote it");
  expect(codesOf(report)).toContain("not-vouched");
  expect(isWithout("SELECT 1 FROM conflicts")).toBe(true);
  expectSound(district.program.store);
});

test("EX2: it does not speak for the receiver, for its sister, or for nobody in an epoch of others", async () => {
  const { epoch } = city.program.store.end;
  const forged = [
    forgedCommit(town, [title("forged 1")], { office: "370303" }),
    forgedCommit(town, [title("forged 2")], { office: "370303002", seq: 2 }),
    forgedCommit(town, [title("forged 3")], { office: "", epoch, seq: 90 }),
    forgedCommit(town, [title("forged 4")], { office: "", epoch: district.program.store.end.epoch, seq: 90 }),
  ];
  expect(codesOf(await told(entriesOf(...forged)))).toEqual(expect.arrayContaining(["not-vouched"]));
  expect(titleAt(district, task)).toBe("as the city wrote it");
  expect(isWithout("SELECT 1 FROM conflicts")).toBe(true);
});

test("EX19: that this office lost its work is not believed because an office below says so", async () => {
  const forged = entriesOf(forgedCommit(town, [title("forged")], { office: "370303" }));
  const told1 = await told(forged, (bundle) => ({
    ...bundle,
    ack: { epoch: bundle.head.epoch, link: "0".repeat(16), number: 9, hash: "", wanted: [] },
  }));
  expect(codesOf(told1)).toContain("not-vouched");
  expect(codesOf(await told(forged))).toContain("not-vouched");
  expect(titleAt(district, task)).toBe("as the city wrote it");
});

test("EX2: what came from above may come back from below and is known by its hash", async () => {
  const report = await told(entriesOf(...commitsOf(city.program.store, 0, (record) => record === task)));
  expect(codesOf(report)).not.toContain("not-vouched");
  expect(report.new).toBe(0);
});

test("EX4: a second creation of a record gives its writer no authority over it", async () => {
  const forged = forgedCommit(town, [{ record: task, unit: "*", json: { title: "forged" } }], { lamport: 0 });
  await told(entriesOf(forged));
  expect(titleAt(district, task)).toBe("as the city wrote it");
  await told(entriesOf(forgedCommit(town, [title("forged too")], { seq: 2, prev: forged.hash })));
  expect(titleAt(district, task)).toBe("as the city wrote it");
  expectSound(district.program.store);
});

test("EX9: settings and the office itself are nobody's business but of the same office", async () => {
  const forged = forgedCommit(town, [
    { record: officeRecordId, kind: "office", unit: "*", json: { office: { unit: "370303", name: "forged" } } },
    { record: officeRecordId, kind: "office", unit: "office", json: { unit: "370399", name: "forged" } },
    { record: settingsRecordId, kind: "settings", unit: "immediateWorkdays", json: 60 },
  ]);
  await told(entriesOf(forged));
  expect(district.program.store.officeCode()).toBe("370303");
  expect(district.program.store.settings().immediateWorkdays).toBe(3);
  expectSound(district.program.store);
});

test("EX25: an id that another kind of record has, or will have, is not taken", async () => {
  await told(
    entriesOf(
      forgedCommit(town, [{ record: task, kind: "issue", unit: "title", json: "x" }]),
      forgedCommit(town, [{ record: settingsRecordId, kind: "task", unit: "*", json: { title: "x" } }], { seq: 2 }),
      forgedCommit(town, [{ record: "unit:370303099", kind: "task", unit: "*", json: { title: "x" } }], { seq: 3 }),
      forgedCommit(town, [{ record: "anything", kind: "unit", unit: "*", json: { code: "x" } }], { seq: 4 }),
    ),
  );
  expect(
    isWithout(
      "SELECT 1 FROM records WHERE id IN ('unit:370303099', 'anything') AND kind IN ('task', 'unit') AND (kind = 'task' OR id = 'anything')",
    ),
  ).toBe(true);
  expect(isWithout(`SELECT 1 FROM records WHERE id = '${settingsRecordId}' AND kind <> 'settings'`)).toBe(true);
  expectSound(district.program.store);
});

const only = (commits: readonly BundledCommit[]): BundledCommit => {
  const [first] = commits;
  if (!first) throw new Error("no commit");
  return first;
};

test("EX2: nothing is added to a commit that is here whole", async () => {
  const own = only(commitsOf(city.program.store, 0, (record) => record === task));
  const [change] = own.changes;
  const added = {
    ...own,
    whole: false,
    changes: [{ ...only([own]).changes[0], ...change, ord: 7, unit: "title", value: '"forged"' }],
  };
  await told(entriesOf(added as BundledCommit));
  expect(titleAt(district, task)).toBe("as the city wrote it");
  expectSound(district.program.store);
});

test("EX20: a false commit in another's place does not keep the true one out", async () => {
  const { store } = city.program;
  edit(city, task, "title", "the city's next word");
  const { epoch, seq, prev } = only(commitsOf(store).slice(-1));
  await told(entriesOf(forgedCommit(town, [title("forged")], { epoch, seq, prev })));
  await send(city, district, world.stick());
  expect(titleAt(district, task)).toBe("the city's next word");
  expectSound(district.program.store);
});

test("EX20: a false part under the true commit's hash gives way to the whole", async () => {
  const own = forgedCommit(town, [title("what the hash says"), { record: task, unit: "note", json: "n" }]);
  const [first, second] = own.changes;
  const part = {
    ...own,
    whole: false,
    changes: [
      { ...first, value: '"something else"' },
      { ...second, ord: 5 },
    ],
  };
  await told(entriesOf(part as BundledCommit));
  await told(entriesOf(own));
  const here = commitsOf(district.program.store).find(({ hash }) => hash === own.hash);
  expect(here?.changes.map(({ value }) => value)).toEqual(['"what the hash says"', '"n"']);
  expectSound(district.program.store);
});

test("EX3: a counter near its end does not carry this office's own away", async () => {
  const before = district.program.store.end.lamport;
  for (const [index, lamport] of [highestLamport, highestLamport - 1, 2 ** 49, 2 ** 40].entries()) {
    await told(entriesOf(forgedCommit(town, [title("x")], { lamport, seq: index + 1 })));
  }
  expect(district.program.store.end.lamport).toBeLessThan(before + 100);
  addTask(district, "own");
  expect(district.program.store.end.lamport).toBeLessThan(before + 100);
  district.reopen();
  expect(district.program.store.end.lamport).toBeLessThan(before + 100);
});

test("EX10: a notice from below does not put the work of those above away", async () => {
  const own = addTask(district, "the district's");
  assign(district, own, "370303001");
  await send(district, town, world.stick());
  edit(town, own, "step", { step: "receive", unit: "370303001", on: "2020-05-20" });
  await send(town, district, world.stick());
  expect(isWithout(`SELECT 1 FROM records WHERE id = '${own}' AND shared = 1`)).toBe(false);
  const notices: Entry[] = [task, own].map((record) => ({
    type: "notice",
    notice: { kind: "leave", record, reason: "x" },
  }));
  await told(notices);
  const { db } = district.program.store;
  for (const id of [task, own]) {
    const rid = db.prepare("SELECT rid FROM records WHERE id = ?").pluck().get(id) as number;
    expect(marksOf(db, rid)).not.toContain("archived");
  }
});

test("EX12: an office confirms no stream but its own", async () => {
  const other = await world.office("370303002", district);
  const given = addTask(district, "for the other");
  assign(district, given, "370303002");
  await send(district, other, world.stick());
  await send(other, district, world.stick());
  const { db } = district.program.store;
  const link = db
    .prepare("SELECT link, acked, peer_epoch AS epoch FROM links_out WHERE peer = '370303002' AND live = 1")
    .get() as {
    link: string;
    acked: number;
    epoch: string;
  };
  expect(link.acked).toBeGreaterThan(0);
  await told([], (bundle) => ({
    ...bundle,
    head: { ...bundle.head, epoch: link.epoch },
    ack: { epoch: link.epoch, link: link.link, number: 0, hash: "", wanted: [] },
  }));
  expect(db.prepare("SELECT acked FROM links_out WHERE link = ?").pluck().get(link.link)).toBe(link.acked);
});

test("EX8: an office below purges, closes and withdraws nothing of those above", async () => {
  edit(city, task, "note", "kept");
  await send(city, district, world.stick());
  const { epoch, seq, hash } = only(commitsOf(city.program.store, 0, (record) => record === task));
  await told(
    entriesOf(
      forgedCommit(town, [
        { record: task, unit: "purge", json: { reason: "x", units: null } },
        { record: task, unit: "purge", json: { reason: "x" } },
        { record: task, unit: "settle", json: { closes: [`${epoch}:${seq}:${hash.slice(0, 8)}#0`] } },
        { record: task, unit: "life", json: { state: "withdrawn", reason: "x" } },
      ]),
    ),
  );
  expect(titleAt(district, task)).toBe("as the city wrote it");
  const row = district.program.store.db
    .prepare("SELECT note, state FROM tasks JOIN records USING (rid) WHERE id = ?")
    .get(task);
  expect(row).toMatchObject({ note: "kept" });
  expectSound(district.program.store);
});

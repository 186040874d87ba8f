import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bundle } from "#shared/exchange/bundle.ts";
import { keepBytes } from "../attachments/keep-bytes.ts";
import { hasAttachment } from "../attachments/files.ts";
import { unwatched } from "../jobs/context.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { verifyFolder } from "../system/verify.ts";
import { sha256 } from "./file/envelope.ts";
import { besideIn, openFile } from "./inbox/open-file.ts";
import { drop, stage, take } from "./inbox/inbox.ts";
import { inbox } from "./inbox/items.ts";
import { exportTo } from "./outbox/export.ts";
import { revokeDevice } from "./revoke-device.ts";
import { review, reviewed } from "./review.ts";
import {
  addTask,
  assign,
  edit,
  read,
  send,
  type TestOffice,
  testWorld,
  type TestWorld,
  titleAt,
  write,
} from "./testing.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: TestWorld;
let city: TestOffice;
let district: TestOffice;
let town: TestOffice;
let sibling: TestOffice;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
  town = await world.office("370303001", district);
  sibling = await world.office("370303002", district);
});
afterEach(() => world.remove());

/** What a file holds, opened with the receiver's keys. */
const opened = async (at: TestOffice, path: string): Promise<Bundle> =>
  (await openFile(at.program, readFileSync(path), "x", besideIn(world.folder))).arrival.bundle;

const changesIn = (bundle: Bundle) =>
  bundle.entries.flatMap((entry) => (entry.type === "commit" ? entry.commit.changes : []));
const recordsIn = (bundle: Bundle): Set<string> => new Set(changesIn(bundle).map(({ record }) => record));

const addIssue = ({ program: { store }, env }: TestOffice, title: string, codes: string[] = []): string => {
  const record = newId(env);
  const value = {
    title,
    responsibility: { units: [], leader: "", person: "", phone: "", codes },
    limit: { text: "", kind: "unknown" },
  };
  commit(store, { action: "issues.add", changes: [{ record, kind: "issue", unit: "*", value }] });
  return record;
};
const give = (office: TestOffice, issue: string, codes: string[]): void =>
  edit(office, issue, "responsibility", { units: [], leader: "", person: "", phone: "", codes }, "issue");

test("EX9: a bundle holds only what concerns the receiver, of every kind, and nothing of its siblings", async () => {
  const theirs = addTask(district, "for the town");
  const others = addTask(district, "for the sibling");
  const own = addTask(district, "of the district");
  const both = addTask(district, "for both");
  assign(district, theirs, "370303001");
  assign(district, others, "370303002");
  assign(district, both, "370303001");
  assign(district, both, "370303002");
  edit(district, both, "step", {
    step: "progress",
    unit: "370303002",
    on: "2020-05-20",
    text: "sibling's word",
    percent: 5,
  });
  const issue = addIssue(district, "about the town", ["370303001"]);
  const elsewhere = addIssue(district, "about the sibling", ["370303002"]);
  commit(district.program.store, {
    action: "system.settings",
    changes: [{ record: "settings:office", kind: "settings", unit: "immediateWorkdays", value: 5 }],
  });
  const bundle = await opened(town, await write(district, town, world.stick()));
  const records = recordsIn(bundle);
  expect([theirs, both, issue].map((id) => records.has(id))).toEqual([true, true, true]);
  expect([others, own, elsewhere].filter((id) => records.has(id))).toEqual([]);
  expect([...records].filter((id) => /^(?:settings|office|import|mapping)/.test(id))).toEqual([]);
  expect(JSON.stringify(bundle.entries)).not.toContain("sibling's word");
  // Units come along when they are named, with what stands above them; no others.
  const units = [...records].filter((id) => id.startsWith("unit:"));
  expect(units.toSorted()).toEqual(
    ["unit:370000", "unit:370300", "unit:370303", "unit:370303001"].filter((id) => units.includes(id)),
  );
  expect(units).not.toContain("unit:370303002");
});

test("EX9: every file that offices write to each other holds what concerns its receiver alone", async () => {
  const tasks = ["a", "b", "c"].map((title) => addTask(city, title));
  for (const task of tasks) assign(city, task, "370303");
  await send(city, district, world.stick());
  assign(district, tasks[0] ?? "", "370303001");
  assign(district, tasks[1] ?? "", "370303002");
  const toTown = recordsIn(await opened(town, await write(district, town, world.stick())));
  const toSibling = recordsIn(await opened(sibling, await write(district, sibling, world.stick())));
  expect(tasks.map((id) => toTown.has(id))).toEqual([true, false, false]);
  expect(tasks.map((id) => toSibling.has(id))).toEqual([false, true, false]);
});

test("EX10: a record that comes into the scope is sent whole, with its history", async () => {
  const task = addTask(district, "first");
  edit(district, task, "title", "second");
  edit(district, task, "note", "a note");
  await send(district, town, world.stick());
  expect(titleAt(town, task)).toBeUndefined();
  assign(district, task, "370303001");
  const bundle = await opened(town, await write(district, town, world.stick("whole.ldx")));
  expect(
    changesIn(bundle)
      .filter(({ record }) => record === task)
      .map(({ unit }) => unit),
  ).toEqual(["*", "title", "note", "step"]);
  await read(town, world.stick("whole.ldx"));
  expect(titleAt(town, task)).toBe("second");
});

test("EX10: a record that leaves the scope brings a notice; what was written there before it arrived is a proposal", async () => {
  const issue = addIssue(district, "moves on", ["370303001"]);
  await send(district, town, world.stick());
  await send(town, district, world.stick());
  give(district, issue, ["370303002"]);
  edit(town, issue, "measures", "before we heard", "issue");
  const left = await send(district, town, world.stick());
  expect(left).toMatchObject({ recordsLeft: 1 });
  expect(left.records).toContainEqual({ id: issue, kind: "issue", title: "moves on", how: "left" });
  const up = await send(town, district, world.stick());
  expect(up.proposals).toBe(1);
  expect(up.notices.map(({ code }) => code)).toEqual(["digest-same"]);
});

test("EX10: a record that comes back is told of again, without being sent twice", async () => {
  const issue = addIssue(district, "to and fro", ["370303001"]);
  await send(district, town, world.stick());
  await send(town, district, world.stick());
  give(district, issue, []);
  await send(district, town, world.stick());
  await send(town, district, world.stick());
  give(district, issue, ["370303001"]);
  const path = await write(district, town, world.stick());
  const changes = changesIn(await opened(town, path)).filter(({ record }) => record === issue);
  expect(changes.map(({ unit }) => unit)).toEqual(["responsibility", "responsibility"]);
  await read(town, path);
  expect((await send(town, district, world.stick())).notices.map(({ code }) => code)).toEqual(["digest-same"]);
});

test("EX14: evidence goes with its first mention, small inside and large beside; what is missing is asked for until it comes", async () => {
  const issue = addIssue(town, "with evidence");
  const files = [Buffer.from("small"), Buffer.alloc(3 * 1024 * 1024, 7)];
  const named = [];
  for (const [index, bytes] of files.entries()) {
    const hash = sha256(bytes);
    await keepBytes(town.folder, hash, bytes);
    named.push({ hash, name: `${index}.jpg`, size: bytes.length, mime: "image/jpeg" });
  }
  edit(town, issue, "step", { step: "evidence", on: "2020-05-20", evidence: named }, "issue");
  const path = world.stick("evidence.ldx");
  await exportTo(town.program, { to: "370303", path });
  // The part beside is left on the stick.
  const bare = world.stick("bare/x.ldx");
  mkdirSync(`${world.folder}/bare`);
  copyFileSync(path, bare);
  const report = await read(district, bare);
  expect(report.missingAttachments).toBe(1);
  expect(named.map(({ hash }) => hasAttachment(district.folder, hash))).toEqual([true, false]);
  // What is still on its way is nothing that verifying complains of.
  expect(await verifyFolder({ folder: district.folder }, unwatched)).toMatchObject({ ok: true });
  await send(district, town, world.stick());
  const again = await send(town, district, world.stick());
  expect(again).toMatchObject({ new: 0 });
  expect(named.map(({ hash }) => hasAttachment(district.folder, hash))).toEqual([true, true]);
  expect(district.program.store.db.prepare("SELECT count(*) FROM wanted").pluck().get()).toBe(0);
});

test("EX17: what comes from a revoked computer after the last that counts is quarantined; a person keeps or withdraws it", async () => {
  const before = addTask(town, "before");
  await send(town, district, world.stick());
  const { device } = town.program.store;
  const taken = addTask(town, "taken in after it");
  await send(town, district, world.stick());
  const link = district.program.store.db.prepare("SELECT link, last FROM links_in WHERE device = ?").get(device) as {
    link: string;
    last: number;
  };
  const first = district.program.store.db
    .prepare("SELECT to_no FROM bundles WHERE direction = 'in' ORDER BY id LIMIT 1")
    .pluck()
    .get() as number;
  await revokeDevice(district.program, { office: "370303001", device, last: { [link.link]: first } });
  expect(review(district.program).map(({ records }) => records.map(({ title }) => title))).toContainEqual([
    "taken in after it",
  ]);
  const late = addTask(town, "late");
  const report = await send(town, district, world.stick());
  expect(report.quarantined).toBeGreaterThan(0);
  expect([titleAt(district, before), titleAt(district, taken), titleAt(district, late)]).toEqual([
    "before",
    "taken in after it",
    undefined,
  ]);
  const listed = review(district.program);
  const versionOf = (title: string): string[] =>
    listed.filter(({ records }) => records.some((each) => each.title === title)).map(({ version }) => version);
  reviewed(district.program, { versions: versionOf("taken in after it"), keep: false });
  expect(titleAt(district, taken)).toBeUndefined();
  reviewed(district.program, { versions: review(district.program).map(({ version }) => version), keep: true });
  expect(titleAt(district, late)).toBe("late");
  expect(review(district.program)).toEqual([]);
});

test("EX23: the inbox says what each file would do, takes a batch in the right order, and drops what is not wanted", async () => {
  const task = addTask(district, "one");
  assign(district, task, "370303001");
  const first = await write(district, town, world.stick());
  edit(district, task, "title", "two");
  const second = await write(district, town, world.stick());
  const foreign = await write(district, sibling, world.stick());
  const items = await stage(town.program, [second, first, foreign]);
  expect(items.map(({ state }) => state)).toEqual(["waiting", "waiting", "refused"]);
  expect(items.map(({ error }) => error?.code)).toEqual([undefined, undefined, "bundle-not-for-us"]);
  expect(titleAt(town, task)).toBeUndefined();
  expect((await stage(town.program, [first]))[0]?.id).toBe(items[1]?.id);
  const taken = await take(
    town.program,
    items.slice(0, 2).map(({ id }) => id),
  );
  expect(taken.map(({ state }) => state)).toEqual(["taken", "taken"]);
  expect(titleAt(town, task)).toBe("two");
  await drop(town.program, items[2]?.id ?? 0);
  expect(inbox(town.program).map(({ state }) => state)).toEqual(["taken", "taken"]);
});

import { beginAnew } from "./begin-anew.ts";
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { importFile } from "./inbox/inbox.ts";
import { me, notices, offices } from "./offices.ts";
import { exportTo, receiptTo } from "./outbox/export.ts";
import { receiptCode, takeReceiptCode } from "./outbox/receipts.ts";
import { saveExchangeSettings } from "./settings.ts";
import {
  addTask,
  assign,
  dumpOf,
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

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
});
afterEach(() => world.remove());

const given = (title: string): string => {
  const task = addTask(city, title);
  assign(city, task, "370303");
  return task;
};
const codesOf = ({ notices: told }: { notices: readonly { code: string }[] }): string[] => told.map(({ code }) => code);
const standing = (office: TestOffice, peer: string) => {
  const view = offices(office.program).find((each) => each.peer === peer);
  return view && { sent: view.sent, confirmed: view.confirmed, due: view.due };
};

test("EX11: a lost bundle does no harm, since the next holds everything since the last acknowledgement", async () => {
  const first = given("one");
  await write(city, district, world.stick());
  const second = given("two");
  await send(city, district, world.stick());
  expect([titleAt(district, first), titleAt(district, second)]).toEqual(["one", "two"]);
});

test("EX11: a bundle that begins after what the receiver has is refused, with the last number to say to the sender", async () => {
  given("one");
  const lost = await write(city, district, world.stick());
  const { number } = { number: standing(city, "370303")?.sent ?? 0 };
  // By telephone somebody says that it arrived; it had not.
  given("two");
  const other = world.open("370303", copyOf(district, "twin"));
  await read(other, lost);
  takeReceiptCode(city.program, "370303", receiptCode(other.program, "370300").code);
  const next = await write(city, district, world.stick());
  const before = dumpOf(district);
  await expect(importFile(district.program, { path: next, dryRun: false })).rejects.toMatchObject({
    code: "bundle-begins-after",
    params: { first: number + 1, last: 0 },
  });
  expect(dumpOf(district)).toBe(before);
  await read(district, lost);
  expect((await read(district, next)).new).toBeGreaterThan(0);
});

test("EX11: whatever the order of duplicates and late bundles, what was accepted once stays as it is", async () => {
  const task = given("one");
  const early = await write(city, district, world.stick());
  edit(city, task, "title", "two");
  const late = await write(city, district, world.stick());
  await read(district, late);
  const state = titleAt(district, task);
  expect(await read(district, early)).toMatchObject({ nothingNew: true, new: 0, takenAt: null });
  expect([state, titleAt(district, task)]).toEqual(["two", "two"]);
});

test("EX24: the same file again changes nothing and says when it was taken", async () => {
  given("one");
  const path = await write(city, district, world.stick());
  const first = await read(district, path);
  const before = dumpOf(district);
  district.env.setNow("2020-05-21T08:00:00+08:00");
  const again = await read(district, path);
  expect(again).toMatchObject({ nothingNew: true, new: 0, takenAt: "2020-05-19T00:00:00.000Z" });
  expect(again.alreadyHere).toBe(first.new + first.alreadyHere);
  expect(dumpOf(district)).toBe(before);
});

test("EX12: an acknowledgement in a bundle going back, or in a receipt, is what the sender shows as confirmed", async () => {
  given("one");
  expect(standing(city, "370303")).toMatchObject({ confirmed: 0, due: true });
  await send(city, district, world.stick());
  const { sent } = standing(city, "370303") ?? { sent: 0 };
  expect(standing(city, "370303")).toEqual({ sent, confirmed: 0, due: false });
  expect(standing(district, "370300")?.due).toBe(true);
  const receipt = world.stick();
  await receiptTo(district.program, { to: "370300", path: receipt });
  await read(city, receipt);
  expect(standing(city, "370303")).toEqual({ sent, confirmed: sent, due: false });
  await write(district, city, world.stick());
  expect(standing(district, "370300")?.due).toBe(false);
});

test("EX12: a receipt code says by telephone how far a stream was taken in; a slip of the tongue is noticed", async () => {
  given("one");
  await send(city, district, world.stick());
  const { code, number } = receiptCode(district.program, "370300");
  const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  expect(() => takeReceiptCode(city.program, "370303", wrong)).toThrow("receipt-code-mistyped");
  expect(takeReceiptCode(city.program, "370303", code)).toEqual({ confirmed: number });
  expect(standing(city, "370303")?.confirmed).toBe(number);
});

test("EX12, EX20: a receipt code of another stream is refused", async () => {
  const other = await world.office("370302", city);
  given("one");
  await send(city, district, world.stick());
  const theirs = addTask(city, "theirs");
  assign(city, theirs, "370302");
  await write(city, other, world.stick());
  const { code } = receiptCode(district.program, "370300");
  expect(() => takeReceiptCode(city.program, "370302", code)).toThrow("receipt-code-other");
});

test("EX13: a bundle past the limit is cut into numbered parts, each of which is taken in by itself, in order", async () => {
  const tasks = Array.from({ length: 30 }, (_, index) => given(`task ${index} ${"x".repeat(300)}`));
  saveExchangeSettings(city.program, { partSize: 4000 });
  const path = world.stick("parts.ldx");
  const { paths } = await exportTo(city.program, { to: "370303", path });
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.slice(0, 2)).toEqual([path, join(world.folder, "parts.2.ldx")]);
  expect(await refusalOf(importFile(district.program, { path: paths[1] ?? "", dryRun: false }))).toBe(
    "bundle-begins-after",
  );
  const counts = [];
  for (const part of paths) {
    await read(district, part);
    counts.push(tasks.filter((task) => titleAt(district, task) !== undefined).length);
  }
  expect(counts.at(-1)).toBe(30);
  expect(counts.toSorted((a, b) => a - b)).toEqual(counts);
  expect(new Set(counts).size).toBeGreaterThan(2);
});

test("EX19: a restored receiver is sent everything again, with what it had sent itself", async () => {
  const task = given("one");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  const backup = copyOf(district, "backup");
  const own = addTask(district, "own");
  edit(district, task, "step", { step: "progress", unit: "370303", on: "2020-05-20", text: "half", percent: 50 });
  await send(district, city, world.stick());
  given("two");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  // The computer breaks, and the copy of before is put in its place.
  const restored = restore(district, backup);
  expect(titleAt(restored, own)).toBeUndefined();
  const news = await send(restored, city, world.stick());
  expect(codesOf(news)).toContain("peer-restored");
  const back = await send(city, restored, world.stick());
  expect(titleAt(restored, own)).toBe("own");
  expect(codesOf(back)).toContain("digest-same");
  expect(codesOf(await send(restored, city, world.stick()))).toEqual(["digest-same"]);
});

test("EX19: a sender put back to an older state without a sign of it learns so from an acknowledgement, and begins a new epoch", async () => {
  given("one");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  const backup = copyOf(city, "backup");
  const lost = given("lost");
  await send(city, district, world.stick());
  const back = await write(district, city, world.stick());
  const old = restore(city, backup, { keepMark: false });
  const epoch = old.program.store.end.epoch;
  expect(codesOf(await read(old, back))).toContain("we-went-back");
  expect(old.program.store.end.epoch).not.toBe(epoch);
  const again = await send(old, district, world.stick());
  expect(codesOf(again)).toContain("peer-restored");
  await send(district, old, world.stick());
  expect(titleAt(old, lost)).toBe("lost");
  expect(codesOf(await send(old, district, world.stick()))).toContain("digest-same");
});

test("EX19: put back so far that the neighbours' bundles begin after what is here, it still learns so and gets everything back", async () => {
  const lost = given("lost");
  await send(city, district, world.stick());
  const theirs = addTask(district, "theirs");
  await send(district, city, world.stick());
  await send(city, district, world.stick());
  const backup = copyOf(city, "backup");
  addTask(district, "between");
  await send(district, city, world.stick());
  given("more");
  await send(city, district, world.stick());
  addTask(district, "last");
  const next = await write(district, city, world.stick());
  const old = restore(city, backup, { keepMark: false });
  const epoch = old.program.store.end.epoch;
  expect(await refusalOf(read(old, next))).toBe("bundle-begins-after");
  expect(old.program.store.end.epoch).not.toBe(epoch);
  expect(codesOf(await send(old, district, world.stick()))).toContain("peer-restored");
  await send(district, old, world.stick());
  expect([titleAt(old, lost), titleAt(old, theirs)]).toEqual(["lost", "theirs"]);
  expect(old.program.store.db.prepare("SELECT count(*) FROM tasks").pluck().get()).toBe(5);
});

test("EX12: a code that says less than was confirmed has the rest sent again", async () => {
  given("one");
  await send(city, district, world.stick());
  const { code, number } = receiptCode(district.program, "370300");
  given("two");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  expect(standing(city, "370303")?.confirmed).toBeGreaterThan(number);
  expect(takeReceiptCode(city.program, "370303", code)).toEqual({ confirmed: number });
  const again = await send(city, district, world.stick());
  expect(again).toMatchObject({ nothingNew: true, range: { from: number + 1 } });
});

test("EX20: a copied data folder is noticed by its chain; both branches are taken in, and nothing is confirmed of it", async () => {
  given("before");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  const twin = world.open("370303", copyOf(district, "copied"));
  const one = addTask(district, "one");
  const two = addTask(twin, "two");
  await send(district, city, world.stick());
  const told = await send(twin, city, world.stick());
  expect(codesOf(told)).toContain("copied-machine");
  expect([titleAt(city, one), titleAt(city, two)]).toEqual(["one", "two"]);
  expect(notices(city.program).map(({ code }) => code)).toContain("copied-machine");
  expect(await refusalOf(Promise.resolve().then(() => receiptCode(city.program, "370303")))).toBe(
    "receipt-nothing-taken",
  );
});

test("EX20: a copied machine that begins anew has a name and keys of its own, and gets what its twin wrote", async () => {
  given("before");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  const twin = world.open("370303", copyOf(district, "copied"));
  const one = addTask(district, "one");
  const two = addTask(twin, "two");
  assign(district, one, "370303");
  await send(district, city, world.stick());
  await send(twin, city, world.stick());
  const before = twin.program.store.device;
  const { device } = await beginAnew(twin.program);
  expect(device).not.toBe(before);
  const three = addTask(twin, "three");
  await send(twin, city, world.stick());
  await send(city, twin, world.stick());
  await send(twin, city, world.stick());
  expect([titleAt(city, two), titleAt(city, three)]).toEqual(["two", "three"]);
  expect([titleAt(twin, one), titleAt(twin, two), titleAt(twin, three)]).toEqual(["one", "two", "three"]);
});

test("EX16, EX21: a bundle for another office, and one's own, are refused before anything is read of it", async () => {
  const other = await world.office("370302", city);
  given("one");
  const path = await write(city, district, world.stick());
  expect(await refusalOf(read(other, path))).toBe("bundle-not-for-us");
  expect(await refusalOf(exportTo(city.program, { to: "370300", path: world.stick() }))).toBe("exchange-with-oneself");
  expect(await refusalOf(exportTo(city.program, { to: "370304", path: world.stick() }))).toBe("office-not-enrolled");
});

test("EX26: offices that share the same say so; a table that was meddled with is found at once, and in which records", async () => {
  const tasks = ["one", "two", "three"].map(given);
  await send(city, district, world.stick());
  expect(codesOf(await send(district, city, world.stick()))).toEqual(["digest-same"]);
  const { store } = district.program;
  edit(city, tasks[0] ?? "", "title", "changed");
  await send(city, district, world.stick());
  store.db.exec("DELETE FROM heads");
  const told = await send(district, city, world.stick());
  const differs = told.notices.find(({ code }) => code === "digest-differs");
  expect(differs?.params).toMatchObject({ office: "370303" });
  expect(standingDigest(city, "370303")).toBe("differs");
  expect(notices(city.program).map(({ code }) => code)).toContain("digest-differs");
});

test("EX26: work that the other cannot know yet is left out of the comparison", async () => {
  const task = given("one");
  await send(city, district, world.stick());
  await send(district, city, world.stick());
  edit(city, task, "title", "not sent yet");
  edit(district, task, "step", { step: "progress", unit: "370303", on: "2020-05-20", text: "half", percent: 50 });
  given("nor this");
  expect(codesOf(await send(district, city, world.stick()))).toEqual(["digest-same"]);
});

test("EX23: a dry run says what would happen, and leaves every table as it was", async () => {
  given("one");
  const path = await write(city, district, world.stick());
  const before = dumpOf(district);
  const said = await importFile(district.program, { path, dryRun: true });
  expect(dumpOf(district)).toBe(before);
  expect(await importFile(district.program, { path, dryRun: false })).toEqual(said);
});

test("EX23: a copy of the database is kept before files are taken in, the last few of them", async () => {
  for (const [index, title] of ["a", "b", "c", "d", "e"].entries()) {
    given(title);
    district.env.setNow(`2020-05-2${index}T08:00:00+08:00`);
    await send(city, district, world.stick());
  }
  const copies = readdirSync(join(district.folder, "backups"));
  expect(copies).toHaveLength(3);
  expect(copies.every((name) => name.endsWith(".sqlite"))).toBe(true);
});

test("EX27: nothing but the bundle lies on the stick, and a stick that is gone leaves the stream as it was", async () => {
  given("one");
  expect(await refusalOf(exportTo(city.program, { to: "370303", path: join(world.folder, "gone", "x.ldx") }))).toBe(
    "exchange-target",
  );
  const { path } = { path: world.stick("only.ldx") };
  await write(city, district, path);
  expect(readdirSync(world.folder).filter((name) => !name.startsWith("office-"))).toEqual(["only.ldx"]);
  expect((await read(district, path)).new).toBeGreaterThan(0);
  expect(me(district.program)).toMatchObject({ desk: true, enrolled: true, waiting: 0 });
});

const standingDigest = (office: TestOffice, peer: string): string | undefined =>
  offices(office.program).find((each) => each.peer === peer)?.digest;

/** The data folder as it lies on the disk just now. */
const copyOf = (office: TestOffice, name: string): string => {
  const folder = join(world.folder, `office-${name}`);
  office.program.store.db.pragma("wal_checkpoint(TRUNCATE)");
  cpSync(office.folder, folder, { recursive: true, filter: (path) => !/writer\.(?:lock|json)/.test(path) });
  return folder;
};

/** Puts a copy back. The mark of how far the log had come stays, as it lies beside the database, unless it is lost too. */
const restore = (office: TestOffice, backup: string, { keepMark = true } = {}): TestOffice => {
  office.close();
  const mark = join(backup, "high-water.json");
  if (keepMark && existsSync(join(office.folder, "high-water.json")))
    cpSync(join(office.folder, "high-water.json"), mark);
  if (!keepMark) rmSync(mark, { force: true });
  return world.open(office.code, backup);
};

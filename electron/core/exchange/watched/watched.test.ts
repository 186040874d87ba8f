import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { initOffice } from "../../system/office.ts";
import { moveDesk } from "../identity/desk.ts";
import { me } from "../offices.ts";
import { exportTo } from "../outbox/export.ts";
import { inbox } from "../inbox/items.ts";
import { saveExchangeSettings } from "../settings.ts";
import { addTask, assign, edit, introduce, type TestOffice, testWorld } from "../testing.ts";
import { addressedIn } from "./addressed.ts";
import { roundIn } from "./round.ts";
import { settledFiles } from "./settled.ts";
import { followWatchedFolder } from "./watch.ts";

let world: ReturnType<typeof testWorld>;
let folder: string;
beforeEach(() => {
  world = testWorld();
  folder = join(world.folder, "share");
  mkdirSync(folder);
});
afterEach(() => world.remove());

const second = async (desk: TestOffice): Promise<TestOffice> => {
  const office = world.open(desk.code, join(world.folder, "second"));
  initOffice(office.program.store, desk.code);
  await introduce(desk, office);
  return office;
};

const round = async ({ program }: TestOffice) => {
  const files = settledFiles(folder);
  files.look();
  files.look();
  return roundIn(program, folder, files);
};

const titles = ({ program }: TestOffice): unknown[] =>
  program.store.db.prepare("SELECT title FROM tasks ORDER BY title").pluck().all();

const taskFor = (office: TestOffice, title: string, unit: string): void => assign(office, addTask(office, title), unit);

test("EX21: another computer and its desk meet through the watched folder, without a person in between", async () => {
  const desk = await world.office("370303");
  const other = await second(desk);
  const task = addTask(desk, "清理河道");
  expect(await round(desk)).toMatchObject({ staged: [], written: [{ to: `370303/${other.program.store.device}` }] });
  expect(await round(other)).toMatchObject({ taken: [{ state: "taken" }], written: [{ to: "370303" }] });
  expect(titles(other)).toEqual(["清理河道"]);

  edit(other, task, "title", "清理全部河道");
  await round(other);
  await round(desk);
  expect(titles(desk)).toEqual(["清理全部河道"]);
  // Each has told the other how far it is: nothing is due, so that two computers do not answer each other for ever.
  for (const office of [other, desk, other, desk]) await round(office);
  expect([await round(desk), await round(other)]).toMatchObject([
    { staged: [], written: [] },
    { staged: [], written: [] },
  ]);
});

test("EX21: the computer that the desk was moved to hears of it by the watched folder, and is the desk from then on", async () => {
  const desk = await world.office("370303");
  const other = await second(desk);
  addTask(desk, "清理河道");
  for (const office of [desk, other, desk]) await round(office);
  await moveDesk(desk.program.store, other.program.store.device);
  for (const office of [desk, other]) await round(office);
  expect([me(desk.program).desk, me(other.program).desk]).toEqual([false, true]);
  addTask(desk, "植树");
  for (const office of [other, desk, other]) await round(office);
  expect(titles(other)).toEqual(titles(desk));
  // It has the office's key, and may vouch for others.
  await world.office("370303001", other);
});

test("EX11: the newest bundle to a peer takes the place of the one before, and goes when it is acknowledged", async () => {
  const desk = await world.office("370303");
  const other = await second(desk);
  const names = () => readdirSync(folder).filter((name) => name.endsWith(".ldx"));
  addTask(desk, "清理河道");
  await round(desk);
  const [first] = names();
  addTask(desk, "植树");
  await round(desk);
  expect(names()).toHaveLength(1);
  expect(names()).not.toEqual([first]);
  await round(other);
  expect(titles(other)).toEqual(["植树", "清理河道"].toSorted());
  await round(desk);
  // Of the desk's nothing is left but the receipt for what came with the acknowledgement.
  const left = names().map((name) => addressedIn(join(folder, name)));
  const ours = left.filter((file) => file?.from === "370303").map((file) => file?.range);
  expect(ours.every((range) => range !== undefined && range.to < range.from)).toBe(true);
  expect(left.length).toBeLessThanOrEqual(2);
});

test("EX21: a file of another office waits in the inbox for a person, once, and what is due goes to those who share the folder", async () => {
  const city = await world.office("370300");
  const district = await world.office("370303", city);
  const town = await world.office("370303001", district);
  taskFor(city, "清理河道", "370303");
  await exportTo(city.program, { to: "370303", path: join(folder, "from-city.ldx") });
  writeFileSync(join(folder, "other.ldx"), "not one of ours");
  expect(await round(town)).toMatchObject({ staged: [], taken: [], written: [] });
  expect(await round(district)).toMatchObject({ staged: [{ state: "waiting", from: "370300" }], taken: [] });
  expect(inbox(district.program)).toMatchObject([{ state: "waiting", kind: "bundle" }]);
  expect(titles(district)).toEqual([]);
  expect(await round(district)).toMatchObject({ staged: [], taken: [] });

  taskFor(district, "植树", "370303001");
  expect((await round(district)).written.map(({ to }) => to)).not.toContain("370303001");
});

test("EX21: while the program runs, what appears in the folder is noticed once it rests", async () => {
  const city = await world.office("370300");
  const district = await world.office("370303", city);
  taskFor(city, "清理河道", "370303");
  const stick = world.stick();
  await exportTo(city.program, { to: "370303", path: stick });
  const bytes = readFileSync(stick);
  const stop = followWatchedFolder(district.program, { tick: 40, quiet: 50, poll: 200 });
  try {
    // It follows the settings: at first there is no folder at all.
    await new Promise((resolve) => setTimeout(resolve, 100));
    saveExchangeSettings(district.program, { watchFolder: folder });
    const path = join(folder, "bundle.ldx");
    writeFileSync(path, bytes.subarray(0, 900));
    for (let at = 900; at < bytes.length; at += Math.ceil((bytes.length - 900) / 5)) {
      expect(inbox(district.program)).toEqual([]);
      appendFileSync(path, bytes.subarray(at, at + Math.ceil((bytes.length - 900) / 5)));
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await vi.waitFor(() => expect(inbox(district.program)).toMatchObject([{ state: "waiting", from: "370300" }]), 4000);
    saveExchangeSettings(district.program, { watchFolder: null });
  } finally {
    await stop();
  }
});

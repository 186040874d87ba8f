import { existsSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { enrolCard, trustRoster, writeCard } from "../contact.ts";
import { addTask, assign, edit, send, type TestOffice, testWorld, type TestWorld, write } from "../testing.ts";
import { lookAgainAfterStart } from "./at-start.ts";
import { stage } from "./inbox.ts";
import { inbox } from "./items.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: TestWorld;
let city: TestOffice;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
});
afterEach(() => world.remove());

const linesOf = ({ program }: TestOffice) => inbox(program).map(({ kind, state, name }) => [kind, state, name]);

test("EX15: a card and a roster are taken once they were used from the inbox, or the same file from elsewhere", async () => {
  const district = await world.office("370303");
  const [card, roster] = [world.stick("card.ldx"), world.stick("roster.ldx")];
  await writeCard(district.program, card);
  const [staged] = await stage(city.program, [card]);
  expect(staged).toMatchObject({ kind: "card", state: "waiting", name: "card.ldx", takenAt: null });
  // As it lies in the inbox.
  await enrolCard(city.program, { card: staged?.path ?? "", roster });
  expect(inbox(city.program)).toMatchObject([{ state: "taken", takenAt: expect.any(String), path: null }]);
  expect(existsSync(staged?.path ?? "")).toBe(false);

  const task = addTask(city, "巡查孝妇河");
  assign(city, task, "370303");
  const bundle = await write(city, district, world.stick("bundle.ldx"));
  await stage(district.program, [bundle, roster]);
  expect(inbox(district.program)).toMatchObject([
    { kind: "roster", state: "waiting" },
    { kind: "bundle", state: "waiting", error: { code: "bundle-sender-unknown" } },
  ]);
  await trustRoster(district.program, { path: roster, adopt: false });
  expect(linesOf(district)).toEqual([
    ["bundle", "waiting", "bundle.ldx"],
    ["roster", "taken", "roster.ldx"],
  ]);
  expect(inbox(district.program)[0]).toMatchObject({ error: null, report: { recordsNew: 1 } });
});

test("EX22: what was too new before an upgrade is looked at soon after the start, not at it", async () => {
  const district = await world.office("370303", city);
  assign(city, addTask(city, "巡查孝妇河"), "370303");
  const path = await write(city, district, world.stick());
  const [item] = await stage(district.program, [path]);
  // As a version before this one had put it aside.
  district.program.store.db.prepare("UPDATE bundles SET state = 'too-new'").run();
  const stop = lookAgainAfterStart(district.program, 20);
  expect(inbox(district.program)).toMatchObject([{ state: "too-new" }]);
  await vi.waitFor(() => expect(inbox(district.program)).toMatchObject([{ state: "waiting", report: item?.report }]));
  await stop();
  // A file that is gone says so, and ends nothing.
  district.program.store.db.prepare("UPDATE bundles SET state = 'too-new', hash = 'gone'").run();
  const stopAgain = lookAgainAfterStart(district.program, 20);
  await vi.waitFor(() => expect(inbox(district.program)[0]?.error?.code).toBe("file-missing"));
  await stopAgain();
});

test("EX23: the report names only what stands otherwise than before, and units that are only named come last", async () => {
  const district = await world.office("370303", city);
  const task = addTask(city, "巡查孝妇河");
  assign(city, task, "370303");
  edit(city, "unit:370303", "name", { name: "张店区", aliases: ["张店"] }, "unit");
  const first = await send(city, district, world.stick());
  expect(first).toMatchObject({ recordsNew: 1, recordsChanged: 1 });
  expect(first.records.map(({ title, how }) => [title, how])).toEqual([
    ["巡查孝妇河", "new"],
    ["张店区", "changed"],
  ]);
  edit(city, task, "title", "巡查孝妇河");
  expect(await send(city, district, world.stick())).toMatchObject({ new: 1, recordsChanged: 0, records: [] });
  edit(city, task, "title", "巡查孝妇河两岸");
  expect(await send(city, district, world.stick())).toMatchObject({ recordsChanged: 1, records: [{ id: task }] });
  edit(city, task, "step", { step: "refuse", unit: "370303", on: "2020-05-20" });
  expect(await send(city, district, world.stick())).toMatchObject({ recordsChanged: 1, records: [{ id: task }] });
  edit(district, task, "note", "区里补充");
  expect(await send(district, city, world.stick())).toMatchObject({
    proposals: 1,
    recordsChanged: 1,
    records: [{ id: task, how: "proposal" }],
  });
});

/** EX9 of meetings: they are the office's own, on all its computers, and no other office hears of them. */
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { importFile } from "../exchange/inbox/inbox.ts";
import { exportTo } from "../exchange/outbox/export.ts";
import { addTask, introduce, send, type TestOffice, testWorld, type TestWorld } from "../exchange/testing.ts";
import { initOffice } from "../system/office.ts";
import { dispatchDetail } from "./detail.ts";
import { listMeetings } from "./meetings.ts";
import { addMeeting, noteAt } from "./write.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: TestWorld;
let city: TestOffice;
let desk: TestOffice;
let second: TestOffice;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  desk = await world.office("370303", city);
  second = world.open("370303", join(world.folder, "office-second"));
  initOffice(second.program.store, "370303");
  await introduce(desk, second);
});
afterEach(() => world.remove());

const carried = async (from: TestOffice, to: string, into: TestOffice): Promise<void> => {
  const path = world.stick();
  await exportTo(from.program, { to, path });
  await importFile(into.program, { path, dryRun: false });
};

test("another computer of the office has the meeting with its notes, and what is noted there comes back", async () => {
  const at = desk.program.store;
  const there = second.program.store;
  const task = addTask(desk, "river");
  const [id = ""] = addMeeting(at, { month: "2020-05", on: "2020-05-28" }).ids;
  noteAt(at, id, { task, text: "at the desk", unit: null, decision: false });
  await carried(desk, `370303/${there.device}`, second);
  noteAt(there, id, { task, text: "at the other", unit: null, decision: true });
  await carried(second, "370303", desk);
  const said = (store: typeof at): string[] => dispatchDetail(store, id).steps.map(({ data }) => data.text);
  expect(said(at)).toEqual(["at the desk", "at the other"]);
  expect(said(there)).toEqual(said(at));
  expect(dispatchDetail(at, id).steps.some(({ proposed }) => proposed)).toBe(false);
});

test("the office above does not hear of it", async () => {
  addTask(desk, "river");
  addMeeting(desk.program.store, { month: "2020-05" });
  expect((await send(desk, city, world.stick())).new).toBeGreaterThan(0);
  expect(listMeetings(city.program.store)).toEqual([]);
});

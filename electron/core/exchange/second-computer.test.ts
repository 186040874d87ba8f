import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refusalOf } from "../testing/client.ts";
import { commit } from "../store/commit.ts";
import { initOffice } from "../system/office.ts";
import { importFile } from "./inbox/inbox.ts";
import { neighbours } from "./peers.ts";
import { exportTo } from "./outbox/export.ts";
import { addTask, introduce, send, type TestOffice, testWorld, type TestWorld, titleAt } from "./testing.ts";

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

const address = (): string => `370303/${second.program.store.device}`;

test("EX21: another computer exchanges with its desk alone, and sees everything of the office, settings too", async () => {
  expect(neighbours(second.program.store)).toEqual(["370303"]);
  expect(neighbours(desk.program.store)).toEqual(["370300", address()]);
  const there = addTask(desk, "at the desk");
  commit(desk.program.store, {
    action: "system.settings",
    changes: [{ record: "settings:office", kind: "settings", unit: "immediateWorkdays", value: 9 }],
  });
  const path = world.stick();
  await exportTo(desk.program, { to: address(), path });
  await importFile(second.program, { path, dryRun: false });
  expect(titleAt(second, there)).toBe("at the desk");
  expect(second.program.store.settings().immediateWorkdays).toBe(9);
  const here = addTask(second, "at the other");
  const back = world.stick();
  await exportTo(second.program, { to: "370303", path: back });
  const report = await importFile(desk.program, { path: back, dryRun: false });
  expect(titleAt(desk, here)).toBe("at the other");
  expect(report.notices.map(({ code }) => code)).toEqual(["digest-same"]);
  expect((await send(desk, city, world.stick())).new).toBeGreaterThan(0);
  expect(titleAt(city, here)).toBe("at the other");
});

test("EX21: only the desk writes and reads files of other offices", async () => {
  expect(await refusalOf(exportTo(second.program, { to: "370300", path: world.stick() }))).toBe("exchange-at-the-desk");
  const path = world.stick();
  await exportTo(city.program, { to: "370303", path });
  expect(await refusalOf(importFile(second.program, { path, dryRun: false }))).toBe("bundle-not-for-us");
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addTask, assign, edit, send, type TestOffice, testWorld, type TestWorld, titleAt } from "./testing.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let world: TestWorld;
let city: TestOffice;
let district: TestOffice;
let other: TestOffice;
let town: TestOffice;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
  other = await world.office("370302", city);
  town = await world.office("370303001", district);
});
afterEach(() => world.remove());

test("EX9, EX11: a task goes from the city through the district to the town, its report comes back, and all say the same", async () => {
  const task = addTask(city, "河道清理");
  assign(city, task, "370303");
  expect(await send(city, district, world.stick())).toMatchObject({ recordsNew: expect.any(Number) });
  expect(titleAt(district, task)).toBe("河道清理");
  assign(district, task, "370303001");
  await send(district, town, world.stick());
  expect(titleAt(town, task)).toBe("河道清理");
  edit(town, task, "step", { step: "progress", unit: "370303001", on: "2020-05-20", text: "过半", percent: 50 });
  const up = await send(town, district, world.stick());
  expect(up.notices.map(({ code }) => code)).toEqual(["digest-same"]);
  const top = await send(district, city, world.stick());
  expect(top.notices.map(({ code }) => code)).toEqual(["digest-same"]);
  const steps = city.program.store.db.prepare("SELECT count(*) FROM steps").pluck().get();
  expect(steps).toBe(3);
  expect(titleAt(other, task)).toBeUndefined();
});

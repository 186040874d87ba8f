import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { join } from "node:path";
import { initOffice } from "../system/office.ts";
import {
  addTask,
  assign,
  edit,
  introduce,
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

/** The same office with nothing of what it had: no data, no keys. */
const reinstalled = (code: string): TestOffice => {
  const office = world.open(code, join(world.folder, `office-${code}-anew`));
  initOffice(office.program.store, code);
  return office;
};

test("EX18a: an office that lost data and keys is enrolled again, and the next file sends it everything, its own work too", async () => {
  const task = addTask(city, "one");
  assign(city, task, "370303");
  await send(city, district, world.stick());
  edit(district, task, "step", { step: "progress", unit: "370303", percent: 40, text: "half", on: "2020-05-20" });
  await send(district, city, world.stick());
  // The city knows that all was confirmed: to the old computer.
  await send(city, district, world.stick());

  district.close();
  const anew = reinstalled("370303");
  await introduce(city, anew);
  const file = await write(city, anew, world.stick());
  await read(anew, file);
  expect(titleAt(anew, task)).toBe("one");
  const { store } = anew.program;
  expect(store.db.prepare("SELECT count(*) FROM steps").pluck().get()).toBe(2);
  await send(anew, city, world.stick());
  expect((await send(city, anew, world.stick())).notices).toMatchObject([{ code: "digest-same" }]);
});

test("EX18a: an office below hears by the roster that the one above was enrolled anew, and sends it everything", async () => {
  const town = await world.office("370303001", district);
  const task = addTask(district, "one");
  assign(district, task, "370303001");
  await send(district, town, world.stick());
  await send(town, district, world.stick());
  await send(district, town, world.stick());

  district.close();
  const anew = reinstalled("370303");
  await introduce(city, anew);
  await introduce(anew, town);
  await send(town, anew, world.stick());
  expect(titleAt(anew, task)).toBe("one");
});

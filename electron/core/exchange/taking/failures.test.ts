import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { refusalOf } from "../../testing/client.ts";
import { importFile, stage, take } from "../inbox/inbox.ts";
import { inbox } from "../inbox/items.ts";
import { lookAgain } from "../inbox/look-again.ts";
import {
  addTask,
  assign,
  dumpOf,
  read,
  send,
  type TestOffice,
  testWorld,
  type TestWorld,
  titleAt,
  write,
} from "../testing.ts";

// Processes of their own and full disks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

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

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => !/sqlite|writer|backups/.test(name));

test("EX23: killed in the middle of taking in, nothing has changed, and the next try works", async () => {
  const tasks = Array.from({ length: 60 }, (_, index) => given(`task ${index}`));
  const path = await write(city, district, world.stick());
  const before = dumpOf(district);
  district.close();
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed.ts"), district.folder, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<string>((resolve) => {
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("in the middle")) child.kill("SIGKILL");
    });
    child.on("exit", () => resolve(text));
  });
  expect(said).toContain("in the middle");
  expect(said).not.toContain("done");
  district.reopen();
  expect(dumpOf(district)).toBe(before);
  await read(district, path);
  expect(tasks.every((task) => titleAt(district, task) !== undefined)).toBe(true);
  expect((await send(district, city, world.stick())).notices.map(({ code }) => code)).toEqual(["digest-same"]);
});

test("EX23: on a full disk nothing has changed, wherever it fills up, and the next try works", async () => {
  const task = given("one");
  for (let index = 0; index < 200; index += 1) given(`task ${index} ${"x".repeat(200)}`);
  const path = await write(city, district, world.stick());
  const { db } = district.program.store;
  const pages = Number(db.pragma("page_count", { simple: true }));
  const before = dumpOf(district);
  const files = filesIn(district.folder);
  for (const room of [0, 5, 20, 60]) {
    db.pragma(`max_page_count = ${pages + room}`);
    expect(await refusalOf(importFile(district.program, { path, dryRun: false }))).toBe("disk-full");
    expect(dumpOf(district)).toBe(before);
    expect(filesIn(district.folder)).toEqual(files);
  }
  db.pragma("max_page_count = 1073741823");
  await read(district, path);
  expect(titleAt(district, task)).toBe("one");
});

test("EX23: after a failure memory is as it was, so that the next commit is sound", async () => {
  given("one");
  const path = await write(city, district, world.stick());
  const { store } = district.program;
  const { end } = store;
  store.db.exec("CREATE TEMP TRIGGER broken BEFORE INSERT ON main.bundles BEGIN SELECT RAISE(ABORT, 'broken'); END");
  await expect(importFile(district.program, { path, dryRun: false })).rejects.toThrow("broken");
  store.db.exec("DROP TRIGGER broken");
  expect(store.end).toEqual(end);
  addTask(district, "own");
  await read(district, path);
  expect((await send(district, city, world.stick())).notices.map(({ code }) => code)).toEqual(["digest-same"]);
});

test("EX23: a damaged file is refused and changes not one byte; whole again, it is taken", async () => {
  const task = given("one");
  const path = await write(city, district, world.stick());
  const bytes = readFileSync(path);
  const before = dumpOf(district);
  const bad = Buffer.from(bytes);
  bad[bad.length - 40] = (bad.at(-40) ?? 0) ^ 1;
  writeFileSync(path, bad);
  expect(await refusalOf(importFile(district.program, { path, dryRun: false }))).toBe("bundle-damaged");
  writeFileSync(path, bytes.subarray(0, -1));
  expect(await refusalOf(importFile(district.program, { path, dryRun: false }))).toBe("bundle-cut-off");
  expect(dumpOf(district)).toBe(before);
  writeFileSync(path, bytes);
  await read(district, path);
  expect(titleAt(district, task)).toBe("one");
});

test("EX22: a bundle too new to read stays in the inbox, with the version to install, and is looked at again", async () => {
  given("one");
  const path = await write(city, district, world.stick());
  const text = readFileSync(path).toString("latin1");
  const [first = "", envelope = ""] = text.split("\n", 2);
  const newer = envelope.replace(
    /"reader":\{"format":1,"program":"[^"]*"\}/,
    '"reader":{"format":9,"program":"9.9.9"}',
  );
  expect(newer).not.toBe(envelope);
  const rest = text.slice(first.length + envelope.length + 2);
  writeFileSync(path, Buffer.from(`${first}\n${newer}\n${rest}`, "latin1"));
  const [item] = await stage(district.program, [path]);
  expect(item).toMatchObject({ state: "too-new", error: { code: "bundle-too-new" } });
  expect(JSON.stringify(item?.error?.params)).toContain("9.9.9");
  await take(district.program, [item?.id ?? 0]);
  await lookAgain(district.program);
  expect(inbox(district.program)[0]).toMatchObject({ state: "too-new" });
});

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachmentPath, keepFile } from "../attachments/files.ts";
import { purgeRecord } from "../exchange/conflicts/purge.ts";
import { send, type TestOffice, testWorld, type TestWorld } from "../exchange/testing.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const secret = "zhangsan-370303199001011234";
let world: TestWorld;
let district: TestOffice;
let town: TestOffice;

beforeEach(async () => {
  world = testWorld();
  district = await world.office("370303");
  town = await world.office("370303001", district);
});
afterEach(() => world.remove());

/** Files of the data folder, however deep, in which the secret stands as it was typed. */
const holding = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(secret),
  );

const evidenceOf = async ({ folder, program: { store } }: TestOffice, path: string) => {
  const file = await keepFile(folder, path);
  store.db
    .prepare("INSERT OR IGNORE INTO attachments (hash, size, mime, name, at) VALUES (?, ?, ?, ?, ?)")
    .run(file.hash, file.size, file.mime, file.name, "2020-05-19");
  return file;
};

const issueWith = (store: TestOffice["program"]["store"], title: string, evidence: unknown[]): string => {
  const record = newId(store.env);
  const responsibility = { units: ["town"], codes: ["370303001"], leader: "", person: "", phone: "" };
  const step = { step: "evidence", unit: null, on: "2020-05-19", evidence };
  commit(store, {
    action: "issues.add",
    changes: [
      { record, kind: "issue", unit: "*", value: { title, responsibility } },
      { record, kind: "issue", unit: "step", value: { step: "hand-over", unit: null, on: "2020-05-19" } },
      { record, kind: "issue", unit: "step", value: step },
    ],
  });
  return record;
};

test("EX8: after a purge its content stands in no file of any data folder: not in tables, searches, evidence or copies", async () => {
  mkdirSync(join(world.folder, "photographs"));
  const path = join(world.folder, "photographs", `${secret}.txt`);
  writeFileSync(path, secret.repeat(40));
  const shared = join(world.folder, "photographs", "shared.txt");
  writeFileSync(shared, "of two issues");
  const both = [await evidenceOf(district, path), await evidenceOf(district, shared)];
  const purged = issueWith(district.program.store, `${secret} title`, both);
  const kept = issueWith(district.program.store, "another", both.slice(1));
  await send(district, town, world.stick());
  // So that a copy from before a file was taken in holds it too.
  issueWith(district.program.store, "a third", []);
  await send(district, town, world.stick());
  for (const { folder } of [district, town]) expect(holding(folder).length).toBeGreaterThan(1);
  expect(holding(join(town.folder, "backups"))).toHaveLength(1);

  purgeRecord(district.program, { record: purged, reason: "personal", confirmed: true });
  await send(district, town, world.stick());
  for (const { folder, program } of [district, town]) {
    expect(holding(folder)).toEqual([]);
    // What another record names stays.
    expect(readFileSync(attachmentPath(folder, both[1]?.hash ?? ""), "utf8")).toBe("of two issues");
    expect(program.store.db.prepare("SELECT count(*) FROM records WHERE id = ?").pluck().get(kept)).toBe(1);
  }
});

test("EX8: what could not be taken off the disk at once is at the next start", async () => {
  const path = join(world.folder, "one.txt");
  writeFileSync(path, secret);
  const file = await evidenceOf(district, path);
  const purged = issueWith(district.program.store, "title", [file]);
  const { store } = district.program;
  // As if the program ended between the commit and the sweep.
  const before = readFileSync(attachmentPath(district.folder, file.hash));
  purgeRecord(district.program, { record: purged, reason: "personal", confirmed: true });
  writeFileSync(attachmentPath(district.folder, file.hash), before);
  store.db.prepare("INSERT INTO meta (key, value) VALUES ('purged-files', ?)").run(JSON.stringify([file.hash]));
  district.reopen();
  expect(holding(district.folder)).toEqual([]);
});

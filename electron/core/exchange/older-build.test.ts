/** An older build between two current ones (EX22), with real files and a real process of the older one. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IntakeReport } from "#shared/exchange/report.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { expectSound } from "../store/testing-offices.ts";
import { addTask, assign, edit, read, send, type TestOffice, testWorld, type TestWorld, write } from "./testing.ts";

let world: TestWorld;
let city: TestOffice;
let district: TestOffice;
let town: TestOffice;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
  town = await world.office("370303001", district);
});
afterEach(() => world.remove());

const addIssue = ({ program: { store }, env }: TestOffice, title: string, category: string): string => {
  const record = newId(env);
  const responsibility = { units: [], leader: "", person: "", phone: "", codes: ["370303001"] };
  const value = { title, category, responsibility, limit: { text: "", kind: "unknown" } };
  commit(store, { action: "issues.add", changes: [{ record, kind: "issue", unit: "*", value }] });
  return record;
};

const issueAt = ({ program: { store } }: TestOffice, id: string): unknown =>
  store.db.prepare("SELECT title, category, measures FROM issues JOIN records USING (rid) WHERE id = ?").get(id);
const statesAt = ({ program: { store } }: TestOffice, unit: string): unknown[] =>
  store.db.prepare("SELECT state FROM changes WHERE unit = ?").pluck().all(unit);

interface Told {
  readonly report: IntakeReport;
  readonly seen: unknown;
}

/** The district's folder under the older build: takes in, edits, and writes for the town. */
const underOlderBuild = (path: string, issue: string, out: string): Told => {
  district.close();
  const script = join(import.meta.dirname, "older-build.ts");
  return JSON.parse(
    execFileSync(process.execPath, [script, district.folder, path, issue, town.code, out], { encoding: "utf8" }),
  ) as Told;
};

test("EX22: what an older build does not know it keeps and passes on, and it counts there after the upgrade", async () => {
  const edited = addIssue(city, "river", "");
  edit(city, edited, "category", "water", "issue");
  const begun = addIssue(city, "chimney", "air");
  const passedOn = world.stick();
  const { report, seen } = underOlderBuild(await write(city, district, world.stick()), edited, passedOn);
  expect(report.notices).toContainEqual({ code: "held-for-newer-version", params: { office: "370300", count: 1 } });
  expect(report.recordsNew).toBe(2);
  expect(seen).toEqual({ title: "river", category: "" });

  // The next office has the current program: nothing was lost on the way.
  await read(town, passedOn);
  const whole = { title: "river", category: "water", measures: "by the older build" };
  expect(issueAt(town, edited)).toEqual(whole);
  expect(issueAt(town, begun)).toMatchObject({ category: "air" });

  // The upgrade: the same folder, opened by the current program.
  district.reopen();
  expect(statesAt(district, "category")).toEqual([0]);
  expect(issueAt(district, edited)).toEqual(whole);
  expect(issueAt(district, begun)).toMatchObject({ category: "air" });
  const up = await send(district, city, world.stick());
  expect(up.notices.map(({ code }) => code)).toEqual(["digest-same"]);
  expect((await send(town, district, world.stick())).notices.map(({ code }) => code)).toEqual(["digest-same"]);
  expect(issueAt(city, edited)).toEqual(whole);
  for (const { program } of [city, district, town]) expectSound(program.store);
});

const termsAt = ({ program: { store } }: TestOffice, id: string): unknown =>
  store.db
    .prepare("SELECT title, campaign, period_here_text AS period FROM tasks JOIN records USING (rid) WHERE id = ?")
    .get(id);

test("EX22: steps and units of linkage tasks wait in an older build, which passes them on, and count after the upgrade", async () => {
  const issue = addIssue(city, "river", "");
  const task = addTask(city, "chimneys");
  assign(city, task, district.code);
  assign(district, await taken(task), town.code);
  const arranged = {
    step: "arrange",
    unit: district.code,
    on: "2020-05-19",
    period: { text: "6月底前", kind: "by", due: "2020-06-30" },
  };
  edit(city, task, "step", arranged);
  edit(city, task, "campaign", { id: null, name: "向污染宣战" });
  const passedOn = world.stick();
  const { report } = underOlderBuild(await write(city, district, world.stick()), issue, passedOn);
  expect(report.notices).toContainEqual({ code: "held-for-newer-version", params: { office: "370300", count: 2 } });
  expect(report.notices.map(({ code }) => code)).not.toContain("poisoned");

  await read(town, passedOn);
  expect(termsAt(town, task)).toMatchObject({ campaign: "向污染宣战", period: "6月底前" });
  district.reopen();
  expect(termsAt(district, task)).toEqual({ title: "chimneys", campaign: "向污染宣战", period: "6月底前" });
  for (const { program } of [city, district, town]) expectSound(program.store);
});

/** The district has the task, by the current program as yet. */
const taken = async (task: string): Promise<string> => {
  await send(city, district, world.stick());
  return task;
};

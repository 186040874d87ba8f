import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IssueStep } from "#shared/issues/record.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;
let env: ReturnType<typeof fixedEnv>;
const on = "2020-05-19";

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  program = testClient(folder.path, env);
});
afterEach(() => {
  program.close();
  folder.remove();
});

const add = async (entry: Partial<Parameters<typeof program.client.issues.add>[0]> = {}): Promise<string> => {
  const { ids } = await program.client.issues.add({ title: "河岸堆放垃圾", units: ["马尚街道办事处"], ...entry });
  return ids[0] ?? "";
};
const step = (id: string | string[], name: IssueStep["step"], more: object = {}, rest: object = {}) =>
  program.client.issues.step({ ids: [id].flat(), step: { step: name, on, ...more }, ...rest });
const get = (id: string) => program.client.issues.get({ id });
const file = (name: string, content: string): string => {
  mkdirSync(`${folder.path}/from`, { recursive: true });
  const path = `${folder.path}/from/${name}`;
  writeFileSync(path, content);
  return path;
};

test("登记 registered → 交办 handed over → 整改中 in progress → 待验收 awaiting verification → 已销号 closed, derived from steps", async () => {
  const id = await add();
  const states = [(await get(id)).state];
  await step(id, "hand-over");
  states.push((await get(id)).state);
  await step(id, "measures", { text: "清运并围挡" });
  states.push((await get(id)).state);
  await step(id, "report-done", { text: "已清运" });
  states.push((await get(id)).state);
  await step(id, "verify-passed", { satisfaction: "satisfied" }, { files: [file("现场.jpg", "photo")] });
  const closed = await get(id);
  expect([...states, closed.state]).toEqual(["registered", "handed-over", "in-progress", "awaiting", "closed"]);
  expect(closed).toMatchObject({ measures: "清运并围挡", progress: "已清运", doneOn: on, closedOn: on, light: "done" });
  expect(closed.allowed).toEqual(["reopen"]);
});

test("an issue is handed over to whom and until when in one commit, which one undo takes back", async () => {
  const id = await add({ units: [], limit: "" });
  expect(await refusalOf(step(id, "hand-over"))).toBe("issue-without-unit");
  const { version } = await step(id, "hand-over", {}, { handOver: { units: ["区水利局"], limit: "10月底前" } });
  expect(await get(id)).toMatchObject({ state: "handed-over", units: ["区水利局"], due: "2020-10-31" });
  await program.client.history.undo({ version });
  expect(await get(id)).toMatchObject({ state: "registered", units: [], due: null });
});

test("closing needs evidence (佐证材料) or says aloud that there is none", async () => {
  const id = await add();
  await step(id, "hand-over");
  await step(id, "report-done");
  expect(await refusalOf(step(id, "verify-passed"))).toBe("evidence-missing");
  await step(id, "verify-passed", { withoutEvidence: true });
  expect((await get(id)).state).toBe("closed");
});

test("evidence of a closed round does not close the next one", async () => {
  const id = await add();
  await step(id, "hand-over");
  await step(id, "evidence", {}, { files: [file("a.jpg", "a")] });
  await step(id, "report-done");
  await step(id, "verify-passed");
  await step(id, "reopen", { text: "反弹" }, { confirmed: true });
  await step(id, "report-done");
  expect(await refusalOf(step(id, "verify-passed"))).toBe("evidence-missing");
});

test("立行立改 only may be closed at once, with a note", async () => {
  const staged = await add({ type: "staged" });
  expect(await refusalOf(step(staged, "close-at-once", { text: "已清", withoutEvidence: true }))).toBe(
    "issue-step-refused",
  );
  const immediate = await add({ type: "immediate" });
  expect(await refusalOf(step(immediate, "close-at-once", { withoutEvidence: true }))).toBe("note-missing");
  await step(immediate, "close-at-once", { text: "当场清理", withoutEvidence: true });
  expect((await get(immediate)).state).toBe("closed");
});

test("closed is terminal: reopening asks for reason and confirmation and opens round 2; round 1 stays as it was", async () => {
  const id = await add({ type: "immediate" });
  await step(id, "close-at-once", { text: "当场清理" }, { files: [file("前.jpg", "before")] });
  expect(await refusalOf(step(id, "progress", { text: "又查" }))).toBe("issue-step-refused");
  expect(await refusalOf(step(id, "evidence", {}, { files: [file("后.jpg", "later")] }))).toBe("issue-step-refused");
  expect(await refusalOf(step(id, "reopen", {}, { confirmed: true }))).toBe("note-missing");
  expect(await refusalOf(step(id, "reopen", { text: "反弹" }))).toBe("reopen-unconfirmed");
  await step(id, "reopen", { text: "群众反映反弹" }, { confirmed: true });
  const issue = await get(id);
  expect(issue).toMatchObject({ state: "in-progress", round: 2, closedOn: null, doneOn: null });
  expect(issue.steps.map(({ data, round }) => [data.step, round])).toEqual([
    ["close-at-once", 1],
    ["reopen", 2],
  ]);
  expect(issue.files.map(({ name, round }) => [name, round])).toEqual([["前.jpg", 1]]);
});

test("withdraw with reason from any but closed, and the record stays visible with it (EX8)", async () => {
  const id = await add();
  expect(await refusalOf(step(id, "withdraw"))).toBe("note-missing");
  await step(id, "withdraw", { text: "重复登记" });
  expect(await get(id)).toMatchObject({ state: "withdrawn", withdrawnReason: "重复登记", light: "done", allowed: [] });
  const { rows } = await program.client.issues.list({});
  expect(rows.map((row) => row.state)).toEqual(["withdrawn"]);
});

test("a state is taken over by an import alone: nobody adopts one past evidence and verification", async () => {
  expect(await refusalOf(step(await add(), "adopt", { state: "closed" }))).toBe("issue-step-refused");
});

test("one step for many is refused as a whole when the rules refuse one", async () => {
  const [first, second] = [await add(), await add()];
  await step(first, "hand-over");
  expect(await refusalOf(step([second, first], "hand-over"))).toBe("issue-step-refused");
  expect((await get(second)).state).toBe("registered");
});

test("a refusal of many names all that stand in the way, and why", async () => {
  const [first, second, third] = [await add({ title: "甲" }), await add({ title: "乙" }), await add({ title: "丙" })];
  await step([first, third], "hand-over");
  const refusal = await step([first, second, third], "hand-over").catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: "issues-step-refused",
    params: { count: 2, total: 3, which: "1 甲；3 丙" },
  });
  expect((await get(second)).state).toBe("registered");
  await step(second, "hand-over");
  await step([first, second, third], "report-done");
  expect(await refusalOf(step([first, second, third], "verify-passed"))).toBe("issues-evidence-missing");
});

test("overdue is derived: the limit is past and completion was not reported by then; reported in time is shown as such", async () => {
  const id = await add({ limit: "5月25日前" });
  await step(id, "hand-over");
  expect(await get(id)).toMatchObject({ due: "2020-05-25", light: "on-track" });
  env.setNow("2020-05-26T09:00:00+08:00");
  expect(await get(id)).toMatchObject({ light: "overdue", lightReason: { code: "overdue", params: { days: 1 } } });
  await step(id, "report-done", { on: "2020-05-25" });
  expect(await get(id)).toMatchObject({ light: "on-track", lightReason: { code: "reported-in-time" } });
  const [row] = (await program.client.issues.list({})).rows;
  expect(row?.light).toBe("on-track");
});

test("EX4: what the responsible unit reports is written on behalf of it, and shown to have been", async () => {
  const id = await add();
  await step(id, "hand-over");
  await step(id, "receive");
  const issue = await get(id);
  expect(issue.onBehalfOf).toBe("马尚街道");
  expect(issue.steps.map(({ data, onBehalfOf, office }) => [data.step, onBehalfOf, office])).toEqual([
    ["hand-over", null, "张店区"],
    ["receive", "马尚街道", "张店区"],
  ]);
});

test("an issue is handed over to somebody: its unit, or the one that is named with the step", async () => {
  const id = await add({ units: [] });
  expect(await refusalOf(step(id, "hand-over"))).toBe("issue-without-unit");
  await step(id, "hand-over", { unit: "370303002" });
  expect((await get(id)).units).toEqual(["和平街道"]);
});

test("evidence of any type is kept once by its content, and a vanished or empty file is refused before anything is written", async () => {
  const [first, second] = [await add(), await add()];
  const path = file("说明.bin", "same content");
  await step(first, "evidence", {}, { files: [path, file("副本.bin", "same content")] });
  await step(second, "evidence", {}, { files: [path] });
  const hash = (await get(first)).files[0]?.hash ?? "";
  const { path: kept } = await program.client.issues.evidencePath({ hash });
  expect(existsSync(kept)).toBe(true);
  expect(program.store.db.prepare("SELECT count(*) FROM attachments").pluck().get()).toBe(1);
  expect(await refusalOf(step(first, "evidence", {}, { files: [`${folder.path}/gone.jpg`] }))).toBe("evidence-gone");
  expect(await refusalOf(step(first, "evidence", {}, { files: [file("empty.jpg", "")] }))).toBe("evidence-empty");
  expect(await refusalOf(step(first, "evidence", {}, { files: [folder.path] }))).toBe("evidence-not-readable");
  expect((await get(first)).steps).toHaveLength(1);
  rmSync(kept);
  expect((await get(first)).files.map(({ missing }) => missing)).toEqual([true, true]);
  expect(await refusalOf(program.client.issues.evidencePath({ hash }))).toBe("attachment-missing");
  expect(await refusalOf(program.client.issues.evidencePath({ hash: "../../etc/passwd" }))).toBe("attachment-missing");
});

test("a telephone number is masked in lists, details and history unless it is asked for", async () => {
  const id = await add({ phone: "13812345678" });
  const masked = await get(id);
  expect(masked.phone).toBe("138****5678");
  expect(JSON.stringify(masked)).not.toContain("13812345678");
  expect(JSON.stringify(await program.client.issues.list({}))).not.toContain("13812345678");
  expect((await program.client.issues.get({ id, reveal: true })).phone).toBe("13812345678");
});

test("a change of one field leaves all others as they were, one by one and in bulk", async () => {
  const id = await add({
    place: "马尚桥",
    source: "12345热线",
    limit: "6月底前",
    person: "小李",
    phone: "13812345678",
  });
  await program.client.issues.edit({ id, changes: { category: "大气" } });
  await program.client.issues.bulkEdit({ ids: [id], changes: { leader: "主任" } });
  expect(await program.client.issues.get({ id, reveal: true })).toMatchObject({
    place: "马尚桥",
    source: "12345热线",
    category: "大气",
    leader: "主任",
    person: "小李",
    phone: "13812345678",
    limit: { kind: "by", due: "2020-06-30" },
    units: ["马尚街道办事处"],
  });
  expect(await refusalOf(program.client.issues.edit({ id, changes: { category: "大气" } }))).toBe("nothing-to-do");
});

test("the same change to many is one commit and one undo", async () => {
  const ids = [await add(), await add(), await add()];
  const { version } = await program.client.issues.bulkEdit({ ids, changes: { source: "专题调研", type: "staged" } });
  expect((await program.client.issues.list({})).rows.map(({ source }) => source)).toEqual(Array(3).fill("专题调研"));
  await program.client.history.undo({ version });
  expect((await program.client.issues.list({})).rows.map(({ source, type }) => [source, type])).toEqual(
    ids.map(() => ["", null]),
  );
});

test("an issue without a number gets the next one of the ledger", async () => {
  await add({ no: "41" });
  await add({ no: "三-7" });
  await add();
  expect((await program.client.issues.list({})).rows.map(({ no }) => no)).toEqual(["41", "三-7", "42"]);
});

test("values entered before are suggested, most frequent first, also by pinyin and initials", async () => {
  for (const place of ["柳泉路", "华光路", "柳泉路"]) await add({ place });
  const suggest = (q: string) => program.client.issues.suggestions({ field: "place", q });
  expect(await suggest("")).toEqual(["柳泉路", "华光路"]);
  expect(await suggest("hgl")).toEqual(["华光路"]);
  expect(await program.client.issues.suggestions({ field: "units" })).toEqual(["马尚街道"]);
});

test("a record whose creation was undone is in no list and is not found", async () => {
  const { ids, version } = await program.client.issues.add({ title: "误登" });
  await program.client.history.undo({ version });
  expect((await program.client.issues.list({})).rows).toEqual([]);
  expect(await refusalOf(get(ids[0] ?? ""))).toBe("not-found");
});

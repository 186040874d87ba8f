import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

// Each command is a process of its own, as a script would start it.
vi.setConfig({ testTimeout: 240_000 });

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

interface Told extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly version: string;
  readonly parts: readonly string[];
  readonly units: readonly string[];
  readonly rows: readonly { readonly id: string; readonly no: string; readonly title: string }[];
  readonly assignments: readonly { readonly unit: string; readonly state: string; readonly due: string | null }[];
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

const inFolder = (name: string) => officeIn<Told>(folder.path, name);

test("a district's work without a window: broken down, handed to towns by group, reported, summarised, extended, undone", async () => {
  const { json, run } = inFolder("district");
  await json("init", "--unit", "370303");
  const added = await json(
    "tasks",
    "add",
    "--no",
    "3",
    "--title",
    "清理河道",
    "--period",
    "2099年6月30日前",
    "--campaign",
    "向污染宣战",
    "--lead",
    "张店区",
  );
  const { id } = added.json;
  expect((await json("tasks", "edit", id, "--period", "2099-06-30至2099-06-01")).json.error.code).toBe(
    "period-backwards",
  );
  await json("tasks", "edit", id, "--measures", "逐河排查", "--support", "370303001、370303002");
  expect((await json("tasks", "show", id)).json).toMatchObject({
    no: "3",
    measures: "逐河排查",
    campaign: "向污染宣战",
    lead: ["张店区"],
    support: [expect.any(String), expect.any(String)],
  });
  expect((await json("tasks", "list", "--campaign", "向污染宣战")).json["count"]).toBe(1);
  expect((await json("tasks", "list", "--campaign", "别的")).json["count"]).toBe(0);

  const towns = (await json("units", "resolve", "各镇（街道）", "张店区", "某公司")).json.rows as unknown as {
    is: string;
    units: { code: string }[];
  }[];
  expect(towns.map(({ is }) => is)).toEqual(["group", "unit", "unknown"]);
  const broken = await json(
    "tasks",
    "breakdown",
    id,
    "--part",
    "排查排污口|2099年5月底前|各镇（街道）",
    "--part",
    "建立台账||370303001",
  );
  expect(broken.json.parts).toHaveLength(2);
  const [first = "", second = ""] = broken.json.parts;
  expect(broken.err).toContain("各镇（街道）");
  expect((await json("tasks", "show", first)).json.assignments).toHaveLength(towns[0]?.units.length ?? 0);
  expect((await json("tasks", "show", second)).json).toMatchObject({ no: "3-2", parent: id });
  expect((await json("tasks", "part", id, "--of", second)).json.error.code).toBe("breakdown-loops");
  await json("tasks", "part", second, "--of", "none");
  await json("tasks", "withdraw", first, "--text", "并入日常巡查");

  const [one, two] = ["370303001", "370303002"] as const;
  const assigned = await json(
    "tasks",
    "assign",
    id,
    "--to",
    one,
    two,
    "--period",
    "2099年6月1日前",
    "--contact",
    "张某",
  );
  expect(assigned.json.units).toEqual([one, two]);
  expect((await json("tasks", "arrange", id, "--contact", "李某")).code).toBe(2);
  expect((await json("tasks", "receive", id, "--unit", one)).json).toMatchObject({ unit: one, step: "receive" });
  expect((await json("tasks", "return", id, "--unit", two)).json.error.code).toBe("note-missing");
  await json("tasks", "return", id, "--unit", two, "--text", "不属本街道");
  await json("tasks", "assign", id, "--to", two);
  const photo = join(folder.path, "现场.jpg");
  writeFileSync(photo, "照片");
  await json(
    "tasks",
    "report",
    id,
    "--unit",
    one,
    "--percent",
    "60",
    "--text",
    "清运过半",
    "--next",
    "覆土",
    "--difficulty",
    "缺车辆",
    "--evidence",
    photo,
  );
  await json("tasks", "report", id, "--unit", two, "--nothing");
  const summary = await run("tasks", "summary", id);
  expect(summary.out).toContain("清运过半，困难：缺车辆，下一步：覆土");
  expect((await json("tasks", "summary", id, "--send")).json).toMatchObject({ percent: 30, silent: [] });

  const asked = await json(
    "tasks",
    "extend",
    "ask",
    id,
    "--unit",
    one,
    "--text",
    "汛期",
    "--period",
    "2099年6月20日前",
  );
  expect(asked.json).toMatchObject({ step: "ask-extension" });
  await json("tasks", "extend", "grant", id);
  await json("tasks", "arrange", id, "--unit", two, "--contact", "李某");
  const shown = (await json("tasks", "show", id)).json;
  expect(shown).toMatchObject({
    percent: 30,
    assignments: [
      { unit: one, due: "2099-06-20", percent: 60 },
      { unit: two, due: "2099-06-01", contact: "李某" },
    ],
  });
  const { out } = await run("tasks", "show", id);
  for (const words of ["李某", "2099-06-20", "排查排污口", "[现场.jpg]", "向污染宣战"]) expect(out).toContain(words);
  expect(out).not.toMatch(/tasks\.|cli\.|原定/u);
  await json("tasks", "extend", "ask", id, "--unit", two, "--text", "汛期", "--period", "2099年6月20日前");
  expect((await json("tasks", "extend", "refuse", id, "--text", "理由不充分")).json).toMatchObject({ unit: two });

  await json("tasks", "report", id, "--unit", one, "--done", "--text", "完成");
  expect((await json("tasks", "refuse", id, "--text", "材料不全")).json).toMatchObject({ unit: one });
  await json("tasks", "report", id, "--unit", one, "--done");
  expect((await json("tasks", "confirm", id)).json).toMatchObject({ unit: one, step: "confirm" });
  await json("tasks", "withdraw", id, "--unit", two, "--text", "改派");
  expect((await json("tasks", "show", id)).json.assignments.map(({ state }) => state)).toEqual(["done", "withdrawn"]);

  const back = await json("undo");
  expect(back.json).toMatchObject({ action: "tasks.step", records: 1 });
  expect((await json("tasks", "show", id)).json.assignments[1]?.state).toBe("in-progress");
  expect((await json("undo", added.json.version)).json.error.code).toBe("worked-on-since");
  await json("tasks", "withdraw", id, "--text", "市里已撤销");
  expect((await json("tasks", "report", id, "--unit", one, "--text", "又做")).json.error.code).toBe("task-withdrawn");
});

test("villages of a town from a list, and the town writes for them; parts from a file", async () => {
  const { json } = inFolder("town");
  await json("init", "--unit", "370303105");
  const names = join(folder.path, "村居.txt");
  writeFileSync(names, "村居名单\n1、东张村\n2、西张村\n3、华润社区\n");
  const added = (await json("units", "villages", "370303105", "--file", names, "--names", "东张村")).json;
  expect(added).toMatchObject({ under: "370303105", count: 3, passed: ["东张村"] });
  expect((await json("units", "villages", "370303105", "--names", "东张村")).json.error.code).toBe("names-all-there");
  const { id } = (await json("tasks", "add", "--title", "人居环境整治")).json;
  expect((await json("tasks", "assign", id, "--to", "各村（社区）")).json.units).toEqual([
    "370303105-V01",
    "370303105-V02",
    "370303105-V03",
  ]);
  await json("tasks", "report", id, "--unit", "东张村", "--percent", "50", "--text", "清理完毕");
  expect((await json("tasks", "show", id)).json.assignments[0]).toMatchObject({ percent: 50, state: "in-progress" });
  const parts = join(folder.path, "分解.json");
  writeFileSync(
    parts,
    JSON.stringify({
      parts: [
        { title: "清理", units: ["西张村"] },
        { title: "回头看", no: "2" },
      ],
    }),
  );
  expect((await json("tasks", "breakdown", id, "--file", parts)).json.parts).toHaveLength(2);
  writeFileSync(parts, "{");
  expect(await json("tasks", "breakdown", id, "--file", parts)).toMatchObject({ code: 2 });
  expect(await json("tasks", "breakdown", id, "--file", join(folder.path, "没有.json"))).toMatchObject({ code: 1 });
  expect((await json("tasks", "assign", id, "--to", "各相关单位")).json.error.code).toBe("group-empty-here");
});

test("wrong usage says what is missing, and the usage of every command has words in both languages", async () => {
  const { json, run } = inFolder("usage-of-tasks");
  await json("init", "--unit", "370303");
  for (const wrong of [
    ["tasks", "add"],
    ["tasks", "edit", "x"],
    ["tasks", "assign", "x"],
    ["tasks", "breakdown", "x"],
    ["tasks", "breakdown", "x", "--part", "|5月底前"],
    ["tasks", "part", "x"],
    ["tasks", "report", "x"],
    ["tasks", "withdraw", "x"],
    ["units", "villages", "370303001"],
  ]) {
    expect([wrong, (await json(...wrong)).code]).toEqual([wrong, 2]);
  }
  for (const language of ["zh-CN", "en"]) {
    const { out } = await run("--help", "--lang", language);
    expect(out).not.toContain("cli.usage");
    expect(out).toContain("tasks extend ask ID");
  }
  expect((await json("undo", "0".repeat(32) + ":9")).code).toBe(1);
});

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openProgram } from "#core/program.ts";
import { openWorkbook } from "#core/sheets/open.ts";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn, runner } from "./testing.ts";

const root = join(import.meta.dirname, "../..");
const fixtures = { tasks: join(root, "shared/tasks/fixtures"), issues: join(root, "shared/issues/fixtures") };

// Each command is a process of its own, as a script would start it.
vi.setConfig({ testTimeout: 240_000 });

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

/** What the tests look at in a command's JSON. */
interface Told extends Readonly<Record<string, unknown>> {
  readonly rows: readonly { readonly id: string; readonly no: string }[];
  readonly digests: Readonly<Record<string, string>>;
  readonly error: { readonly message: string; readonly hint: string };
}

const run = (...args: string[]) => runner(folder.path)(...args);
const inFolder = (name: string) => officeIn<Told>(folder.path, name);

/** What `expected` names must stand in `told`; null means null or absent ('Reading an expected.json'). */
const holds = (told: unknown, expected: unknown): void => {
  if (expected === null) expect(told ?? null).toBeNull();
  else if (Array.isArray(expected)) {
    expect(told).toHaveLength(expected.length);
    for (const [index, value] of expected.entries()) holds((told as unknown[])[index], value);
  } else if (typeof expected === "object") {
    for (const [key, value] of Object.entries(expected))
      holds((told as Record<string, unknown> | undefined)?.[key], value);
  } else expect(told).toBe(expected);
};

test("a dry run prints the reading as expected.json has it, without any data folder", async () => {
  for (const [capability, at, name] of [
    ["tasks", fixtures.tasks, "02-配档表-合并单元格"],
    ["issues", fixtures.issues, "06-GB18030-是否完成"],
  ] as const) {
    const file = readdirSync(at).find((entry) => entry.startsWith(`${name}.`) && !entry.endsWith(".json")) ?? "";
    const expected = JSON.parse(readFileSync(join(at, `${name}.expected.json`), "utf8")) as Record<string, unknown>;
    const year = expected["year"] === null ? [] : ["--year", JSON.stringify(expected["year"])];
    const nowhere = join(folder.path, "nowhere");
    const { code, out } = await run(
      capability,
      "import",
      join(at, file),
      "--dry-run",
      "--json",
      "--data",
      nowhere,
      ...year,
    );
    expect(code).toBe(0);
    const told = JSON.parse(out) as {
      count: number;
      rows: unknown[];
      problems: { row: number; field: string; message: string }[];
    };
    holds(told.count, expected["count"]);
    holds(told.rows, expected["rows"]);
    for (const problem of expected["problems"] as { row: number; field: string }[]) {
      expect(told.problems).toContainEqual(expect.objectContaining(problem));
    }
    for (const { message } of told.problems) expect(message).toMatch(/[。？]$/);
    expect(existsSync(nowhere)).toBe(false);
  }
});

test("the main job without a window: begin, import a list, keep the ledger, export it, read the file back", async () => {
  const { json, data } = inFolder("main-job");
  expect(await json("init", "--unit", "370303")).toMatchObject({ code: 0, json: { unit: "370303", tier: "district" } });
  expect((await json("units", "--under", "370303")).json["count"]).toBeGreaterThan(10);

  const list = join(fixtures.tasks, "02-配档表-合并单元格.xlsx");
  expect((await json("tasks", "import", list, "--year", "2020")).json).toMatchObject({ added: 8, year: 2020 });
  const tasks = (await json("tasks", "list", "--sort", "due")).json;
  expect(tasks["count"]).toBe(8);
  const task = tasks.rows[0]?.id ?? "";
  expect((await json("tasks", "assign", task, "--to", "370303001")).code).toBe(0);
  expect((await json("tasks", "report", task, "--percent", "40", "--text", "已部署")).code).toBe(0);
  const shown = (await json("tasks", "show", task)).json;
  expect(shown).toMatchObject({ id: task, state: "in-progress", percent: 40 });
  for (const key of ["reports", "steps", "history"]) expect(shown[key]).not.toHaveLength(0);

  const added = await json(
    "issues",
    "add",
    "--title",
    "孝妇河东岸堆放垃圾",
    "--unit",
    "370303001",
    "--limit",
    "10月底前",
    "--type",
    "分阶段整改",
  );
  const issue = String(added.json["id"]);
  const photo = join(folder.path, "整改后.jpg");
  writeFileSync(photo, Buffer.from("ffd8ffe000104a46494600", "hex"));
  expect(await json("issues", "move", issue, "--to", "closed", "--evidence", photo)).toMatchObject({
    code: 1,
    json: { error: { code: "issue-no-way", params: { from: "registered", next: "handed-over, withdrawn" } } },
  });
  for (const state of ["handed-over", "in-progress", "awaiting"]) {
    expect((await json("issues", "move", issue, "--to", state)).json).toMatchObject({ state });
    expect(await json("issues", "move", issue, "--to", state)).toMatchObject({
      json: { error: { code: "issue-stands-there" } },
    });
    if (state !== "in-progress") continue;
    const reported = await json("issues", "move", issue, "--to", state, "--note", "已清运一半", "--percent", "50");
    expect(reported.json).toMatchObject({ state, step: "progress" });
  }
  expect(await json("issues", "move", issue, "--to", "closed", "--note", "完成")).toMatchObject({
    code: 1,
    json: { error: { code: "evidence-missing" } },
  });
  const closed = await json("issues", "move", issue, "--to", "closed", "--note", "完成", "--evidence", photo);
  expect(closed.json).toMatchObject({ state: "closed", round: 1 });
  expect((await json("issues", "show", issue)).json).toMatchObject({ type: "staged", files: [{ name: "整改后.jpg" }] });
  expect((await json("issues", "move", issue, "--to", "reopen", "--note", "反弹")).json).toMatchObject({
    state: "in-progress",
    round: 2,
  });

  const form = join(folder.path, "任务.xlsx");
  expect((await json("tasks", "export", form)).json).toMatchObject({ rows: 8 });
  const headings = openWorkbook(readFileSync(form), "任务.xlsx").sheets[0]?.rows[2]?.cells.map(({ text }) => text);
  expect(headings).toEqual(expect.arrayContaining(["牵头单位", "责任单位", "配合单位", "完成时限", "备注"]));

  const ledger = join(fixtures.issues, "01-单行表头.xlsx");
  expect((await json("issues", "import", ledger, "--year", "2020")).json).toMatchObject({ added: 15 });
  const path = join(folder.path, "整改台账.xlsx");
  const exported = await json("issues", "export", path, "--status", "closed,awaiting");
  const count = (await json("issues", "list", "--status", "closed,awaiting")).json["count"];
  expect(exported.json).toMatchObject({ path, rows: count });
  const sheet = openWorkbook(readFileSync(path), "整改台账.xlsx").sheets[0];
  expect(sheet?.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toContain("孝妇河东岸堆放生活垃圾");

  const { rows } = (await json("imports")).json;
  expect(rows).toHaveLength(2);
  expect((await json("imports", "undo", rows[0]?.id ?? "")).code).toBe(0);
  expect((await json("issues", "list")).json["count"]).toBe(1);
  expect(await json("verify")).toMatchObject({ code: 0, json: { ok: true, problems: [] } });
  expect(existsSync(join(data, "liandong.sqlite"))).toBe(true);
});

test("a backup is restored into another folder with all it held, and over an office only by force, which moves it aside", async () => {
  const from = inFolder("backed-up");
  await from.json("init", "--unit", "370303");
  await from.json("tasks", "import", join(fixtures.tasks, "01-简单表头.xlsx"), "--year", "2020");
  const file = join(folder.path, "backup.zip");
  expect((await from.json("backup", "create", file)).json).toMatchObject({ path: file });
  const to = inFolder("restored");
  expect((await to.json("backup", "restore", file)).code).toBe(0);
  const [before, after] = [(await from.json("verify")).json, (await to.json("verify")).json];
  expect(after).toMatchObject({
    ok: true,
    digests: { tasks: before["digests"]["tasks"], log: before["digests"]["log"] },
  });
  expect((await to.json("whoami")).json["epoch"]).not.toBe((await from.json("whoami")).json["epoch"]);

  expect(await to.json("backup", "restore", file)).toMatchObject({
    code: 1,
    json: { error: { code: "restore-over-office" } },
  });
  const forced = (await to.json("backup", "restore", file, "--force")).json;
  expect(readdirSync(String(forced["movedAside"]))).toContain("liandong.sqlite");

  const damaged = join(folder.path, "damaged.zip");
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
  writeFileSync(damaged, bytes);
  const nowhere = inFolder("never");
  expect((await nowhere.json("backup", "restore", damaged)).json).toMatchObject({ error: { code: "backup-damaged" } });
  expect(readdirSync(folder.path).filter((name) => name.startsWith("never"))).toEqual([]);
});

test("while a window has the folder open, commands that read work beside it, and those that write say who has it", async () => {
  const { data, json } = inFolder("held");
  await json("init", "--unit", "370303");
  const program = openProgram({ folder: data, workerUrl: new URL("file:///none"), version: "0.0.0", who: "window" });
  try {
    for (const command of [
      ["whoami"],
      ["units"],
      ["tasks", "list"],
      ["verify"],
      ["backup", "create", join(folder.path, "b.zip")],
    ]) {
      expect([command[0], (await json(...command)).code]).toEqual([command[0], 0]);
    }
    const refused = await json("issues", "add", "--title", "某问题");
    expect(refused).toMatchObject({ code: 1, json: { error: { code: "data-folder-held" } } });
    expect(refused.out).toContain("window");
  } finally {
    program.close();
  }
});

test("exit 1 when refused, 2 for wrong usage, and with --json one document on standard output", async () => {
  const { json, run: plain } = inFolder("usage");
  expect(await json("tasks", "list")).toMatchObject({ code: 1, json: { error: { code: "not-begun" } } });
  expect(await json("init", "--unit", "999999")).toMatchObject({
    code: 1,
    json: { error: { code: "division-unknown" } },
  });
  expect(existsSync(join(folder.path, "usage"))).toBe(false);
  for (const wrong of [
    ["tasks", "dance"],
    ["tasks", "list", "--colour", "red"],
    ["tasks", "show"],
    ["init"],
    ["call", "tasks.list", "{"],
  ]) {
    expect([wrong, (await json(...wrong)).code]).toEqual([wrong, 2]);
  }
  expect((await plain("--help")).out).toContain("tasks import FILE");
  const english = await plain("--lang", "en", "tasks", "list");
  expect(english).toMatchObject({ code: 1, out: "" });
  expect(english.err).toMatch(/^This data folder has not been begun/);
});

test("call reaches any procedure of the contract, and names them with their schemas", async () => {
  const { json } = inFolder("call");
  await json("init", "--unit", "370303001");
  const { procedures } = (await json("call", "--list")).json as unknown as {
    procedures: { name: string; input: unknown }[];
  };
  expect(procedures.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["tasks.list", "imports.confirm", "system.verify"]),
  );
  expect(procedures.find(({ name }) => name === "units.add")?.input).toMatchObject({
    type: "object",
    required: ["name", "under"],
  });
  const units = (await json("call", "units.list", '{"q":"mashang"}')).json;
  expect(Array.isArray(units)).toBe(true);
  expect((await json("call", "units.list", '{"q":5}')).json).toMatchObject({ error: { code: "invalid-input" } });
});

test("bad files are refused with a sentence, and leave the data folder as it was", async () => {
  const { json } = inFolder("bad");
  await json("init", "--unit", "370303");
  const bad = join(folder.path, "bad-files");
  mkdirSync(bad, { recursive: true });
  writeFileSync(join(bad, "empty.xlsx"), "");
  writeFileSync(join(bad, "picture.xlsx"), Buffer.from("ffd8ffe000104a46494600", "hex"));
  copyFileSync(join(fixtures.tasks, "01-简单表头.xlsx"), join(bad, "whole.xlsx"));
  writeFileSync(join(bad, "truncated.xlsx"), readFileSync(join(bad, "whole.xlsx")).subarray(0, 3000));
  rmSync(join(bad, "whole.xlsx"));
  const before = (await json("whoami")).json["commits"];
  for (const name of readdirSync(bad)) {
    const { code, json: told } = await json("tasks", "import", join(bad, name), "--year", "2020");
    expect([name, code]).toEqual([name, 1]);
    const { message, hint } = told.error;
    expect(message + hint).not.toContain("errors.");
  }
  expect((await json("whoami")).json["commits"]).toBe(before);
});

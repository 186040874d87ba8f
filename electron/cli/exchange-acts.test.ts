import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { refusalOf } from "#core/testing/client.ts";
import { temporaryFolder } from "#core/store/testing.ts";
import { word } from "#shared/translations/index.ts";
import { commonOptions, readArguments } from "./arguments.ts";
import { commands } from "./commands/index.ts";
import { openSession } from "./session.ts";
import { commandTyped } from "./usage.ts";

// The commands themselves, without a process for each: what a process adds is tried by the other tests of exchange.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Told extends Readonly<Record<string, unknown>> {
  readonly rows: readonly { readonly version: string; readonly title: string; readonly records: { title: string }[] }[];
  readonly written: readonly { readonly to: string; readonly path: string }[];
  readonly ids: readonly string[];
}

let folder: ReturnType<typeof temporaryFolder>;
const on = (name: string): string => join(folder.path, name);

/** What a command answers as JSON, on the data folder of this name. */
const at =
  (name: string) =>
  async (...args: readonly string[]): Promise<Told> => {
    const everyOption = Object.assign({}, commonOptions, ...commands.map(({ options }) => options));
    const command = commandTyped(commands, readArguments(args, everyOption).words);
    if (!command) throw new Error(`no command ${args.join(" ")}`);
    const typed = readArguments(args, { ...commonOptions, ...command.options });
    const work = await command.load();
    const session = openSession(on(name), new AbortController().signal);
    try {
      const answer = await work({
        words: typed.words.slice(command.name.split(" ").length),
        typed,
        session,
        language: "zh-CN",
        say: (key, params) => word("zh-CN", `cli.${key}`, params),
        remark: () => undefined,
      });
      expect(answer.text).not.toContain("cli.");
      return answer.json as Told;
    } finally {
      session.close();
    }
  };

const [city, district, second] = [at("city"), at("district"), at("second")];
type Office = typeof city;
const introduce = async (above: Office, below: Office, name: string): Promise<void> => {
  await below("exchange", "card", on(`${name}-card.ldx`));
  await above("exchange", "enrol", on(`${name}-card.ldx`), on(`${name}-roster.ldx`));
  await below("exchange", "trust", on(`${name}-roster.ldx`));
};
const call = (office: Office, name: string, input: unknown) => office("call", name, JSON.stringify(input));
const addTask = async (office: Office, title: string): Promise<string> =>
  (await call(office, "tasks.add", { title })).ids[0] ?? "";
const titles = async (office: Office) => (await office("tasks", "list")).rows.map(({ title }) => title).toSorted();

beforeAll(async () => {
  folder = temporaryFolder();
  await city("init", "--unit", "370300");
  await district("init", "--unit", "370303");
  await introduce(city, district, "district");
});
afterAll(() => folder.remove());

test("EX8: purge asks to be confirmed, and blanks only the parts that are named; it has no way back", async () => {
  const id = (await call(city, "tasks.add", { title: "巡查", note: "身份证号" })).ids[0] ?? "";
  const order = ["exchange", "purge", id, "--reason", "个人信息", "--part", "note"];
  expect(await refusalOf(city(...order))).toBe("purge-unconfirmed");
  const { version } = await city(...order, "--confirmed");
  expect(await city("tasks", "show", id)).toMatchObject({ title: "巡查", note: "" });
  expect(await refusalOf(call(city, "history.undo", { version }))).toBe("not-undoable");
});

test("EX8a: join puts a task entered twice together, and parts it again", async () => {
  const [one, twice] = [await addTask(city, "甲"), await addTask(city, "甲（重复）")];
  await city("exchange", "join", twice, one);
  expect(await titles(city)).not.toContain("甲（重复）");
  await city("exchange", "join", twice, "--part");
  expect(await titles(city)).toContain("甲（重复）");
});

test("EX18a: recovery tells a new code, and the one before is worth nothing", async () => {
  const [before, next] = [await city("exchange", "recovery"), await city("exchange", "recovery")];
  expect(next["recoveryCode"]).toMatch(/^[0-9A-Z-]{20,}$/u);
  expect(next["recoveryCode"]).not.toBe(before["recoveryCode"]);
});

test("EX11, EX17: export --all writes to each office what is due; of a computer revoked since, what was taken is reviewed", async () => {
  const id = await addTask(city, "给区里的任务");
  await city("tasks", "assign", id, "--to", "370303");
  mkdirSync(on("stick"));
  const { written } = await city("exchange", "export", "--all", on("stick"));
  expect(written.map(({ to }) => to)).toEqual(["370303"]);
  expect(readdirSync(on("stick"))).toHaveLength(1);
  await district("exchange", "import", written[0]?.path ?? "");
  expect(await titles(district)).toEqual(["给区里的任务"]);

  await district("tasks", "report", id, "--unit", "370303", "--percent", "40", "--text", "已部署");
  await district("exchange", "export", "--to", "370300", on("up.ldx"));
  await city("exchange", "import", on("up.ldx"));
  const device = String((await district("whoami"))["device"]);
  expect(await city("exchange", "review")).toMatchObject({ count: 0 });
  await city("exchange", "revoke", device, "--office", "370303", "--last", `${"0".repeat(16)}:0`);
  const { rows } = await city("exchange", "review");
  const reported = rows.find(({ records }) => records.some(({ title }) => title === "给区里的任务"))?.version ?? "";
  expect(await city("tasks", "show", id)).toMatchObject({ percent: 40 });
  await city("exchange", "review", reported, "--withdraw");
  expect(JSON.stringify(await city("tasks", "show", id))).not.toContain("已部署");
  expect((await city("exchange", "review")).rows.map(({ version }) => version)).not.toContain(reported);
});

test("EX21: desk hands the exchange desk to another computer of the office", async () => {
  await second("init", "--unit", "370300");
  await introduce(city, second, "second");
  const device = String((await second("whoami"))["device"]);
  expect(await city("exchange", "desk", device)).toMatchObject({ device });
  expect(await refusalOf(city("exchange", "desk", device))).toBe("not-the-desk");
  expect(await refusalOf(city("exchange", "export", "--to", "370303", on("never.ldx")))).toBe("exchange-at-the-desk");
});

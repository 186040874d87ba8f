import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

// Each command is a process of its own, as a script would start it.
vi.setConfig({ testTimeout: 120_000 });

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

interface Told extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly rows: readonly {
    readonly name: string;
    readonly title: string;
    readonly after: { readonly text: string };
  }[];
}

test("campaigns, templates and reminders on the command line: a list kept, previewed and started for another year", async () => {
  const { json, run } = officeIn<Told>(folder.path, "office");
  await run("init", "--unit", "370303");
  const campaign = await json("campaigns", "add", "向污染宣战", "--every", "month", "--year", "2020");
  expect(campaign.code).toBe(0);
  await run("tasks", "add", "--title", "排查河道", "--period", "2020年6月30日前", "--campaign", "向污染宣战");
  const changed = await json("campaigns", "edit", campaign.json.id, "--name", "碧水保卫战", "--every", "none");
  expect(changed.json).toMatchObject({ tasks: 1 });
  expect((await json("campaigns", "list")).json.rows).toMatchObject([
    { name: "碧水保卫战", every: null, tasks: 1, overdue: 1 },
  ]);
  const told = await json("reminders", "--lines", "1");
  expect(told.json).toMatchObject({
    lists: [{ list: "overdue", count: 1, first: [{ title: "排查河道" }] }, {}, {}, {}, {}],
  });

  const saved = await json("templates", "save", "2020年清单", "--campaign", "碧水保卫战");
  expect(saved.json).toMatchObject({ tasks: 1, year: 2020 });
  const preview = await json("templates", "preview", saved.json.id, "--year", "2031");
  expect(preview.json.rows.map(({ title, after }) => [title, after.text])).toEqual([["排查河道", "2031年6月30日前"]]);
  expect((await run("templates", "start", saved.json.id, "--year", "2031")).code).toBe(0);
  const started = await json("tasks", "list", "--campaign", "2031年清单");
  expect(started.json).toMatchObject({ count: 1, rows: [{ title: "排查河道", due: "2031-06-30" }] });
  expect((await run("templates", "preview", saved.json.id)).code).toBe(2);
  const gone = await json("templates", "withdraw", saved.json.id, "--text", "不用了");
  expect(gone.code).toBe(0);
  expect((await json("templates", "start", saved.json.id, "--year", "2032")).code).toBe(1);
});

/** `dispatch …` as a script uses it: a meeting is called, its agenda read, decisions taken, minutes written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

interface Told {
  readonly id: string;
  readonly ids: readonly string[];
  readonly count: number;
  readonly rows: readonly { readonly id: string; readonly urgings: number; readonly withdrawn: boolean }[];
  readonly agenda: readonly { readonly task: string; readonly title: string; readonly reasons: readonly string[] }[];
  readonly steps: readonly { readonly madeTitle: string | null; readonly data: { readonly step: string } }[];
  readonly path: string;
  readonly error: { readonly code: string };
}

test("a meeting on the command line, from the agenda to the minutes", { timeout: 240_000 }, async () => {
  const folder = temporaryFolder();
  const { run, json } = officeIn<Told>(folder.path, "office");
  await run("init", "--unit", "370303");
  const task = (await json("call", "tasks.add", '{"title":"河道清淤","period":"2026年1月底前"}')).json.ids[0] ?? "";
  await run("tasks", "assign", task, "--to", "370303001");

  const { id } = (await json("dispatch", "new", "--month", "2026-01", "--on", "2030-02-05", "--chair", "王主任")).json;
  const { agenda } = (await json("dispatch", "show", id)).json;
  expect(agenda.map(({ title, reasons }) => [title, reasons])).toEqual([["河道清淤", ["late", "due"]]]);

  await run("dispatch", "note", id, "--task", task, "--text", "资金未到位");
  await run("dispatch", "decide", id, "--text", "3月再议");
  expect((await json("dispatch", "urge", id, "--task", task)).json.ids).toHaveLength(1);
  await run(
    "dispatch",
    "task",
    id,
    "--task",
    task,
    "--title",
    "补充勘察",
    "--to",
    "370303001",
    "--period",
    "2030年3月底前",
  );
  const { steps } = (await json("dispatch", "show", id)).json;
  expect(steps.map(({ data }) => data.step)).toEqual(["note", "decision", "urging", "task"]);
  expect(steps.at(-1)?.madeTitle).toBe("补充勘察");

  const { path } = (await json("dispatch", "minutes", id, join(folder.path, "minutes.docx"))).json;
  expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");

  await run("dispatch", "withdraw", id, "--text", "改期");
  const refused = await json("dispatch", "note", id, "--text", "x");
  expect([refused.code, refused.json.error.code]).toEqual([1, "dispatch-withdrawn"]);
  expect((await json("dispatch", "list")).json.rows).toMatchObject([{ id, urgings: 1, withdrawn: true }]);
  expect((await run("dispatch", "new", "--month", "2026-13")).code).toBe(2);
  expect((await run("dispatch", "note", id)).code).toBe(2);
  folder.remove();
});

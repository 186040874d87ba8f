import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

interface Told {
  readonly error?: { readonly code: string };
  readonly rows?: readonly { readonly id: string; readonly no: string; readonly period: { readonly text: string } }[] &
    number;
  readonly period?: string;
  readonly count?: number;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

const list = join(import.meta.dirname, "../../shared/tasks/fixtures/01-简单表头.xlsx");

test("board show draws the year, board move gives a task other days, board export writes a form that reads as what is shown", async () => {
  const { json, run } = officeIn<Told>(folder.path, "data");
  await json("init", "--unit", "370303");
  await json("tasks", "import", list, "--year", "2020");
  const { rows } = (await json("board", "show", "--year", "2020")).json;
  const first = rows?.[0];
  expect(rows?.length).toBeGreaterThan(4);
  const moved = await json("board", "move", first?.id ?? "", "--start", "2020-03-01", "--due", "2020-04-20");
  expect(moved.json).toMatchObject({ id: first?.id, period: "3月上旬—4月中旬" });
  expect((await run("board", "show", "--year", "2020")).out).toContain("··· ··· ███ ██· ···");
  // All twelve months stand in the line, as on the paper form.
  expect((await run("board", "show", "--year", "2020")).out).toMatch(/(?:[^ …]{3} ){11}[^ …]{3}/u);
  const refused = await json("board", "move", first?.id ?? "", "--start", "2020-05-01", "--due", "2020-04-20");
  expect([refused.code, refused.json.error?.code]).toEqual([1, "period-backwards"]);
  expect((await run("board", "move", first?.id ?? "", "--due", "soon")).code).toBe(2);
  const path = join(folder.path, "board.xlsx");
  expect((await json("board", "export", path, "--year", "2020")).json.rows).toBe(rows?.length);
  const read = (await json("tasks", "import", path, "--dry-run")).json;
  expect(read.count).toBe(rows?.length);
  expect(read.rows?.find(({ no }) => no === first?.no)?.period.text).toBe("3月上旬—4月中旬");
}, 60_000);

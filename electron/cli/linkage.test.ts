/**
 * A year's linkage tasks by the command line alone, each command a process of its own: the list in, broken down to three
 * towns, forms out, filled in, back in, the board out, a dispatch meeting, its minutes, everything out again and checked.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "#core/store/testing.ts";
import { officeIn } from "./testing.ts";

interface Told {
  readonly id: string;
  readonly ids: readonly string[];
  readonly parts: readonly string[];
  readonly added: number;
  readonly count: number;
  readonly forms: number;
  readonly written: number;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly light: string;
    readonly percent: number | null;
    readonly parts: { readonly count: number; readonly done: number };
    readonly heardOn: string | null;
  }[];
  readonly files: readonly {
    readonly verdict: string;
    readonly remarks: readonly string[];
    readonly rows: readonly {
      readonly verdict: string;
      readonly cells: readonly { readonly after: string; readonly verdict: string }[];
    }[];
  }[];
  readonly steps: readonly { readonly data: { readonly step: string } }[];
  readonly ok: boolean;
}

const list = join(import.meta.dirname, "../../e2e/fixtures/02-配档表-合并单元格.xlsx");
const parent = "组织环保世纪行";
const parts = [
  ["检查沿河企业", "2020年5月10日前", "马尚街道"],
  ["检查河道", "2020年5月15日前", "湖田街道"],
  ["汇总检查报告", "2031年6月底前", "车站街道"],
] as const;

const folder = temporaryFolder();
const { run, json } = officeIn<Told>(folder.path, "office");
const at = (name: string): string => join(folder.path, name);
afterAll(() => folder.remove());

/** Somebody fills in the only task of a form, and writes a line under it. */
const fillIn = async (name: string, cells: Readonly<Record<string, string | number>>): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(at(`forms/${name}`));
  const [sheet] = workbook.worksheets;
  for (const [cell, value] of Object.entries(cells)) if (sheet) sheet.getCell(cell).value = value;
  await workbook.xlsx.writeFile(at(`forms/${name}`));
};

const taskNamed = async (title: string): Promise<Told["rows"][number]> => {
  const { rows } = (await json("tasks", "list", "--q", title)).json;
  const found = rows.find((row) => row.title === title);
  if (found === undefined) throw new Error(`no task ${title}`);
  return found;
};

test("a district's year by the command line, from the city's list to the minutes", { timeout: 240_000 }, async () => {
  await run("init", "--unit", "370303");
  const { code, json: imported } = await json("tasks", "import", list);
  expect([code, imported.added]).toEqual([0, 8]);

  const whole = await taskNamed(parent);
  const asked = parts.flatMap((part) => ["--part", part.join("|")]);
  expect((await json("tasks", "breakdown", whole.id, ...asked)).json.parts).toHaveLength(3);

  expect((await run("forms", "write", at("forms"), "--to", parts.map(([, , town]) => town).join(","))).code).toBe(0);
  const names = readdirSync(at("forms"));
  expect(new Set(names.map((name) => name.split("-")[0]))).toEqual(new Set(parts.map(([, , town]) => town)));
  const formOf = (town: string): string => names.find((name) => name.startsWith(town)) ?? "";
  await fillIn(formOf("马尚街道"), { F5: "是", H5: "45%", I5: "已检查企业9家", B6: "另请区里安排车辆" });
  await fillIn(formOf("湖田街道"), { F5: "是", G5: "已完成", I5: "河道检查全部完成" });
  await fillIn(formOf("车站街道"), { F5: "是", H5: 120, I5: "报告提纲已拟" });
  const { files } = (await json("forms", "open", at("forms"))).json;
  const cells = files.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(cells.filter(({ verdict }) => verdict === "invalid").map(({ after }) => after)).toEqual(["120"]);
  expect(files.flatMap(({ rows }) => rows.filter(({ verdict }) => verdict === "added"))).toHaveLength(1);
  expect((await json("forms", "take", at("forms"))).json).toMatchObject({ forms: 3, written: 3 });

  const { rows } = (await json("tasks", "list")).json;
  const lights = rows
    .filter(({ title }) => parts.some(([part]) => part === title))
    .map(({ title, light, percent }) => [title, light, percent]);
  expect(lights).toEqual([
    ["检查沿河企业", "overdue", 45],
    ["检查河道", "overdue", 100],
    ["汇总检查报告", "on-track", null],
  ]);
  const heard = await taskNamed(parent);
  expect(heard.parts).toMatchObject({ count: 3, done: 0 });
  expect(heard.heardOn).not.toBeNull();

  expect((await run("board", "export", at("board.xlsx"), "--year", "2020")).code).toBe(0);
  const again = await run("tasks", "import", at("board.xlsx"), "--dry-run");
  expect([again.code, again.out]).toEqual([0, expect.stringContaining(parent)]);

  const { id } = (await json("dispatch", "new", "--month", "2020-05", "--chair", "王主任")).json;
  const late = (await taskNamed("检查沿河企业")).id;
  await run("dispatch", "note", id, "--task", late, "--text", "还缺验收单");
  expect((await json("dispatch", "urge", id, "--task", late)).json.ids).toHaveLength(1);
  expect((await json("dispatch", "show", id)).json.steps.map(({ data }) => data.step)).toEqual(["note", "urging"]);
  expect((await run("dispatch", "minutes", id, at("minutes.docx"))).code).toBe(0);
  const minutes = execFileSync("unzip", ["-p", at("minutes.docx"), "word/document.xml"], { encoding: "utf8" });
  expect(minutes.replaceAll(/<[^>]+>/g, "")).toContain("还缺验收单");

  expect((await run("tasks", "export", at("tasks.xlsx"), "--columns", "title,percent,progress")).code).toBe(0);
  const exported = new ExcelJS.Workbook();
  await exported.xlsx.readFile(at("tasks.xlsx"));
  const texts: string[] = [];
  exported.worksheets[0]?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  for (const said of [parent, "检查沿河企业", "已检查企业9家"]) expect(texts).toContain(said);
  expect((await run("verify")).code).toBe(0);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import fc from "fast-check";
import { isAppError } from "#shared/errors.ts";
import { pastedCell } from "#shared/tasks/pasting.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;

beforeEach(() => {
  folder = temporaryFolder();
  program = testClient(folder.path, fixedEnv());
});
afterEach(() => {
  program.close();
  folder.remove();
});

const tasks = () => program.client.tasks;
const add = async (title: string, more: object = {}): Promise<string> =>
  (await tasks().add({ title, period: "6月底前", ...more })).ids[0] ?? "";
type Rows = Parameters<typeof program.client.tasks.paste>[0]["rows"];
const paste = (rows: Rows, apply = false) => tasks().paste({ rows, apply });
const commits = () => program.store.db.prepare("SELECT count(*) FROM commits").pluck().get();

test("pasting shows every cell with before, after and what is wrong, and stores nothing", async () => {
  const [a, b] = [await add("甲", { no: "1" }), await add("乙")];
  const before = commits();
  const { preview, done } = await paste([
    { row: 1, id: a, values: { title: "甲项", period: "7月10日前", percent: "150%", due: "2020-07-10" } },
    { row: 2, id: b, values: { lead: "马尚街道、 和平街道", period: "5月20日至5月10日", title: " " } },
    { row: 3, id: null, values: { title: "丙", percent: "0.4" } },
    { row: 4, id: "nowhere", values: { title: "丁" } },
    { row: 5, id: a, values: { title: "又一行" } },
    { row: 6, id: null, values: { title: "", note: " " } },
  ]);
  expect(done).toBeNull();
  expect(commits()).toBe(before);
  expect(preview).toMatchObject({ changed: 3, added: 1, refused: 6 });
  expect(
    preview.rows.flatMap(({ row, cells }) =>
      cells.map(({ field, before: from, after, problem }) => [row, field, from, after, problem?.code ?? ""]),
    ),
  ).toEqual([
    [1, "title", "甲", "甲项", ""],
    [1, "period", "6月底前", "7月10日前", ""],
    [1, "percent", "", "150%", "paste-percent"],
    [1, "due", "", "2020-07-10", "paste-column"],
    [2, "lead", "", "马尚街道、和平街道", ""],
    [2, "period", "6月底前", "5月20日至5月10日", "period-backwards"],
    [2, "title", "乙", " ", "paste-title"],
    [3, "title", "", "丙", ""],
    [3, "percent", "", "40", ""],
    [4, "title", "", "丁", "not-found"],
    [5, "title", "", "又一行", "paste-twice"],
  ]);
  expect(
    await refusalOf(
      paste(
        [
          { row: 1, id: a, values: { title: "" } },
          { row: 2, id: b, values: { no: "2" } },
        ],
        true,
      ),
    ),
  ).toBe("paste-refused");
  expect(commits()).toBe(before);
});

test("applied, a paste is one commit and one undo: fields, units, campaign, progress of the office's own, new tasks", async () => {
  const id = await add("甲", { units: { lead: ["马尚街道"], responsible: ["和平街道"], support: [] } });
  const { done } = await paste(
    [
      {
        row: 1,
        id,
        values: {
          no: "1-1",
          support: "房镇镇",
          campaign: "向污染宣战",
          percent: "85%",
          progress: "将完成",
          period: "2020/7/10",
        },
      },
      { row: 2, id: null, values: { no: "2", title: "乙", lead: "马尚街道", percent: "20", campaign: "向污染宣战" } },
    ],
    true,
  );
  expect(await tasks().get({ id })).toMatchObject({
    no: "1-1",
    lead: ["马尚街道"],
    responsible: ["和平街道"],
    support: ["房镇镇"],
    campaign: "向污染宣战",
    percent: 85,
    progress: "将完成",
    state: "in-progress",
    period: { due: "2020-07-10" },
  });
  expect((await tasks().list({})).rows.find(({ no }) => no === "2")).toMatchObject({ title: "乙", percent: 20 });
  await program.client.history.undo({ version: done?.version ?? "" });
  expect(await tasks().get({ id })).toMatchObject({
    no: "",
    support: [],
    campaign: "",
    percent: null,
    state: "issued",
  });
  expect((await tasks().list({})).rows).toHaveLength(1);
});

test("what the life of a task does not allow is a problem of its progress cells; filling down what stands there changes nothing", async () => {
  const id = await add("甲", { no: "1" });
  await tasks().withdraw({ ids: [id], reason: "市里已撤销" });
  const { preview } = await paste([{ row: 1, id, values: { percent: "50", note: "x" } }]);
  expect(preview.rows[0]?.cells.map(({ field, problem }) => [field, problem?.code])).toEqual([
    ["percent", "task-withdrawn"],
    ["note", undefined],
  ]);
  const same = [{ row: 1, id, values: { title: "甲", no: "1", percent: "" } }];
  expect((await paste(same)).preview).toMatchObject({ changed: 0, added: 0, refused: 0 });
  expect(await refusalOf(paste(same, true))).toBe("nothing-to-do");
});

test.each([
  ["85%", "85"],
  ["８５％", "85"],
  ["0.85", "85"],
  ["85", "85"],
  ["1", "1"],
  ["1.0", "100"],
  ["33.33%", "33.33"],
  ["0", "0"],
  ["", ""],
])("a percentage of a cell: %s is %s", (text, meant) => {
  expect(pastedCell("percent", text, 2020).text).toBe(meant);
});

test("whatever stands in a percent cell is a figure from 0 to 100 or refused, and a figure that is read reads as itself", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double({ min: -5, max: 300, noNaN: true }).map(String)), (text) => {
      try {
        const cell = pastedCell("percent", text, 2020);
        if (cell.kind !== "percent" || cell.percent === undefined) return cell.text === "";
        const again = pastedCell("percent", `${cell.percent}%`, 2020);
        return cell.percent >= 0 && cell.percent <= 100 && again.text === cell.text;
      } catch (error) {
        return isAppError(error) && error.code === "paste-percent";
      }
    }),
  );
});

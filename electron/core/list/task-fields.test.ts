import { afterEach, beforeEach, expect, test } from "vitest";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import { commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { facetsOf } from "./facets.ts";
import { listContextOf, pageOf, rowsOf } from "./rows.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(() => {
  folder = temporaryFolder();
  store = begunStore(folder.path, fixedEnv());
});
afterEach(() => {
  store.close();
  folder.remove();
});

test("tasks are found and sorted by their campaign, parts, last word, extension and parent", () => {
  const task = (id: string, value: object) => ({ record: id, kind: "task", unit: "*", value: { title: id, ...value } });
  const step = (id: string, name: string, more: object = {}) => ({
    record: id,
    kind: "task",
    unit: "step",
    value: { step: name, unit: null, on: "2020-05-18", text: "x", ...more },
  });
  const period = { text: "6月底前", kind: "by", due: "2020-06-30" };
  commit(store, {
    action: "tasks.add",
    changes: [
      task("whole", { period }),
      task("part", { parent: "whole", campaign: { id: null, name: "向污染宣战" } }),
      task("other", { parent: "whole", campaign: { id: null, name: "12345监督" } }),
      task("none", {}),
      step("part", "progress", { percent: 30 }),
      step("part", "report-done"),
      step("part", "confirm"),
      step("whole", "ask-extension", { period: { text: "7月底前", kind: "by", due: "2020-07-31" } }),
    ],
  });
  const tasks = (query: Partial<ListQuery>) =>
    [...rowsOf(store.db, "tasks", { q: "", filters: [], sort: [], ...query }, listContextOf(store))].map(
      ({ id }) => id,
    );
  const by = (field: string, op: Filter["op"], ...values: string[]) => tasks({ filters: [{ field, op, values }] });
  expect(by("campaign", "in", "向污染宣战")).toEqual(["part"]);
  expect(by("campaign", "empty")).toEqual(["whole", "none"]);
  expect(by("parent", "in", "whole")).toEqual(["part", "other"]);
  expect(by("parent", "empty")).toEqual(["whole", "none"]);
  expect(by("extensionAsked", "in", "above")).toEqual(["whole"]);
  expect(by("extensionAsked", "empty")).toEqual(["part", "other", "none"]);
  expect(by("heardOn", "to", "2020-05-18")).toEqual(["whole", "part"]);
  expect(tasks({ sort: [{ field: "parts", dir: "desc" }] })[0]).toBe("whole");
  expect(tasks({ sort: [{ field: "campaign", dir: "asc" }] })).toEqual(["other", "part", "whole", "none"]);
  const [first] = pageOf(
    store.db,
    "tasks",
    { q: "", filters: [], sort: [], offset: 0, limit: 1 },
    listContextOf(store),
  );
  expect(first).toMatchObject({ parts: { count: 2, done: 1, differ: 0 }, extensionAsked: true, parent: null });
  const shown = facetsOf(
    store.db,
    "tasks",
    { q: "", filters: [], sort: [], fields: ["extensionAsked", "campaign"] },
    listContextOf(store),
  );
  expect(shown["extensionAsked"]).toEqual([
    { value: "", count: 3 },
    { value: "above", count: 1 },
  ]);
  commit(store, {
    action: "tasks.step",
    changes: [step("whole", "grant-extension")],
  });
  expect(by("period", "contains", "7月底")).toEqual(["whole"]);
  expect(by("due", "in", "2020-07-31")).toEqual(["whole"]);
});

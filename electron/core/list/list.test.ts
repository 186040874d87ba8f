import { afterEach, beforeEach, expect, test } from "vitest";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import { unitRecordId } from "#shared/units/record.ts";
import { commit } from "../store/commit.ts";
import { openConnection } from "../store/connection.ts";
import { databaseIn, type Store } from "../store/store.ts";
import { undo } from "../store/undo.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { facetsOf } from "./facets.ts";
import { countRows, listContextOf, pageOf, rowsOf } from "./rows.ts";

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

interface Entry {
  id: string;
  title?: string;
  no?: string;
  place?: string;
  units?: string[];
  due?: string;
  source?: string;
}
const enter = (...entries: Entry[]) =>
  commit(store, {
    action: "issues.add",
    changes: entries.map(({ id, units = [], due, title = id, ...plain }) => ({
      record: id,
      kind: "issue",
      unit: "*",
      value: {
        ...plain,
        title,
        responsibility: { units, leader: "", person: "", phone: "13812345678" },
        ...(due && { limit: { text: due, kind: "by", due } }),
      },
    })),
  });
const ask = (query: Partial<ListQuery>, ids: string[] = []) =>
  [...rowsOf(store.db, "issues", { q: "", filters: [], sort: [], ...query }, listContextOf(store), { ids })].map(
    ({ id }) => id,
  );
const filter = (field: string, op: Filter["op"], ...values: string[]) => ask({ filters: [{ field, op, values }] });

test("blanks stand last whichever way a list is sorted, and numbers within text sort by value", () => {
  enter(
    { id: "a", no: "10" },
    { id: "b", no: "" },
    { id: "c", no: "9" },
    { id: "d", no: "2-11" },
    { id: "e", no: "2-2" },
  );
  expect(ask({ sort: [{ field: "no", dir: "asc" }] })).toEqual(["e", "d", "c", "a", "b"]);
  expect(ask({ sort: [{ field: "no", dir: "desc" }] })).toEqual(["a", "c", "d", "e", "b"]);
});

test("units sort in their official order and unknown ones after them; names sort by pinyin", () => {
  enter(
    { id: "a", units: ["某某公司"], place: "柳泉路" },
    { id: "b", units: ["区住建局"], place: "华光路" },
    { id: "c", units: ["和平街道办事处"], place: "安乐街" },
    { id: "d", units: ["马尚街道"], place: "" },
  );
  expect(ask({ sort: [{ field: "units", dir: "asc" }] })).toEqual(["d", "c", "b", "a"]);
  expect(ask({ sort: [{ field: "place", dir: "asc" }] })).toEqual(["c", "b", "a", "d"]);
});

test("a filter on a unit finds it under every name, by code, and joined units as one (EX8a)", () => {
  enter({ id: "a", units: ["马尚街道办事处"] }, { id: "b", units: ["370303001"] }, { id: "c", units: ["和平街道"] });
  for (const value of ["370303001", "马尚街道", "马尚街道办事处"])
    expect(filter("units", "in", value)).toEqual(["a", "b"]);
  expect(filter("units", "not-in", "370303001")).toEqual(["c"]);
  expect(filter("units", "contains", "马尚")).toEqual(["a", "b"]);
  const join = { record: unitRecordId("370303002"), kind: "unit", unit: "sameAs", value: "370303001" };
  commit(store, { action: "units.join", changes: [join] });
  expect(filter("units", "in", "370303001")).toEqual(["a", "b", "c"]);
  expect(filter("units", "in", "和平街道")).toEqual(["a", "b", "c"]);
});

test("each kind of filter finds what it says, blanks included", () => {
  enter(
    { id: "a", due: "2020-05-01", source: "12345热线", title: "有100%的问题" },
    { id: "b", due: "2020-06-01", source: "" },
    { id: "c", source: "代表视察", title: "另有100户" },
  );
  expect(filter("due", "from", "2020-05-02")).toEqual(["b"]);
  expect(filter("due", "to", "2020-05-01")).toEqual(["a"]);
  expect(filter("due", "empty")).toEqual(["c"]);
  expect(filter("due", "filled")).toEqual(["a", "b"]);
  expect(filter("source", "in", "12345热线", "")).toEqual(["a", "b"]);
  expect(filter("source", "not-in", "12345热线")).toEqual(["b", "c"]);
  expect(filter("title", "contains", "100%")).toEqual(["a"]);
  expect(filter("units", "empty")).toEqual(["a", "b", "c"]);
  expect(filter("state", "in", "registered")).toEqual(["a", "b", "c"]);
  expect(filter("light", "in", "overdue")).toEqual(["a"]);
  expect(filter("source", "in")).toEqual([]);
});

test("what a list cannot be asked for is refused by name, and never reaches SQL", () => {
  expect(() => filter("rid; DROP TABLE issues", "in", "x")).toThrow("filter-unknown");
  for (const inherited of ["constructor", "toString", "__proto__"]) {
    expect(() => filter(inherited, "in", "x")).toThrow("filter-unknown");
  }
  expect(() => filter("due", "from", "soon")).toThrow("filter-invalid");
  expect(() => filter("state", "in", "gone")).toThrow("filter-invalid");
  expect(() => ask({ sort: [{ field: "note", dir: "asc" }] })).toThrow("sort-unknown");
});

test("two characters, pinyin and initials find a record by its names, two characters also by its long text", () => {
  enter({ id: "a", title: "河道垃圾堆放", place: "马尚桥" }, { id: "b", title: "夜间施工噪声", units: ["和平街道"] });
  commit(store, {
    action: "issues.step",
    changes: [
      {
        record: "b",
        kind: "issue",
        unit: "step",
        value: { step: "adopt", on: "2020-05-19", state: "in-progress", text: "已约谈项目部" },
      },
    ],
  });
  for (const [q, found] of [
    ["垃圾", ["a"]],
    ["laji", ["a"]],
    ["ljd", ["a"]],
    ["马尚", ["a"]],
    ["hpjd", ["b"]],
    ["约谈", ["b"]],
    ["噪声 和平", ["b"]],
    ["垃声", []],
    ["", ["a", "b"]],
  ] as const)
    expect([q, ask({ q })]).toEqual([q, found]);
});

test("what is found follows what changes: words of a step, a unit's new name, a record undone and brought back", () => {
  enter({ id: "a", title: "路灯不亮", units: ["370303001"] });
  const names = () => ["路灯", "马尚", "西城", "已修"].map((q) => ask({ q }).length);
  expect(names()).toEqual([1, 1, 0, 0]);
  const progress = { step: "adopt", on: "2020-05-19", state: "in-progress", text: "已修复" };
  const taken = commit(store, {
    action: "issues.step",
    changes: [{ record: "a", kind: "issue", unit: "step", value: progress }],
  });
  const name = { name: "西城街道", aliases: [] };
  commit(store, {
    action: "units.edit",
    changes: [{ record: unitRecordId("370303001"), kind: "unit", unit: "name", value: name }],
  });
  expect(names()).toEqual([1, 0, 1, 1]);
  undo(store, taken.version);
  expect(names()).toEqual([1, 0, 1, 0]);
  const life = (state: string) =>
    commit(store, { action: "x", changes: [{ record: "a", kind: "issue", unit: "life", value: { state } }] });
  life("undone");
  expect([names(), countRows(store.db, "issues", { q: "路灯", filters: [] }, listContextOf(store))]).toEqual([
    [0, 0, 0, 0],
    0,
  ]);
  life("live");
  expect(names()).toEqual([1, 0, 1, 0]);
});

test("pages put together are the list, counted right, and a reading connection of its own gives the same (streaming)", () => {
  enter(...Array.from({ length: 25 }, (_, at) => ({ id: `i${at}`, no: String(at), due: `2020-06-${10 + (at % 7)}` })));
  const query = { q: "", filters: [], sort: [{ field: "due", dir: "desc" as const }] };
  const context = listContextOf(store);
  const pages = [0, 10, 20].flatMap((offset) => pageOf(store.db, "issues", { ...query, offset, limit: 10 }, context));
  expect(pages).toHaveLength(countRows(store.db, "issues", query, context));
  const reader = openConnection(databaseIn(folder.path), { readonly: true });
  expect([...rowsOf(reader, "issues", query, context)]).toEqual(pages);
  expect(
    [...rowsOf(reader, "issues", query, context, { ids: ["i3", "i1"], reveal: true })].map((row) => [
      row.id,
      row.phone,
    ]),
  ).toEqual([
    ["i3", "13812345678"],
    ["i1", "13812345678"],
  ]);
  reader.close();
});

test("facets count each value under the other filters, units by name, blanks as an empty text", () => {
  enter(
    { id: "a", units: ["马尚街道办事处"], source: "热线" },
    { id: "b", units: ["马尚街道", "和平街道"], source: "" },
    { id: "c", source: "热线" },
  );
  const filters = [{ field: "source", op: "in" as const, values: ["热线"] }];
  const query = { q: "", filters, sort: [], fields: ["source", "units", "light"] };
  expect(facetsOf(store.db, "issues", query, listContextOf(store))).toEqual({
    source: [
      { value: "热线", count: 2 },
      { value: "", count: 1 },
    ],
    units: [{ value: "马尚街道", count: 1 }],
    light: [{ value: "none", count: 2 }],
  });
});

const listed = (id: string, importId: string, order: number) => ({
  record: id,
  kind: "task",
  unit: "*",
  value: { title: id, origin: { importId, sheet: "", row: order + 3, order } },
});

test("a list's own order is that in which lists came and their rows stood; what a revision adds stands at its place", () => {
  const facts = {
    capability: "tasks",
    fileName: "清单.xlsx",
    hash: "0",
    size: 1,
    sheet: "",
    year: 2020,
    headerSignature: "",
  };
  const counts = { added: 2, changed: 0, withdrawn: 0, unchanged: 0 };
  const list = (id: string, revises: string | null) => ({
    record: id,
    kind: "import",
    unit: "*",
    value: { facts: { ...facts, ...counts, revises } },
  });
  commit(store, { action: "tasks.import", changes: [list("i1", null), listed("t1", "i1", 0), listed("t3", "i1", 2)] });
  commit(store, {
    action: "tasks.add",
    changes: [{ record: "hand", kind: "task", unit: "*", value: { title: "手工" } }],
  });
  commit(store, { action: "tasks.import", changes: [list("i2", "i1"), listed("t2", "i2", 1)] });
  const rows = [...rowsOf(store.db, "tasks", { q: "", filters: [], sort: [] }, listContextOf(store))];
  expect(rows.map(({ id }) => id)).toEqual(["t1", "t2", "t3", "hand"]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { unitRecordId } from "#shared/units/record.ts";
import { commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { unitLookup, unitsChanged } from "./lookup.ts";

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

test("what was prepared within a commit that failed is not believed afterwards", () => {
  const { db } = store;
  const rename = (name: string) => {
    db.prepare("UPDATE units SET name = ? WHERE code = '370303001'").run(name);
    unitsChanged(db);
    return unitLookup(db).nameOf("370303001");
  };
  const failing = db.transaction(() => {
    expect(rename("失败街道")).toBe("失败街道");
    throw new Error("failed");
  });
  expect(failing).toThrow("failed");
  // The next change reaches the stamp that the failed commit had reached.
  unitsChanged(db);
  expect(unitLookup(db).nameOf("370303001")).toBe("马尚街道");
});

test("units sort as the official order has them: from the top down, the office's own order first, departments apart", () => {
  const order = { record: unitRecordId("370303105"), kind: "unit", unit: "order", value: 1 };
  commit(store, { action: "units.order", changes: [order] });
  const { keyOf } = unitLookup(store.db);
  const names = ["某公司", "区住建局", "和平街道", "马尚街道", "房镇镇", "张店区", "淄博市"];
  const sorted = names.toSorted((a, b) => ((keyOf(a) ?? "") < (keyOf(b) ?? "") ? -1 : 1));
  expect(sorted).toEqual(["淄博市", "张店区", "房镇镇", "马尚街道", "和平街道", "区住建局", "某公司"]);
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientOf } from "../testing/client.ts";
import { resultOf } from "../testing/result-of.ts";
import { begunStore } from "../testing/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";

test("EX4: an imported ledger writes the codes of the units that it names, those matched by hand in the same import too", async () => {
  const folder = temporaryFolder();
  const store = begunStore(join(folder.path, "data"), fixedEnv("2020-06-01T08:00:00+08:00"));
  try {
    const { imports } = clientOf(store).client;
    const path = join(folder.path, "ledger.csv");
    const lines = ["序号,存在问题,责任单位,整改时限", "1,河道垃圾,马尚街道,6月底前", "2,扬尘,城管执法所,6月底前"];
    writeFileSync(path, lines.join("\n"));
    const { stage } = await resultOf(imports.open({ capability: "issues", path, options: { year: 2020 } }));
    await imports.matchUnit({ stage, text: "城管执法所", code: "370303002" });
    await resultOf(imports.confirm({ stage }));
    const codes = store.db.prepare("SELECT codes FROM issues ORDER BY ord").pluck().all();
    expect(codes).toEqual(['["370303001"]', '["370303002"]']);
  } finally {
    store.close();
    folder.remove();
  }
});

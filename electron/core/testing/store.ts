/** For tests and measurements: a store with every projection, an office in 张店区 with its towns, and ids to name. */
import { unitRecordId } from "#shared/units/record.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { issueProjection } from "../issues/projection.ts";
import { factProjections } from "../store/facts.ts";
import { commit } from "../store/commit.ts";
import type { Env } from "../store/env.ts";
import { openStore, type Store } from "../store/store.ts";
import { taskProjection } from "../tasks/projection.ts";
import { unitProjection } from "../units/projection.ts";

export const allProjections = [unitProjection, taskProjection, issueProjection, ...factProjections];

export const testUnits = [
  { code: "370300", name: "淄博市", kind: "division", tier: "city", parent: null },
  { code: "370303", name: "张店区", kind: "division", tier: "district", parent: "370300" },
  { code: "370303001", name: "马尚街道", kind: "division", tier: "town", parent: "370303" },
  { code: "370303002", name: "和平街道", kind: "division", tier: "town", parent: "370303" },
  { code: "370303105", name: "房镇镇", kind: "division", tier: "town", parent: "370303" },
  { code: "370303-D01", name: "张店区住房和城乡建设局", kind: "department", tier: "district", parent: "370303" },
  { code: "370303-D02", name: "张店区城市管理局", kind: "department", tier: "district", parent: "370303" },
  { code: "370300-D01", name: "淄博市生态环境局", kind: "department", tier: "city", parent: "370300" },
] as const;

/** Opens a store in `folder` and begins it as the office of 张店区. */
export const begunStore = (folder: string, env?: Env): Store => {
  const store = openStore({ folder, projections: allProjections, env });
  commit(store, {
    action: "system.init",
    changes: [
      { record: officeRecordId, kind: "office", unit: "*", value: { office: { unit: "370303", name: "张店区" } } },
      ...testUnits.map(({ code, name, kind, tier, parent }) => ({
        record: unitRecordId(code),
        kind: "unit",
        unit: "*",
        value: { code, name: { name, aliases: [] }, place: { kind, tier, parent } },
      })),
    ],
  });
  return store;
};

/** For tests and measurements: a store with every projection, an office in 张店区 with its towns, and ids to name. */
import { unitRecordId } from "#shared/units/record.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { projections } from "../projections.ts";
import { commit } from "../store/commit.ts";
import type { Env } from "../store/env.ts";
import { openStore, type Store } from "../store/store.ts";
import { testOffice, testUnits } from "./units.ts";

/** Opens a store in `folder` and begins it as the office of 张店区. */
export const begunStore = (folder: string, env?: Env): Store => {
  const store = openStore({ folder, projections, env });
  commit(store, {
    action: "system.init",
    changes: [
      { record: officeRecordId, kind: "office", unit: "*", value: { office: testOffice } },
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

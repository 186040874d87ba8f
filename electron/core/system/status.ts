/** What the frame of the window, and `whoami`, say about this office and its data folder. */
import type { Status } from "#shared/contract/system.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { lastTableYear } from "#shared/calendar/workdays.ts";
import type { Program } from "../program.ts";
import { getMeta } from "../store/log.ts";
import { schemaOf } from "../store/migrate.ts";
import { divisionByCode, divisionPath } from "../units/divisions.ts";

export const statusOf = ({ store, version }: Program): Status => {
  const last = store.db.prepare("SELECT at FROM commits ORDER BY id DESC LIMIT 1").pluck().get() as string | undefined;
  const commits = store.db.prepare("SELECT count(*) FROM commits").pluck().get() as number;
  return {
    office: officeOf(store.fact<{ unit: string; name: string }>(officeRecordId, "office")),
    device: store.device,
    epoch: store.end.epoch,
    commits,
    schema: schemaOf(store.db),
    version,
    dataFolder: store.folder,
    today: store.today(),
    holidaysUntil: lastTableYear(store.holidays()),
    lastSaved: last ?? null,
    lastBackup: getMeta(store.db, "last-backup"),
    demo: getMeta(store.db, "demo") !== null,
  };
};

const officeOf = (office: { unit: string; name: string } | null): Status["office"] => {
  if (!office) return null;
  return { ...office, tier: divisionByCode(office.unit)?.tier ?? "district", path: [...divisionPath(office.unit)] };
};

/**
 * What is due to those who look into the watched folder is written there. A bundle holds everything since the last
 * acknowledgement, so that it takes the place of the one before; and one that was acknowledged whole is taken away.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Peer } from "#shared/exchange/bundle.ts";
import { isBundleName } from "#shared/exchange/extension.ts";
import type { Program } from "../../program.ts";
import type { Store } from "../../store/store.ts";
import { linkOutNamed } from "../links.ts";
import { exportAll, type ExportedAll } from "../outbox/export.ts";
import { type Addressed, addressedIn } from "./addressed.ts";
import { isSharedWith } from "./sharing.ts";

export type Departure = ExportedAll["written"][number];

/** @throws AppError as `exportAll` does */
export const writeDue = async (program: Program, folder: string): Promise<readonly Departure[]> => {
  const { store } = program;
  const before = lastFile(store);
  const { written } = await exportAll(program, { folder, wanted: (peer) => isSharedWith(store, folder, peer) });
  for (const { to } of written) {
    const names = namesSince(store, before, to);
    removeOwn(store, folder, (addressed, name) => addressed.to === to && !names.has(name));
  }
  removeOwn(store, folder, (addressed) => isAcknowledged(store, addressed));
  return written;
};

const lastFile = ({ db }: Store): number =>
  db.prepare("SELECT coalesce(max(id), 0) FROM bundles").pluck().get() as number;

/** The parts that were just written. */
const namesSince = ({ db }: Store, before: number, to: Peer): ReadonlySet<string> => {
  const sql = "SELECT name FROM bundles WHERE direction = 'out' AND peer = ? AND id > ?";
  return new Set(db.prepare(sql).pluck().all(to, before) as string[]);
};

/** A receipt alone acknowledges and is not acknowledged: it stays until the next file takes its place. */
const isAcknowledged = ({ db }: Store, { link, range }: Addressed): boolean => {
  const found = linkOutNamed(db, link);
  return found !== null && range.to >= range.from && found.acked >= range.to;
};

/** Files that this very computer wrote there. One that somebody is reading just now may stay for another time. */
const removeOwn = (store: Store, folder: string, which: (file: Addressed, name: string) => boolean): void => {
  for (const name of readdirSync(folder).filter(isBundleName)) {
    const path = join(folder, name);
    const addressed = addressedIn(path);
    if (addressed === null || addressed.device !== store.device || !which(addressed, name)) continue;
    try {
      rmSync(path, { force: true });
    } catch {
      continue;
    }
  }
};

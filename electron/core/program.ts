/**
 * The program over one data folder, without a window: what the utility process, the command line and the tests open.
 * Services are functions over it.
 */
import { projections } from "./projections.ts";
import { asRefusal } from "./store/connection.ts";
import type { Env } from "./store/env.ts";
import { getMeta } from "./store/log.ts";
import { releaseHeld } from "./store/mark-accepted.ts";
import { openStore, type Store } from "./store/store.ts";
import { removeLeftovers } from "./system/leftovers.ts";
import { sweepPurged } from "./system/sweep-purged.ts";
import { dayKey, refreshDay } from "./tasks/refresh-day.ts";

export interface ProgramOptions {
  readonly folder: string;
  readonly env?: Env;
  readonly readonly?: boolean;
  readonly who?: string;
  /** The compiled worker beside this program; tests and scripts pass the source. */
  readonly workerUrl: URL;
  /** The program's own version, for `status` and backups. */
  readonly version: string;
}

export interface Program {
  readonly store: Store;
  readonly workerUrl: URL;
  readonly version: string;
  readonly close: () => void;
}

/** Opens the data folder, and judges dues anew when it was last open on another day. @throws AppError as `openStore` does */
export const openProgram = (options: ProgramOptions): Program => {
  const store = openStore({ ...options, projections });
  try {
    if (!store.readonly) getReady(store);
  } catch (error) {
    store.close();
    throw asRefusal(error, store.folder);
  }
  return { store, workerUrl: options.workerUrl, version: options.version, close: () => store.close() };
};

const getReady = (store: Store): void => {
  removeLeftovers(store.folder, store.env.now());
  releaseHeld(store);
  sweepPurged(store);
  store.onCommit(() => sweepPurged(store));
  if (getMeta(store.db, dayKey) !== store.today()) refreshDay(store);
};

/** A new epoch while the program runs (EX19, EX20): the log goes on under another name, and so does this computer. */
import { beginEpoch, getMeta, readLogEnd } from "./log.ts";
import type { Store } from "./store.ts";

/** @param reason `told` by a neighbour that this database went back in time, `copied` when a person says that it is a copy */
export const goOnAnew = (store: Store, reason: "told" | "copied"): void => {
  beginEpoch(store.db, store.env, reason);
  store.end = readLogEnd(store.db);
  store.device = getMeta(store.db, "device") ?? store.device;
};

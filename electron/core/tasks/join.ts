/** EX8a: says that a task is the same as another, which stands for it from then on; or parts them again. */
import { AppError } from "#shared/errors.ts";
import { joinsOf, wouldCircle } from "#shared/units/same.ts";
import { commit, type Committed } from "../store/commit.ts";
import { refuseArchived } from "../exchange/archived.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { findTask } from "./find.ts";
import { allJoins } from "./joined.ts";

/** @throws AppError `not-found`, `task-same-as-itself`, `record-archived`, `nothing-to-do` when they were not joined */
export const joinTask = (store: Store, id: string, same: string | null): Committed => {
  const units = unitLookup(store.db);
  const task = findTask(store, id, units);
  refuseArchived(store, task);
  const change = { record: id, kind: "task", unit: "sameAs", value: same };
  if (same === null) {
    if (task.sameAs === null) throw new AppError("nothing-to-do");
    return commit(store, { action: "tasks.part", changes: [change] });
  }
  findTask(store, same, units);
  if (wouldCircle(id, same, joinsOf(allJoins(store.db)))) throw new AppError("task-same-as-itself");
  return commit(store, { action: "tasks.join", changes: [change] });
};

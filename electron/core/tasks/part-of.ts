/** Makes tasks parts of another, or tasks of their own again; never, by whatever way, a part of themselves. */
import { AppError } from "#shared/errors.ts";
import { commit, type Committed } from "../store/commit.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import type { FoundTask } from "./find.ts";
import { workedTask } from "./write.ts";

/**
 * What another office defines becomes a proposal to it (EX5).
 * @throws AppError `not-found`, `breakdown-loops`, `parent-withdrawn`, `nothing-to-do`, those of `workedTask`
 */
export const partOf = (store: Store, ids: readonly string[], parent: string | null): Committed => {
  const units = unitLookup(store.db);
  const tasks = [...new Set(ids)].map((id) => workedTask(store, id, units));
  const whole = parent === null ? null : workedTask(store, parent, units);
  if (whole !== null) {
    if (whole.standing.state === "withdrawn") throw new AppError("parent-withdrawn", named(whole));
    const above = wholesOf(store, whole.rid);
    const looping = tasks.find(({ rid }) => above.has(rid));
    if (looping !== undefined) throw new AppError("breakdown-loops", { ...named(looping), parent: whole.title });
  }
  const changes = tasks
    .filter((task) => task.parent !== parent)
    .map(({ id }) => ({ record: id, kind: "task", unit: "parent", value: parent }));
  if (changes.length === 0) throw new AppError("nothing-to-do");
  return commit(store, { action: "tasks.part-of", changes });
};

const named = ({ no, title }: FoundTask) => ({ no, title });

const aboveSql = `SELECT coalesce(above.stands_in, above.rid) FROM tasks AS below
  JOIN records ON records.id = below.parent JOIN tasks AS above ON above.rid = records.rid
  WHERE below.rid = ? AND above.life <> 'undone'`;

/** A task and everything that it is a part of; of a joined one (EX8a), the record that stands for it. */
const wholesOf = ({ db }: Store, rid: number): ReadonlySet<number> => {
  const found = new Set<number>();
  for (let at: number | undefined = rid; at !== undefined && !found.has(at);) {
    found.add(at);
    at = prepared(db, aboveSql).pluck().get(at) as number | undefined;
  }
  return found;
};

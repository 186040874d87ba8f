/** EX8a: the same task or unit entered in two places is joined by a 'same as' commit, and can be parted again. */
import { AppError } from "#shared/errors.ts";
import { joinTask } from "../../tasks/join.ts";
import type { Program } from "../../program.ts";
import type { Committed } from "../../store/commit.ts";
import { prepared } from "../../store/prepared.ts";
import { joinUnit } from "../../units/edit.ts";

export interface Joining {
  readonly record: string;
  /** The record that stands for it from now on; null parts them. Units by record id or code. */
  readonly same: string | null;
}

/** @throws AppError `not-found`, `join-different-kinds`, `join-not-here`, those of `joinTask` and `joinUnit` */
export const joinRecords = ({ store }: Pick<Program, "store">, { record, same }: Joining): Committed => {
  store.assertWritable();
  const kindOf = (id: string): string | undefined =>
    prepared(store.db, "SELECT kind FROM records WHERE id = ?").pluck().get(id) as string | undefined;
  const kind = kindOf(record) ?? kindOf(`unit:${record}`);
  if (kind === undefined) throw new AppError("not-found", { id: record });
  if (kind === "unit") return joinUnit(store, codeIn(record), same === null ? null : codeIn(same));
  if (kind !== "task") throw new AppError("join-not-here");
  if (same !== null && kindOf(same) === undefined) throw new AppError("not-found", { id: same });
  if (same !== null && kindOf(same) !== kind) throw new AppError("join-different-kinds");
  return joinTask(store, record, same);
};

const codeIn = (text: string): string => (text.startsWith("unit:") ? text.slice("unit:".length) : text);

/** EX10: what left this office's scope is kept for reading; nothing is written about it here any more. */
import { AppError } from "#shared/errors.ts";
import { marksOf } from "../list/marks.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

/** @throws AppError `record-archived` */
export const refuseArchived = ({ db }: Store, { rid, no, title }: { rid: number; no: string; title: string }): void => {
  if (marksOf(db, rid).includes("archived")) throw new AppError("record-archived", { no, title });
};

/** Why it left, in the words of whoever sent the notice; null: it did not leave. */
export const archivedWhy = ({ db }: Store, id: string, rid: number): string | null => {
  if (!marksOf(db, rid).includes("archived")) return null;
  const sql = "SELECT left_why FROM scope_in WHERE record = ? AND left_why IS NOT NULL ORDER BY peer LIMIT 1";
  return (prepared(db, sql).pluck().get(id) as string | undefined) ?? "";
};

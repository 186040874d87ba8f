/**
 * Numbers of urgings: each office counts its own, anew each year. Two of its computers may give one twice while neither
 * has heard of the other; both are shown so, and a person gives one of them another.
 */
import { AppError } from "#shared/errors.ts";
import { printedNumber } from "../list/urging-row.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";

const lastSql = "SELECT max(no) FROM urgings WHERE owner = ? AND year = ? AND listed = 1";
const takenSql = "SELECT rid FROM urgings WHERE owner = ? AND year = ? AND no = ? AND rid <> ? AND listed = 1";

/** One more than the last of the year. */
export const nextNumber = (store: Store, year: number): { readonly year: number; readonly no: number } => {
  const office = unitLookup(store.db).office ?? "";
  const last = prepared(store.db, lastSql).pluck().get(office, year) as number | null;
  return { year, no: (last ?? 0) + 1 };
};

/** @throws AppError `urging-number-taken` where another of the same office and year has it */
export const refuseTaken = (
  store: Store,
  { rid, owner, year }: { readonly rid: number; readonly owner: string; readonly year: number },
  no: number,
): void => {
  if (prepared(store.db, takenSql).get(owner, year, no, rid) === undefined) return;
  throw new AppError("urging-number-taken", { number: printedNumber({ year, no }) });
};

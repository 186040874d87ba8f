/** One urging by its id, with what its rules need. A record whose creation was undone is not found. */
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import type { UrgingStep } from "#shared/urgings/record.ts";
import { urgingStanding, type UrgingStanding } from "#shared/urgings/standing.ts";
import { stepsOf } from "../list/steps.ts";
import { printedNumber } from "../list/urging-row.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { clockOfStore } from "../tasks/clock.ts";

export interface FoundUrging {
  readonly id: string;
  readonly rid: number;
  /** The code of the office that issued it. */
  readonly owner: string;
  readonly year: number;
  readonly no: number;
  /** As printed. */
  readonly number: string;
  /** The unit that is urged: its code where it is known, else as written. */
  readonly unit: string;
  readonly task: string | null;
  readonly taskNo: string;
  readonly title: string;
  readonly text: string;
  readonly limit: Period;
  readonly issuedOn: string;
  readonly dispatch: string | null;
  readonly life: string;
  readonly lifeReason: string | null;
  readonly steps: readonly UrgingStep[];
  readonly standing: UrgingStanding;
}

type UrgingSqlRecord = Pick<
  FoundUrging,
  | "rid"
  | "year"
  | "no"
  | "unit"
  | "task"
  | "taskNo"
  | "title"
  | "text"
  | "issuedOn"
  | "dispatch"
  | "life"
  | "lifeReason"
> & { readonly period: string; readonly office: string };

const findSql = `SELECT rid, year, no, unit, task, task_no AS taskNo, title, text, period, issued_on AS issuedOn,
    dispatch, life, life_reason AS lifeReason, commits.office AS office
  FROM urgings JOIN records USING (rid)
  JOIN commits ON commits.id = records.created WHERE records.id = ? AND life <> 'undone'`;

/** @throws AppError `not-found` */
export const findUrging = (store: Store, id: string): FoundUrging => {
  const row = prepared(store.db, findSql).get(id) as UrgingSqlRecord | undefined;
  if (!row) throw new AppError("not-found", { id });
  const { period, office, ...rest } = row;
  const limit = JSON.parse(period) as Period;
  const steps = stepsOf<UrgingStep>(store.db, row.rid);
  const standing = urgingStanding({ limit, withdrawn: row.life === "withdrawn" }, steps, clockOfStore(store));
  return { ...rest, id, owner: office, number: printedNumber(row), limit, steps, standing };
};

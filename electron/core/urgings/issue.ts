/** Urgings written: issued, one or several in one commit, numbered on from the last of the year; and edited. */
import { AppError } from "#shared/errors.ts";
import { isAbove } from "#shared/units/area.ts";
import type { z } from "zod";
import type { urgingAboutSchema } from "#shared/urgings/record.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { findTask } from "../tasks/find.ts";
import { assignedUnit } from "../tasks/assign.ts";
import { writtenPeriod, yearOfToday } from "../tasks/periods.ts";
import { refuseWithdrawn } from "../tasks/write.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { findUrging } from "./find.ts";
import { nextNumber, refuseTaken } from "./numbers.ts";

export interface UrgingEntry {
  /** By code or name. */
  readonly unit: string;
  /** The record of the task that it is about; null: of none. */
  readonly task: string | null;
  readonly text: string;
  /** As written; empty: none. */
  readonly limit: string;
  readonly dispatch: string | null;
}

/**
 * What issuing would write, each change one new record in the order of the entries, for whoever writes more in the same
 * commit.
 * @throws AppError `not-found` for the task, `task-withdrawn`, `unit-unknown`, `unit-is-group`, `urging-not-below`, `period-backwards`
 */
export const urgingChanges = (store: Store, entries: readonly UrgingEntry[]): ChangeInput[] => {
  const units = unitLookup(store.db);
  const issuedOn = store.today();
  const { year, no } = nextNumber(store, Number(issuedOn.slice(0, 4)));
  return entries.map(({ unit, task, text, limit, dispatch }, place) => ({
    record: newId(store.env),
    kind: "urging",
    unit: "*",
    value: {
      number: { year, no: no + place },
      given: { unit: urged(unit, units) },
      about: about(store, task, units),
      text: text.trim(),
      limit: writtenPeriod(limit.trim(), yearOfToday(store)),
      issuedOn,
      dispatch,
    },
  }));
};

/** All of them are one commit and one undo. @throws as `urgingChanges` */
export const issueUrgings = (store: Store, entries: readonly UrgingEntry[]): Committed =>
  commit(store, { action: "urgings.issue", changes: urgingChanges(store, entries) });

/** An office urges others, one by one, and none that it stands under. */
const urged = (written: string, units: UnitLookup): string => {
  const { office } = units;
  const unit = assignedUnit(written, units);
  if (office !== null && (unit === office || isAbove(unit, office))) {
    throw new AppError("urging-not-below", { unit: units.shown(unit) });
  }
  return unit;
};

const about = (store: Store, task: string | null, units: UnitLookup): z.infer<typeof urgingAboutSchema> => {
  if (task === null) return { task: null, no: "", title: "" };
  const found = findTask(store, task, units);
  refuseWithdrawn(found);
  return { task, no: found.no, title: found.title };
};

/**
 * What another office issued becomes a proposal to it (EX5).
 * @throws AppError `not-found`, `nothing-to-do`, `urging-number-taken`, `period-backwards`, `record-archived`
 */
export const editUrging = (
  store: Store,
  id: string,
  { text, limit, no }: { readonly text?: string; readonly limit?: string; readonly no?: number },
): Committed => {
  const urging = findUrging(store, id);
  refuseArchived(store, { rid: urging.rid, no: urging.number, title: urging.title });
  const changes: ChangeInput[] = [];
  const write = (unit: string, value: unknown): void => {
    changes.push({ record: id, kind: "urging", unit, value });
  };
  if (text !== undefined && text.trim() !== urging.text) write("text", text.trim());
  if (limit !== undefined && limit.trim() !== urging.limit.text) {
    write("limit", writtenPeriod(limit.trim(), Number(urging.issuedOn.slice(0, 4))));
  }
  if (no !== undefined && no !== urging.no) {
    refuseTaken(store, urging, no);
    write("number", { year: urging.year, no });
  }
  return commit(store, { action: "urgings.edit", changes });
};

/** Writes about issues: registered, changed one by one or many at once. Each is one commit, whole or refused. */
import { resolved, type Responsibility } from "#shared/issues/responsibility.ts";
import type { IssueChanges, IssueEntry } from "#shared/issues/view.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { writtenPeriod, yearMeant, yearOfToday } from "../tasks/periods.ts";
import { isSame } from "../tasks/write.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { findIssue } from "./find.ts";

/** Registers an issue; one without a number gets the next one of the ledger. */
export const addIssue = (store: Store, entry: IssueEntry): Committed => {
  const { units, leader, person, phone, limit, no, ...plain } = entry;
  const value = {
    ...plain,
    no: no === undefined || no.trim() === "" ? nextNumber(store) : no.trim(),
    responsibility: resolved({ units: cleaned(units), leader, person, phone }, unitLookup(store.db).codeOf),
    limit: writtenPeriod(limit, yearOfToday(store)),
  };
  return commit(store, {
    action: "issues.add",
    changes: [{ record: newId(store.env), kind: "issue", unit: "*", value }],
  });
};

/** One more than the highest plain number in the ledger. */
const nextNumber = ({ db }: Store): string => {
  const highest = db
    .prepare("SELECT max(no_number) FROM issues WHERE listed = 1 AND no_number IS NOT NULL")
    .pluck()
    .get() as number | null;
  return String((highest ?? 0) + 1);
};

const cleaned = (units: readonly string[]): string[] => [
  ...new Set(units.map((unit) => unit.trim()).filter((unit) => unit !== "")),
];

/** @throws AppError `not-found`, `nothing-to-do` when nothing differs, `record-archived` (EX10) */
export const editIssue = (store: Store, id: string, changes: IssueChanges): Committed =>
  commit(store, { action: "issues.edit", changes: changesOfIssue(store, id, changes, unitLookup(store.db)) });

/**
 * The same change to many, one commit and one undo. Records in which nothing differs are left alone.
 * @throws AppError `not-found`, `nothing-to-do` when nothing differs in any
 */
export const editIssues = (store: Store, ids: readonly string[], changes: IssueChanges): Committed => {
  const units = unitLookup(store.db);
  return commit(store, {
    action: "issues.bulk-edit",
    changes: [...new Set(ids)].flatMap((id) => changesOfIssue(store, id, changes, units)),
  });
};

/**
 * Only the units of merge that differ; what is left out, or undefined, stays. Units that are named anew are resolved
 * anew, so that codes which were not known when it was first written get in.
 */
export const changesOfIssue = (store: Store, id: string, changes: IssueChanges, known: UnitLookup): ChangeInput[] => {
  const issue = findIssue(store, id);
  refuseArchived(store, issue);
  const { units, leader, person, phone, limit, ...plain } = changes;
  const written: ChangeInput[] = [];
  const write = (unit: string, value: unknown): void => {
    written.push({ record: id, kind: "issue", unit, value });
  };
  for (const [unit, value] of Object.entries(plain)) {
    if (value !== undefined && !isSame(value, issue[unit as keyof typeof plain])) write(unit, value);
  }
  const before = issue.responsibility;
  const texts = {
    units: units === undefined ? before.units : cleaned(units),
    leader: leader ?? before.leader,
    person: person ?? before.person,
    phone: phone ?? before.phone,
  };
  const after = resolved(texts, known.codeOf);
  const differs = units === undefined ? !isSame(texts, textsIn(before)) : !isSame(after, before);
  if (differs) write("responsibility", after);
  if (limit !== undefined && limit.trim() !== issue.limit.text) {
    write("limit", writtenPeriod(limit, yearMeant(store, issue.importId, issue.limit)));
  }
  return written;
};

const textsIn = ({ units, leader, person, phone }: Responsibility): Omit<Responsibility, "codes"> => ({
  units,
  leader,
  person,
  phone,
});

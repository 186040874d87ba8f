/** An open question with all that is needed to show or decide it: the record, its changes that count, and who may. */
import { AppError } from "#shared/errors.ts";
import type { ConflictKind } from "#shared/exchange/conflict-view.ts";
import { placeOf } from "#shared/exchange/merge-order.ts";
import type { RecordKind } from "#shared/store/kinds.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { Db } from "../../store/connection.ts";
import { changesOf, type LoadedChange } from "../../store/load-changes.ts";
import { prepared } from "../../store/prepared.ts";

export interface OpenQuestion {
  readonly id: string;
  readonly rid: number;
  readonly kind: ConflictKind;
  readonly unit: string;
  /** Versions, those of steps with their place. */
  readonly names: readonly string[];
  readonly record: string;
  readonly recordKind: string;
}

interface Row extends Omit<OpenQuestion, "names"> {
  readonly versions: string;
}

const openSql = `SELECT conflicts.id, rid, conflicts.kind, unit, versions, records.id AS record, records.kind AS recordKind
  FROM conflicts JOIN records USING (rid)`;

const questionOf = ({ versions, ...row }: Row): OpenQuestion => ({ ...row, names: JSON.parse(versions) as string[] });

/** Those of one record, or all; in the order in which records came. */
export const openQuestions = (db: Db, record?: string): OpenQuestion[] => {
  const rows =
    record === undefined
      ? prepared(db, `${openSql} ORDER BY rid, conflicts.id`).all()
      : prepared(db, `${openSql} WHERE records.id = ? ORDER BY conflicts.id`).all(record);
  return (rows as Row[]).map(questionOf);
};

/** @throws AppError `conflict-gone` when it was decided, or another value joined it */
export const questionById = (db: Db, id: string): OpenQuestion => {
  const row = prepared(db, `${openSql} WHERE conflicts.id = ?`).get(id) as Row | undefined;
  if (!row) throw new AppError("conflict-gone", { id });
  return questionOf(row);
};

export interface Asked extends OpenQuestion {
  readonly declared: RecordKind;
  readonly changes: readonly LoadedChange[];
  /** The changes that it is about, in the order of their names. */
  readonly about: readonly LoadedChange[];
}

/** The question with the record's changes; null where the kind of record is not known here. */
export const askedOf = (db: Db, question: OpenQuestion): Asked | null => {
  const declared = kindByName.get(question.recordKind);
  if (!declared) return null;
  const changes = changesOf(db, question.rid);
  const about = question.names.flatMap((name) => namedBy(changes, name, question.unit) ?? []);
  return { ...question, declared, changes, about };
};

/** Of a version without a place, the change of the unit that is asked about, else of any that it wrote. */
const namedBy = (changes: readonly LoadedChange[], name: string, unit: string): LoadedChange | undefined => {
  if (name.includes("#")) return changes.find((change) => placeOf(change) === name);
  const same = changes.filter(({ version }) => version === name);
  return same.findLast((change) => change.unit === unit) ?? same[0];
};

/** The value that a change gives to the unit that is asked about. */
export const valueIn = (change: Pick<LoadedChange, "unit" | "value">, unit: string): unknown => {
  if (change.unit !== "*") return change.value;
  return typeof change.value === "object" && change.value !== null
    ? (change.value as Record<string, unknown>)[unit]
    : undefined;
};

/** The side that takes the record out, in a question between a withdrawal and work that it did not know of. */
export const isWithdrawal = ({ unit, value }: Pick<LoadedChange, "unit" | "value">): boolean =>
  unit === "life" || (unit === "step" && (value as { step?: string } | null)?.step === "withdraw");

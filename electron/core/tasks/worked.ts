/**
 * The steps of a task as every reader takes them: those of the records that it stands for too (EX8a), each of the unit
 * whose it is (EX4), by the code that stands for that unit now.
 */
import { handsOfOffice, type TakenStep, unitOfStep } from "#shared/tasks/hands.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { signedStepsOf } from "../list/steps.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { standsFor } from "./joined.ts";

const ownerSql = `SELECT office FROM records JOIN commits ON commits.id = records.created WHERE rid = ?`;

/** The office that owns a record: the one that made it (EX4). */
export const ownerOf = (db: Db, rid: number): string =>
  (prepared(db, ownerSql).pluck().get(rid) as string | undefined) ?? "";

/** In the order in which they were taken. */
export const taskStepsOf = (db: Db, rid: number, units: UnitLookup, owner = ownerOf(db, rid)): TakenStep[] => {
  const rids = standsFor(db, rid);
  if (rids.length === 1 && prepared(db, "SELECT 1 FROM steps WHERE rid = ? LIMIT 1").get(rid) === undefined) return [];
  const code = (text: string): string => units.codeOf(text) ?? text;
  return signedStepsOf<TaskStep>(db, rids).map((step) => {
    const unit = unitOfStep(step, owner);
    return { ...step, unit: unit === null ? null : code(unit), office: code(step.office) };
  });
};

/** The hands in which this office has a task. */
export const handsHere = ({ office }: Pick<UnitLookup, "office">, owner: string): string | null =>
  handsOfOffice(office, owner);

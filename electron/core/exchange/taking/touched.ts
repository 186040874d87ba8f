/** Some of the records that a bundle touches, by their titles, for people to see what it is about. */
import type { z } from "zod";
import type { touchedRecordSchema } from "#shared/exchange/report.ts";
import type { Acceptance } from "../../store/accepting.ts";
import { prepared } from "../../store/prepared.ts";
import type { Store } from "../../store/store.ts";

type Touched = z.infer<typeof touchedRecordSchema>;

const mostShown = 100;
const mostLookedAt = 1000;

const titleSql = `SELECT records.kind, coalesce(tasks.title, issues.title, units.name, '') AS title FROM records
  LEFT JOIN tasks USING (rid) LEFT JOIN issues USING (rid) LEFT JOIN units USING (rid) WHERE records.id = ?`;

/** Its kind and title; null for one that is not here. */
export const titleOf = ({ db }: Pick<Store, "db">, id: string): { kind: string; title: string } | null =>
  (prepared(db, titleSql).get(id) as { kind: string; title: string } | undefined) ?? null;

/** The first hundred: those that ask for a decision before all others, units that are only named last. */
export const touchedRecords = (
  store: Store,
  { recordsNew, recordsChanged }: Pick<Acceptance, "recordsNew" | "recordsChanged">,
  left: readonly string[],
): Touched[] => {
  const question = prepared(
    store.db,
    `SELECT kind FROM conflicts WHERE rid = (SELECT rid FROM records WHERE id = ?) ORDER BY kind = 'proposal' LIMIT 1`,
  ).pluck();
  const made = recordsNew.slice(0, mostLookedAt).map((id) => ({ id, how: "new" as const }));
  const changed = recordsChanged.slice(0, mostLookedAt).map((id) => {
    const kind = question.get(id) as string | undefined;
    return {
      id,
      how:
        kind === undefined ? ("changed" as const) : kind === "proposal" ? ("proposal" as const) : ("conflict" as const),
    };
  });
  const gone = left.map((id) => ({ id, how: "left" as const }));
  const asking = changed.filter(({ how }) => how !== "changed");
  const others = changed.filter(({ how }) => how === "changed");
  const told = [...asking, ...gone, ...made, ...others].flatMap(({ id, how }) => {
    const found = titleOf(store, id);
    return found ? [{ id, how, ...found }] : [];
  });
  const isNamedOnly = ({ kind, how }: Touched): boolean => kind === "unit" && (how === "new" || how === "changed");
  return [...told.filter((one) => !isNamedOnly(one)), ...told.filter(isNamedOnly)].slice(0, mostShown);
};

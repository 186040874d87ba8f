/**
 * Whether the tables of an office are what its log says (EX1): computed anew by the replay that `verify` uses, and
 * record by record by merging.
 */
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import { kindByName } from "#shared/store/registry.ts";
import { projections } from "../../projections.ts";
import { derivedTables, digestOf, rowsThatDiffer } from "../../store/digests.ts";
import { changesOf } from "../../store/load-changes.ts";
import { replay } from "../../store/replay.ts";
import type { Store } from "../../store/store.ts";
import { verifyLog } from "../../store/verify-log.ts";

export const disagreements = (store: Store): string[] => {
  const found = verifyLog(store).problems.map(({ code, params }) => `${code} ${params.version}`);
  const rebuilt = replay(store.db, {
    projections,
    today: store.today(),
    settings: () => store.settings(),
    holidays: () => store.holidays(),
    onProgress: () => {},
  });
  for (const table of derivedTables) {
    if (digestOf(rebuilt, table) !== digestOf(store.db, table)) {
      found.push(`${table}: ${rowsThatDiffer(store.db, rebuilt, table)} rows are not what the log says`);
    }
  }
  rebuilt.close();
  return [...found, ...questionsThatDiffer(store)];
};

const questionsThatDiffer = ({ db }: Store): string[] => {
  const records = db.prepare("SELECT rid, id, kind FROM records").all() as { rid: number; id: string; kind: string }[];
  const kept = db
    .prepare("SELECT kind, unit, versions FROM conflicts WHERE rid = ? ORDER BY kind, unit, versions")
    .raw();
  return records.flatMap(({ rid, id, kind }) => {
    const declared = kindByName.get(kind);
    if (!declared) return [];
    const merged = mergeRecord(declared, id, changesOf(db, rid));
    const asked = merged.questions
      .map((question) => [question.kind, question.unit, JSON.stringify(question.versions)])
      .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
    const stands = kept.all(rid) as string[][];
    return JSON.stringify(asked) === JSON.stringify(stands.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)))
      ? []
      : [`${id}: asks ${JSON.stringify(asked)}, keeps ${JSON.stringify(stands)}`];
  });
};

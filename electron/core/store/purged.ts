/**
 * What a purge blanks in the log also lay elsewhere (EX8): titles in the reports of files that were taken in, the kept
 * files that only the blanked values named. In the purge's own transaction these go too, and what can only go once it
 * is in is written down for `system/sweep-purged.ts`.
 */
import type { Db } from "./connection.ts";
import { getMeta, setMeta } from "./log.ts";
import { prepared } from "./prepared.ts";

export const purgedKey = "purged-files";

/** Hashes of files that are to go from the disk; null where nothing was purged since the last sweep. */
export const purgedFiles = (db: Db): readonly string[] | null => {
  const text = getMeta(db, purgedKey);
  return text === null ? null : (JSON.parse(text) as string[]);
};

/** @param values the canonical JSON of what is blanked now. To be called when it is. */
export const forgetPurged = (db: Db, record: string, values: readonly string[]): void => {
  forgetTitles(db, record);
  const named = new Set(values.flatMap((value) => [...value.matchAll(hashPattern)].map(([, hash]) => hash ?? "")));
  const gone = [...named].filter((hash) => !isNamed(db, hash));
  for (const hash of gone) {
    prepared(db, "DELETE FROM attachments WHERE hash = ?").run(hash);
    prepared(db, "DELETE FROM wanted WHERE hash = ?").run(hash);
    prepared(db, "DELETE FROM asked WHERE hash = ?").run(hash);
  }
  setMeta(db, purgedKey, JSON.stringify([...new Set([...(purgedFiles(db) ?? []), ...gone])]));
};

const hashPattern = /"hash":"([0-9a-f]{64})"/gu;

const isNamed = (db: Db, hash: string): boolean =>
  prepared(db, "SELECT 1 FROM changes WHERE instr(value, ?) > 0 LIMIT 1").get(hash) !== undefined;

interface Reported {
  readonly report?: { readonly records?: readonly { readonly id: string; readonly title: string }[] };
}

const forgetTitles = (db: Db, record: string): void => {
  const rows = prepared(db, "SELECT id, report FROM bundles WHERE instr(report, ?) > 0").all(record) as {
    id: number;
    report: string;
  }[];
  for (const { id, report } of rows) {
    const kept = JSON.parse(report) as Reported;
    const records = kept.report?.records?.map((each) => (each.id === record ? { ...each, title: "" } : each));
    if (records === undefined) continue;
    const without = { ...kept, report: { ...kept.report, records } };
    prepared(db, "UPDATE bundles SET report = ? WHERE id = ?").run(JSON.stringify(without), id);
  }
};

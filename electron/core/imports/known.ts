/** The imports that were made: listed, and recognised when the very same file comes again. */
import type { ImportCapability, ImportFacts } from "#shared/imports/record.ts";
import type { ImportLine, Stage } from "#shared/imports/view.ts";
import type { Life } from "#shared/store/life.ts";
import type { Store } from "../store/store.ts";
import { versionSql } from "../store/versions.ts";

interface ImportRow {
  readonly id: string;
  readonly at: string;
  readonly version: string;
  readonly facts: string;
  readonly life: string | null;
}

/** Newest first. */
export const importLines = ({ db }: Store): ImportLine[] => {
  const rows = db
    .prepare(
      `SELECT records.id, commits.at, ${versionSql} AS version,
              (SELECT value FROM facts WHERE facts.rid = records.rid AND unit = 'facts') AS facts,
              (SELECT value FROM facts WHERE facts.rid = records.rid AND unit = 'life') AS life
       FROM records JOIN commits ON commits.id = records.created JOIN epochs ON epochs.no = commits.epoch
       WHERE kind = 'import' ORDER BY commits.id DESC`,
    )
    .all() as ImportRow[];
  return rows.map(({ facts, life, ...row }) => ({
    ...(JSON.parse(facts) as ImportFacts),
    ...row,
    undone: life !== null && (JSON.parse(life) as Life).state === "undone",
  }));
};

export const isUndoneImport = (store: Store, id: string): boolean => store.fact<Life>(id, "life")?.state === "undone";

/** When the same bytes were taken in before, and under which import; null when they were not, or it was undone. */
export const importsKnownAs = (store: Store, hash: string, capability: ImportCapability): Stage["knownAs"] => {
  const known = importLines(store).find((line) => line.hash === hash && line.capability === capability && !line.undone);
  return known ? { id: known.id, at: known.at } : null;
};

/**
 * EX17: what came from a computer after the last bundle that counts. What had been taken in before the revocation was
 * heard of counts until a person withdraws it; what came since is set aside until a person keeps it.
 */
import type { Program } from "../program.ts";
import { setMeta } from "../store/log.ts";
import { markAccepted } from "../store/mark-accepted.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { commitIdOf, versionSql } from "../store/versions.ts";
import { trustOf } from "./identity/roster.ts";
import { lookAgainSql } from "./taking/entries.ts";
import { titleOf } from "./taking/touched.ts";

export interface Reviewed {
  readonly version: string;
  readonly office: string;
  readonly device: string;
  readonly action: string;
  readonly at: string;
  readonly records: { id: string; kind: string; title: string }[];
}

type Here = Pick<Program, "store">;

const keyFor = (version: string): string => `reviewed:${version}`;

interface Row extends Omit<Reviewed, "records"> {
  readonly id: number;
}

/** Commits that came by a revoked computer after what counts of it, and that nobody has decided on. Oldest first. */
export const review = ({ store }: Here): Reviewed[] => {
  const { db } = store;
  const trust = trustOf(store);
  const links = db.prepare("SELECT id, link, device FROM links_in ORDER BY id").all() as {
    id: number;
    link: string;
    device: string;
  }[];
  const find = db.prepare(
    `SELECT DISTINCT commits.id, ${versionSql} AS version, office, device, action, commits.at
     FROM received JOIN commits ON commits.id = received.commit_id JOIN epochs ON epochs.no = commits.epoch
     WHERE link = ? AND number >= ? AND EXISTS (SELECT 1 FROM changes WHERE commit_id = commits.id AND via = link)
       AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'reviewed:' || ${versionSql}) ORDER BY number`,
  );
  const rows = links.flatMap(({ id, link, device }) => {
    const first = firstRevoked(store, id, (number) => trust.isRevoked(device, link, number));
    return first === null ? [] : (find.all(id, first) as Row[]);
  });
  return rows.map(({ id, ...row }) => ({ ...row, records: recordsOf(store, id) }));
};

/** The first number of a link that does not count; null where all do. Those after one that does not do not either. */
const firstRevoked = ({ db }: Store, link: number, isRevoked: (number: number) => boolean): number | null => {
  const last = db.prepare("SELECT last FROM links_in WHERE id = ?").pluck().get(link) as number;
  if (last === 0 || !isRevoked(last)) return null;
  let counts = 0;
  let revoked = last;
  while (revoked - counts > 1) {
    const middle = Math.floor((counts + revoked) / 2);
    if (isRevoked(middle)) revoked = middle;
    else counts = middle;
  }
  return revoked;
};

const recordsOf = ({ db }: Store, commitId: number): Reviewed["records"] => {
  const ids = prepared(
    db,
    "SELECT DISTINCT records.id FROM changes JOIN records USING (rid) WHERE commit_id = ? ORDER BY ord LIMIT 20",
  )
    .pluck()
    .all(commitId) as string[];
  return ids.flatMap((id) => {
    const found = titleOf({ db }, id);
    return found ? [{ id, ...found }] : [];
  });
};

/** @param keep counts from now on; else it stays in the log and counts no more */
export const reviewed = ({ store }: Here, { versions, keep }: { versions: readonly string[]; keep: boolean }): void => {
  store.assertWritable();
  const { db } = store;
  store.atomically(() => {
    markAccepted(store, versions, keep);
    for (const version of versions) {
      setMeta(db, keyFor(version), keep ? "kept" : "withdrawn");
      // What counts again has not been passed on: every stream has gone by it.
      if (keep) db.prepare(lookAgainSql).run({ commit: commitIdOf(db, version) });
    }
  });
};

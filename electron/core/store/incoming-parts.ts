/**
 * Parts of one commit that came before (EX20): their hash is the whole commit's and cannot be computed, so that what a
 * part says is believed only until the whole is here, whose hash can.
 */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import { type HashedChange, lineHash } from "./canonical.ts";
import type { Db } from "./connection.ts";
import { prepared } from "./prepared.ts";

type Head = Pick<BundledCommit, "prev" | "lamport" | "office" | "device" | "format">;

/** Whether a further part says the same of the commit as the part that is here. */
export const isOfSameHead = (db: Db, id: number, commit: Head): boolean => {
  const head = prepared(db, "SELECT prev, lamport, office, device, format FROM commits WHERE id = ?").get(id) as Head;
  const { prev, lamport, office, device, format } = commit;
  return (
    head.prev === prev &&
    head.lamport === lamport &&
    head.office === office &&
    head.device === device &&
    head.format === format
  );
};

interface Row extends HashedChange {
  readonly ord: number;
  readonly rid: number;
}

/**
 * Puts a commit right of which parts are here, by the whole whose hash has been computed.
 * @returns the changes that were not as they have to be, and are gone
 */
export const putRight = (db: Db, id: number, commit: BundledCommit): readonly Row[] => {
  const { prev, lamport, at, office, device, action, note, undoes, format, changes } = commit;
  prepared(
    db,
    `UPDATE commits SET whole = 1, prev = ?, lamport = ?, at = ?, office = ?, device = ?, action = ?, note = ?, undoes = ?,
            format = ? WHERE id = ?`,
  ).run(prev, lamport, at, office, device, action, note, undoes, format, id);
  const hashes = new Map(changes.map((change) => [change.ord, lineHash(asHashed(change))]));
  const rows = prepared(
    db,
    `SELECT ord, rid, records.id AS record, kind, unit, value, base, behalf, purged FROM changes JOIN records USING (rid)
     WHERE commit_id = ?`,
  ).all(id) as Row[];
  const wrong = rows.filter((row) => hashes.get(row.ord) !== lineHash(row));
  for (const { ord } of wrong) prepared(db, "DELETE FROM changes WHERE commit_id = ? AND ord = ?").run(id, ord);
  return wrong;
};

export const asHashed = ({ record, kind, unit, value, base, behalf, purged }: BundledChange): HashedChange => ({
  record,
  kind,
  unit,
  value: value ?? "null",
  base: JSON.stringify(base),
  behalf,
  purged,
});

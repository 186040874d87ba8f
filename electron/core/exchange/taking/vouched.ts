/**
 * Holds what a bundle brings to whom its sender may speak for (EX2, EX4, EX9), before anything of it is put into the log.
 * What fails is not kept: were it true, those who may say so send it as well, and it comes in then as if it were new.
 */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import { isBelieved, type Passing, speaksFor } from "#shared/exchange/vouching.ts";
import { creation } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import { prepared } from "../../store/prepared.ts";
import type { Store } from "../../store/store.ts";

/** Answers whether the sender may pass a commit on. @param hasLost this database lost work of its own, or may have */
export const vouching = (store: Store, peer: string, hasLost: boolean): ((commit: BundledCommit) => boolean) => {
  const passing: Passing = { sender: officeOfPeer(peer), own: store.officeCode() ?? "" };
  if (passing.sender === passing.own) return () => true;
  const believed = isBelieved(passing);
  const authors = new Map<string, readonly string[]>();
  const authorsOf = (epoch: string): readonly string[] => {
    const known = authors.get(epoch) ?? (prepared(store.db, authorsSql).pluck().all(epoch, epoch) as string[]);
    authors.set(epoch, known);
    return known;
  };
  return (commit) =>
    commit.changes.every(isForOthers) &&
    (believed || isItsOwn(store, passing, commit, authorsOf) || mayReturn(store, passing, commit, hasLost));
};

/** Settings, imports and the office itself go between computers of one office alone (EX9). */
const isForOthers = ({ kind }: BundledChange): boolean => kindByName.get(kind)?.scope.reach !== "own";

/** What is here already does no harm; and after a loss one's own work comes back from whoever has it (EX19). */
const mayReturn = (store: Store, { own }: Passing, commit: BundledCommit, hasLost: boolean): boolean =>
  isHere(store, commit) || ((commit.office === own || commit.office === "") && (hasLost || isLostEnd(store, commit)));

const lostEndSql = `SELECT 1 FROM epochs WHERE epoch = ? AND reason <> 'peer' AND no <> ?
  AND EXISTS (SELECT 1 FROM epochs WHERE reason = 'told')
  AND NOT EXISTS (SELECT 1 FROM commits WHERE commits.epoch = no AND commits.seq = ?)`;

/** Told that it went back, this database closed its epoch: what comes after its end there is what it lost (EX19). */
const isLostEnd = ({ db, end }: Store, { epoch, seq }: BundledCommit): boolean =>
  prepared(db, lostEndSql).get(epoch, end.epochNo, seq) !== undefined;

const hereSql = `SELECT 1 FROM commits JOIN epochs ON epochs.no = commits.epoch
  WHERE seq = ? AND hash = ? AND whole = 1 AND (epochs.epoch = ? OR lane_of = ?)`;

const isHere = ({ db }: Store, { epoch, seq, hash }: BundledCommit): boolean =>
  prepared(db, hereSql).get(seq, hash, epoch, epoch) !== undefined;

const authorsSql = `SELECT DISTINCT office FROM commits
  WHERE epoch IN (SELECT no FROM epochs WHERE epoch = ? OR lane_of = ?) AND office <> ''`;

/** An epoch is one life of one database: whoever is not known to write in it does not begin to. */
const isItsOwn = (
  store: Store,
  passing: Passing,
  { epoch, office, changes }: BundledCommit,
  authorsOf: (epoch: string) => readonly string[],
): boolean =>
  epoch !== store.end.epoch &&
  (office === "" || speaksFor(passing, office)) &&
  authorsOf(epoch).every((author) => speaksFor(passing, author)) &&
  changes.every((change) => !makesAgain(store, passing, change));

const makersSql = `SELECT DISTINCT office FROM changes JOIN records USING (rid) JOIN commits ON commits.id = commit_id
  WHERE records.id = ? AND unit = '*' AND state = 0 AND office <> ''`;

/** A record has one beginning; only of a unit every office may have its own entry (EX8a). */
const makesAgain = ({ db }: Store, passing: Passing, { record, kind, unit }: BundledChange): boolean =>
  unit === creation &&
  kindByName.get(kind)?.area === undefined &&
  (prepared(db, makersSql).pluck().all(record) as string[]).some((office) => !speaksFor(passing, office));

/** Whether a record leaves this office's scope on the word of a peer (EX10): not what was made outside the peer's area. */
export const takingAway = (store: Store, peer: string): ((record: string) => boolean) => {
  const passing: Passing = { sender: officeOfPeer(peer), own: store.officeCode() ?? "" };
  if (isBelieved(passing)) return () => true;
  return (record) =>
    (prepared(store.db, makersSql).pluck().all(record) as string[]).every((office) => speaksFor(passing, office));
};

/**
 * Takes opened bundles in (EX23): all of each or nothing. A dry run is the same work in a transaction that is rolled
 * back, so that what it says is what would happen. Files have been written before; nothing here waits for a disk but
 * the database's own.
 */
import { AppError } from "#shared/errors.ts";
import type { Bundle } from "#shared/exchange/bundle.ts";
import type { ExchangeNotice, IntakeReport } from "#shared/exchange/report.ts";
import { hasAttachment } from "../attachments/files.ts";
import { asRefusal } from "../store/connection.ts";
import type { NamedAttachment } from "../store/accepting.ts";
import type { Program } from "../program.ts";
import type { Store } from "../store/store.ts";
import { takenBefore } from "./files-log.ts";
import { mergeRoster, trustOf } from "./identity/roster.ts";
import { takeAck } from "./taking/acks.ts";
import { type Arrival, refuseMisdirected } from "./taking/arrival.ts";
import { compareShared } from "./taking/compare.ts";
import { clockNotices, takeEntries, type TakenEntries } from "./taking/entries.ts";
import { judge } from "./taking/judge.ts";
import { touchedRecords } from "./taking/touched.ts";

export type { Arrival } from "./taking/arrival.ts";

export interface TakeOptions {
  readonly dryRun?: boolean;
  /** Files that come along and would be kept first. */
  readonly arriving?: ReadonlySet<string>;
  /** Runs within the same transaction once everything is in: the inbox notes its file. */
  readonly finish?: (reports: readonly IntakeReport[]) => void;
}

class RolledBack extends Error {
  readonly reports: readonly IntakeReport[];

  constructor(reports: readonly IntakeReport[]) {
    super("rolled back");
    this.reports = reports;
  }
}

/**
 * In the order given; one transaction.
 * @throws AppError `bundle-not-for-us`, `bundle-begins-after`, `bundle-damaged`, `bundle-link-of-another`, `disk-full` …
 */
export const takeIn = (
  { store }: Pick<Program, "store">,
  arrivals: readonly Arrival[],
  { dryRun = false, arriving = new Set(), finish }: TakeOptions = {},
): readonly IntakeReport[] => {
  store.assertWritable();
  try {
    return store.atomically(() => {
      const reports = arrivals.map((arrival) => takeOne(store, arrival, arriving));
      if (dryRun) throw new RolledBack(reports);
      finish?.(reports);
      return reports;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.reports;
    throw asRefusal(error, store.folder);
  }
};

/** Refuses what will be refused by whom it is from and where it begins, before a file is written for it. */
export const refuseUnfit = (store: Store, arrival: Arrival): void => {
  refuseMisdirected(store, arrival, trustOf(store, arrival.bundle.roster));
  try {
    store.atomically(() => {
      judge(store, arrival.bundle);
      throw new RolledBack([]);
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
};

const takeOne = (store: Store, arrival: Arrival, arriving: ReadonlySet<string>): IntakeReport => {
  const { bundle } = arrival;
  const before = takenBefore(store.db, arrival.hash);
  if (before !== null) {
    forgetCome(store, arriving);
    return sameAgain(store, bundle, before);
  }
  refuseMisdirected(store, arrival, trustOf(store, bundle.roster));
  const notices = mergeRoster(store, bundle.roster);
  const trust = trustOf(store);
  const judged = judge(store, bundle);
  const taken = takeEntries(store, arrival, judged, trust);
  if (taken.allQuarantined) return reportOf(store, bundle, taken, notices, null);
  const missing = noteWanted(store, bundle, taken.acceptance.attachments, arriving);
  notices.push(...forkNotices(store, bundle, taken, judged.verdict.forked));
  notices.push(...takeAck(store, bundle, judged.old), ...clockNotices(store, bundle));
  if (missing > 0) notices.push({ code: "wanted-attachments", params: { count: missing } });
  notices.push(...asideNotices(bundle, taken));
  const compared = compareShared(store, bundle);
  return {
    ...reportOf(store, bundle, taken, [...notices, ...compared.notices], compared.code),
    missingAttachments: missing,
  };
};

const nameOf = (store: Store, peer: string): string => {
  const [office = ""] = peer.split("/");
  return trustOf(store).officeOf(office)?.name ?? office;
};

const changesIn = ({ entries }: Bundle): number =>
  entries.reduce((sum, entry) => sum + (entry.type === "commit" ? entry.commit.changes.length : 0), 0);

const nothing = {
  new: 0,
  alreadyHere: 0,
  parallel: 0,
  conflicts: 0,
  proposals: 0,
  quarantined: 0,
  missingAttachments: 0,
  recordsNew: 0,
  recordsChanged: 0,
  recordsLeft: 0,
};

const factsOf = (store: Store, { head }: Bundle) => ({
  from: head.from,
  fromName: nameOf(store, head.from),
  at: head.at,
  range: head.range,
});

/** EX24: changes nothing, and says when it was taken. */
const sameAgain = (store: Store, bundle: Bundle, takenAt: string): IntakeReport => ({
  ...nothing,
  ...factsOf(store, bundle),
  alreadyHere: changesIn(bundle),
  nothingNew: true,
  takenAt,
  notices: [],
  records: [],
  digestCode: null,
});

const reportOf = (
  store: Store,
  bundle: Bundle,
  { acceptance, skipped, poisoned, unvouched, left }: TakenEntries,
  notices: ExchangeNotice[],
  digestCode: string | null,
): IntakeReport => {
  const { parallel, conflicts, proposals, held, quarantined, recordsNew, recordsChanged } = acceptance;
  const aside = held + quarantined + acceptance.poisoned + poisoned + unvouched;
  return {
    ...nothing,
    ...factsOf(store, bundle),
    new: acceptance.new,
    alreadyHere: acceptance.alreadyHere + skipped,
    parallel,
    conflicts,
    proposals,
    quarantined: aside,
    recordsNew: recordsNew.length,
    recordsChanged: recordsChanged.length,
    recordsLeft: left.length,
    nothingNew: acceptance.new === 0 && aside === 0 && left.length === 0,
    takenAt: null,
    notices,
    records: touchedRecords(store, acceptance, left),
    digestCode,
  };
};

/** EX14: files that are named and not here are asked for until they come. How many of this bundle's are missing. */
const noteWanted = (
  { db, folder }: Store,
  { head }: Bundle,
  named: readonly NamedAttachment[],
  arriving: ReadonlySet<string>,
): number => {
  const isHere = (hash: string): boolean => arriving.has(hash) || hasAttachment(folder, hash);
  const want = db.prepare("INSERT OR IGNORE INTO wanted (hash, size, mime, name, peer) VALUES (?, ?, ?, ?, ?)");
  const missing = new Map(named.filter(({ hash }) => !isHere(hash)).map((file) => [file.hash, file]));
  for (const { hash, size, mime, name } of missing.values()) want.run(hash, size, mime, name, head.from);
  forgetCome({ db, folder }, arriving);
  return missing.size;
};

/** Files that were waited for and have come. */
const forgetCome = ({ db, folder }: Pick<Store, "db" | "folder">, arriving: ReadonlySet<string>): void => {
  for (const hash of db.prepare("SELECT hash FROM wanted").pluck().all() as string[]) {
    if (arriving.has(hash) || hasAttachment(folder, hash)) db.prepare("DELETE FROM wanted WHERE hash = ?").run(hash);
  }
};

const forkNotices = (
  store: Store,
  { head }: Bundle,
  { acceptance }: TakenEntries,
  forked: boolean,
): ExchangeNotice[] => {
  if (acceptance.forks.some(({ own }) => own)) {
    return [{ code: "copied-machine", params: { office: store.officeCode() ?? "", device: store.device } }];
  }
  if (!forked && acceptance.forks.length === 0) return [];
  return [{ code: "copied-machine", params: { office: head.from, device: head.device } }];
};

const asideNotices = ({ head }: Bundle, { acceptance, poisoned, unvouched }: TakenEntries): ExchangeNotice[] => {
  const bad = acceptance.poisoned + poisoned;
  return [
    ...(acceptance.held > 0
      ? [{ code: "held-for-newer-version" as const, params: { office: head.from, count: acceptance.held } }]
      : []),
    ...(unvouched > 0 ? [{ code: "not-vouched" as const, params: { office: head.from, count: unvouched } }] : []),
    ...(bad > 0 ? [{ code: "poisoned" as const, params: { office: head.from, count: bad } }] : []),
  ];
};

/** A refusal as the inbox keeps it; null for a fault of the program. */
export const refusalIn = (error: unknown): { code: string; params: Record<string, string | number> } | null =>
  error instanceof AppError ? { code: error.code, params: { ...error.params } } : null;

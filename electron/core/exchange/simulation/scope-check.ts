/**
 * What may stand in a file to a neighbour, said once more and independently of the program's own scope (EX9): a test
 * that asked the program would forgive it every leak.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { Entered } from "./ledger.ts";
import { isWithin, partOf, unitCodes } from "./cast.ts";
import type { LoggedChange, OpenedChange, OpenedFile, RecordView } from "./office.ts";

const codesOf = (value: unknown): readonly string[] => {
  const text = JSON.stringify(value) ?? "";
  return unitCodes.filter((code) => text.includes(`"${code}"`));
};

type Told = Pick<LoggedChange, "unit" | "office" | "behalf" | "value">;

/** Whether a record concerned the receiver at any time, by what the sender knows of it. */
const everConcerned = (receiver: string, kind: string, changes: readonly Told[]): boolean =>
  changes.some(({ unit, office, behalf, value }) => {
    if (unit === "*" && [office, behalf].some((code) => code !== null && isWithin(code, receiver))) return true;
    if (kind === "task") {
      const step = value as { step?: string; unit?: string | null } | null;
      return unit === "step" && step?.step === "assign" && isWithin(step.unit ?? "", receiver);
    }
    if (kind === "urging")
      return (
        (unit === "given" || unit === "*") && codesOf(givenOf(unit, value)).some((code) => isWithin(code, receiver))
      );
    const isResponsible = unit === "responsibility" || unit === "*" || unit === "step";
    return isResponsible && codesOf(value).some((code) => isWithin(code, receiver));
  });

/** Kinds of which several offices have a hand in one record. */
const isOfMany = (kind: string): boolean => ["task", "issue", "urging"].includes(kind);

const givenOf = (unit: string, value: unknown): unknown =>
  unit === "*" ? (value as { given?: unknown } | null)?.given : value;

/** Siblings do not see each other's steps; one without a unit is of the office that wrote it, save the owner's (EX9). */
const mayBeSeen = (receiver: string, office: string, owner: string, { kind, unit, value }: OpenedChange): boolean => {
  if (kind !== "task" || unit !== "step" || value === null) return true;
  const of = (value as { unit?: string | null }).unit ?? (office === owner ? null : office);
  return of === null || office === receiver || isWithin(of, receiver) || isWithin(receiver, of);
};

/** Whether a record concerns the receiver as it stands now. */
const concernsNow = (
  receiver: string,
  changes: readonly LoggedChange[],
  { kind, values, steps }: RecordView,
): boolean => {
  const made = changes.filter(({ unit }) => unit === "*").flatMap(({ office, behalf }) => [office, behalf ?? office]);
  const given =
    kind !== "task"
      ? codesOf(values[kind === "issue" ? "responsibility" : "given"])
      : steps
          .filter(({ rank, retracted }) => rank > 0 && !retracted)
          .map(({ value }) => value as { step?: string; unit?: string | null })
          .map(({ step, unit }) => (step === "assign" || step === "hand-over" ? (unit ?? "") : ""));
  return [...made, ...given].some((code) => code !== "" && isWithin(code, receiver));
};

/** Sentences about everything in the file that its receiver should not see; none when all is well. */
export const leaks = (
  from: Peer,
  to: Peer,
  file: OpenedFile,
  log: readonly LoggedChange[],
  standing: ReadonlyMap<string, RecordView>,
  written: readonly Entered[],
): string[] => {
  const { code } = partOf(to);
  // Another computer of one's own office sees all, and so does its desk (EX21).
  if (partOf(from).code === code || file.entries.length === 0) return [];
  const byRecord = Map.groupBy(log, ({ record }) => record);
  const known = knownOf(code, byRecord, written);
  const left = new Map<string, string>();
  const found: string[] = [];
  for (const entry of file.entries) {
    if ("notice" in entry) {
      // What was sent between two notices was sent while it concerned the receiver.
      left.delete(entry.record);
      if (entry.notice === "leave") left.set(entry.record, "");
      continue;
    }
    for (const change of entry.changes) {
      const told = `${change.kind} ${change.record} ${change.unit} ${JSON.stringify(change.value)}`;
      const owner = known.owners.get(change.record) ?? "";
      const why = leakOf(code, entry.office, owner, change, known);
      if (why) found.push(`${why}: ${told}`);
      if (left.has(change.record)) left.set(change.record, told);
    }
  }
  for (const [record, told] of left) {
    const view = standing.get(record);
    if (told !== "" && view && !concernsNow(code, byRecord.get(record) ?? [], view)) {
      found.push(`sent after it left the scope: ${told}`);
    }
  }
  return found;
};

interface Known {
  readonly concerned: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  readonly owners: ReadonlyMap<string, string>;
}

const knownOf = (
  receiver: string,
  byRecord: ReadonlyMap<string, readonly LoggedChange[]>,
  written: readonly Entered[],
): Known => {
  const concerned = new Set<string>();
  const owners = new Map<string, string>();
  // Values that a purge has blanked since.
  const asWritten = Map.groupBy(
    written.map(({ peer, change }) => ({ ...change, office: partOf(peer).code, behalf: change.behalf ?? null })),
    ({ record }) => record,
  );
  for (const [record, changes] of byRecord) {
    const kind = changes[0]?.kind ?? "";
    const purged = asWritten.get(record) ?? [];
    if (isOfMany(kind) && everConcerned(receiver, kind, [...changes, ...purged])) {
      concerned.add(record);
    }
    owners.set(record, changes.find(({ unit }) => unit === "*")?.office ?? "");
  }
  const named = new Set([...concerned].flatMap((record) => (byRecord.get(record) ?? []).flatMap(namedBy)));
  // What was purged named units too, and so did what the receiver told and this office lost.
  for (const {
    change: { record, kind, value },
  } of written) {
    if (kind !== "unit" && (concerned.has(record) || !byRecord.has(record)))
      for (const code of codesOf(value)) named.add(code);
  }
  // A unit goes along with one that it was joined with (EX8a).
  for (const { unit, value } of [...byRecord.values()].flat())
    if (unit === "sameAs" && typeof value === "string") named.add(value);
  return { concerned, owners, named };
};

const namedBy = ({ office, behalf, value }: LoggedChange): string[] => [office, behalf ?? "", ...codesOf(value)];

const leakOf = (receiver: string, office: string, owner: string, change: OpenedChange, known: Known): string | null => {
  if (change.kind === "unit") {
    const unit = change.record.slice("unit:".length);
    const near =
      isWithin(unit, receiver) || isWithin(receiver, unit) || [...known.named].some((code) => isWithin(code, unit));
    return near ? null : "a unit that nothing names";
  }
  if (!isOfMany(change.kind)) return "of the office itself";
  if (!known.concerned.has(change.record)) return "never concerned the receiver";
  return mayBeSeen(receiver, office, owner, change) ? null : "a step of another unit";
};

/**
 * A record's state from the set of its accepted changes, whatever the order in which they came (EX1). Authority first
 * (EX4), then each unit of merge by itself (EX5, EX6), then the steps and their rules (EX7), then withdrawal (EX8).
 */
import { creation, type Version } from "../store/commit.ts";
import { emptyValue, type RecordKind } from "../store/kinds.ts";
import { Rights } from "./authority.ts";
import { inOrder } from "./merge-order.ts";
import { mergeSteps } from "./merge-steps.ts";
import { mergeUnit, type UnitMerged, type UnitValue } from "./merge-units.ts";
import { type MergeChange, type MergedRecord, type OpenQuestion, purgeUnit } from "./merging.ts";
import { openProposals } from "./proposals.ts";
import { purge } from "./purging.ts";
import { Settled } from "./settled.ts";
import { concurrentWork } from "./withdrawal.ts";

/** What one change gives to one unit of merge; a creation gives to each that it sets. */
type ByUnit = Map<string, UnitValue[]>;

/** Pure, and the same for every order of `changes`; no change may be in it twice. */
export const mergeRecord = (kind: RecordKind, record: string, changes: readonly MergeChange[]): MergedRecord => {
  const ordered = changes.length < 2 ? changes : changes.toSorted(inOrder);
  const before = new Rights(kind, record, ordered);
  const purged = purge(kind, ordered, before);
  const rights = purged.blanked.length === 0 ? before : new Rights(kind, record, purged.changes);
  const hasPurge = ordered.some(({ unit }) => unit === purgeUnit);
  const { standing, proposed } = byUnit(kind, purged.changes, rights, hasPurge);
  const settled = new Settled(purged.changes, rights);

  const heads = new Map<string, readonly Version[]>();
  const values = new Map<string, unknown>();
  const questions: OpenQuestion[] = [];
  const merged = new Map<string, UnitMerged>();
  for (const [unit, each] of standing) {
    const one = mergeUnit(kind.units[unit], each);
    merged.set(unit, one);
    heads.set(unit, one.heads);
    if (one.value !== undefined) values.set(unit, one.value);
    if (one.conflict) questions.push({ kind: "values", unit, versions: one.heads });
  }
  questions.push(...openProposals(standing, proposed, values, settled));

  const steps = mergeSteps(kind, purged.changes, rights, settled, values);
  questions.push(...steps.questions);
  const life = merged.get("life");
  const withdrawn = life && concurrentWork(life, purged.changes, steps.steps, rights);
  if (withdrawn) {
    values.set("life", { state: "live" });
    questions.push({ kind: "withdrawn", unit: "life", versions: withdrawn });
  }
  if (purged.wholly) values.set("life", { state: "undone" });
  return {
    heads,
    values,
    steps: steps.steps,
    questions: questions.length < 2 ? questions : questions.toSorted(byIdentity),
    blanked: purged.blanked,
    whole: ordered.some(({ unit }) => unit === creation),
  };
};

const byUnit = (
  kind: RecordKind,
  changes: readonly MergeChange[],
  rights: Rights,
  hasPurge: boolean,
): { standing: ByUnit; proposed: ByUnit } => {
  const standing: ByUnit = new Map();
  const proposed: ByUnit = new Map();
  const add = (unit: string, change: MergeChange, rank: number, given: unknown): void => {
    const isGone = given === null && (hasPurge || emptyValue(kind, unit) !== null);
    const value = { change, rank, value: isGone ? undefined : given };
    const into = rank > 0 ? standing : proposed;
    const known = into.get(unit);
    if (known) known.push(value);
    else into.set(unit, [value]);
  };
  for (const change of changes) {
    const { unit, value } = change;
    if (unit === creation) {
      for (const [name, each] of Object.entries(value ?? {})) {
        // A unit of a later version; known after the upgrade (EX22).
        if (!Object.hasOwn(kind.units, name)) continue;
        add(name, change, rights.writerRank(kind.units[name]?.writer ?? "registrar", change), each);
      }
    } else if (Object.hasOwn(kind.units, unit)) {
      add(unit, change, rights.rankOf(change), value);
    }
  }
  return { standing, proposed };
};

const byIdentity = (a: OpenQuestion, b: OpenQuestion): number => {
  const left = identityOf(a);
  const right = identityOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
};

const identityOf = ({ kind, unit, versions }: OpenQuestion): string => `${kind}\n${unit}\n${versions.join(" ")}`;

/**
 * The same id in every office (EX6). One that a further value joins has other versions, and so another id.
 * @param hash SHA-256 in hex
 */
export const conflictId = (record: string, question: OpenQuestion, hash: (text: string) => string): string =>
  hash(`${record}\n${identityOf(question)}`).slice(0, 32);

/**
 * The steps of a record after merging: in the order that every office agrees on, those that were taken back, those
 * without authority (EX5), and those that no rule allows where they now stand (EX7).
 */
import type { RecordKind } from "../store/kinds.ts";
import { isSameOffice, type Rights } from "./authority.ts";
import { isSameValue, placeOf, saw } from "./merge-order.ts";
import {
  type MergeChange,
  type MergedStep,
  type OpenQuestion,
  type Retraction,
  retractUnit,
  stepUnit,
} from "./merging.ts";
import type { Settled } from "./settled.ts";
import { hasHash, withoutHash } from "../store/commit.ts";

export interface StepsMerged {
  readonly steps: readonly MergedStep[];
  readonly questions: readonly OpenQuestion[];
}

interface Judged {
  readonly change: MergeChange;
  rank: number;
  retracted: boolean;
}

const none: StepsMerged = { steps: [], questions: [] };

export const mergeSteps = (
  kind: RecordKind,
  changes: readonly MergeChange[],
  rights: Rights,
  settled: Settled,
  values: ReadonlyMap<string, unknown>,
): StepsMerged => {
  const judged: Judged[] = [];
  for (const change of changes) {
    if (change.unit !== stepUnit || change.value === null || change.value === undefined) continue;
    judged.push({ change, rank: rights.rankOf(change), retracted: false });
  }
  if (judged.length === 0) return none;
  const questions: OpenQuestion[] = [];
  takeBack(judged, changes, rights, settled, questions);
  for (const { change, rank, retracted } of judged) {
    if (rank === 0 && !retracted && !settled.has(change)) questions.push(aboutStep("proposal", change));
  }
  leaveOutWithdrawals(kind, judged, settled, questions);
  leaveOutNotAllowed(kind, judged, settled, values, questions);
  return {
    steps: judged.map(({ change, rank, retracted }) => ({
      version: change.version,
      ord: change.ord,
      value: change.value,
      rank,
      retracted,
      office: change.office,
    })),
    questions,
  };
};

const aboutStep = (kind: OpenQuestion["kind"], change: MergeChange): OpenQuestion => ({
  kind,
  unit: change.unit,
  versions: [placeOf(change)],
});

/** The last word counts; it is for who wrote the step, or has authority for it. Anybody else's is a proposal. */
const takeBack = (
  judged: readonly Judged[],
  changes: readonly MergeChange[],
  rights: Rights,
  settled: Settled,
  questions: OpenQuestion[],
): void => {
  for (const change of changes) {
    if (change.unit !== retractUnit || change.value === null) continue;
    const { version, ord, retracted } = change.value as Retraction;
    const step = judged.find(
      (each) =>
        each.change.ord === ord &&
        (hasHash(version) ? each.change.version : withoutHash(each.change.version)) === version,
    );
    if (!step) continue;
    if (isSameOffice(change, step.change) || rights.rankFor(change, step.change) > 0) step.retracted = retracted;
    else if (step.retracted !== retracted && !settled.has(change)) questions.push(aboutStep("proposal", change));
  }
};

const counts = ({ rank, retracted }: Judged): boolean => rank > 0 && !retracted;

/** EX8: a step that takes the record out, and work that neither knew of: the work stays. */
const leaveOutWithdrawals = (
  kind: RecordKind,
  judged: readonly Judged[],
  settled: Settled,
  questions: OpenQuestion[],
): void => {
  if (!kind.stepRule || judged.length < 2) return;
  const isWithdrawal = ({ change }: Judged): boolean => kind.stepRule?.(change.value).withdraws === true;
  const withdrawals = judged.filter((each) => counts(each) && isWithdrawal(each));
  for (const withdrawal of withdrawals) {
    const work = judged.filter(
      (each) => counts(each) && !isWithdrawal(each) && areConcurrent(withdrawal.change, each.change),
    );
    if (work.length === 0) continue;
    withdrawal.rank = -1;
    const isRepeated = withdrawals.some(({ change }) => change !== withdrawal.change && saw(change, withdrawal.change));
    if (isRepeated || settled.has(withdrawal.change)) continue;
    const versions = [withdrawal, ...work].map(({ change }) => placeOf(change)).sort();
    questions.push({ kind: "withdrawn", unit: stepUnit, versions });
  }
};

export const areConcurrent = (one: MergeChange, other: MergeChange): boolean => !saw(one, other) && !saw(other, one);

/** Where all steps are of one epoch their writer saw what it did: only what was written apart can contradict. */
const leaveOutNotAllowed = (
  kind: RecordKind,
  judged: readonly Judged[],
  settled: Settled,
  values: ReadonlyMap<string, unknown>,
  questions: OpenQuestion[],
): void => {
  const taken = judged.filter(counts);
  const first = taken[0]?.change.epoch;
  if (!kind.notAllowed || taken.every(({ change }) => change.epoch === first)) return;
  for (const place of kind.notAllowed(
    taken.map(({ change }) => change.value),
    values,
  )) {
    const step = taken[place];
    if (!step) continue;
    step.rank = -1;
    if (!settled.has(step.change) && !isSaidTwice(step, taken)) questions.push(aboutStep("rules", step.change));
  }
};

/** The very same step written in two places is no contradiction. */
const isSaidTwice = (step: Judged, taken: readonly Judged[]): boolean =>
  taken.some((other) => other !== step && other.rank > 0 && isSameValue(other.change.value, step.change.value));

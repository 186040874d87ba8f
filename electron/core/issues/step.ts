/**
 * Steps of an issue's life, for one or many at once: refused as a whole when the rules refuse one. Evidence is kept by
 * content before the commit that names it.
 */
import { realDay } from "#shared/calendar/real-day.ts";
import { AppError } from "#shared/errors.ts";
import type { IssueStep } from "#shared/issues/record.ts";
import type { Attachment } from "#shared/store/attachment.ts";
import { hasEvidence } from "#shared/issues/standing.ts";
import { isAllowed, issueRules } from "#shared/issues/states.ts";
import type { IssueChanges } from "#shared/issues/view.ts";
import { keepFiles } from "../attachments/files.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { actingFor, actorOf } from "./acting.ts";
import { findIssue, type FoundIssue } from "./find.ts";
import { eachOrNone } from "./refusals.ts";
import { changesOfIssue } from "./write.ts";

export interface StepRequest {
  readonly ids: readonly string[];
  readonly step: Omit<IssueStep, "evidence">;
  /** Paths of evidence that is kept with the step. */
  readonly files: readonly string[];
  readonly confirmed: boolean;
  /** `hand-over`: to whom and until when, where that is not said yet or said otherwise. */
  readonly handOver?: Pick<IssueChanges, "units" | "limit">;
}

/**
 * @throws AppError `not-found`, `issue-step-refused`, `note-missing`, `reopen-unconfirmed`, `evidence-missing`,
 *   `issue-without-unit`, `unit-writes-itself`, `step-not-yours`, `record-archived`, those of `eachOrNone` for many, and those of `keepFile`
 */
export const stepIssues = async (store: Store, request: StepRequest): Promise<Committed> => {
  refuseUnsaid(request);
  store.assertWritable();
  changesOf(store, request, []);
  const evidence = await keepFiles(store.folder, request.files);
  return commit(store, { action: "issues.step", changes: changesOf(store, request, evidence) });
};

/** What the step has to say, whatever the issue. */
const refuseUnsaid = ({ step, files, confirmed }: StepRequest): void => {
  realDay(step.on);
  if (issueRules[step.step].says && (step.text?.trim() ?? "") === "") {
    throw new AppError("note-missing", { step: step.step });
  }
  if (step.step === "reopen" && !confirmed) throw new AppError("reopen-unconfirmed");
  if (step.step === "evidence" && files.length === 0) throw new AppError("evidence-none");
};

const changesOf = (store: Store, request: StepRequest, files: readonly Attachment[]): ChangeInput[] => {
  const units = unitLookup(store.db);
  const ids = [...new Set(request.ids)];
  return eachOrNone(ids, (id) => changesOfOne(store, findIssue(store, id), request, files, units)).flat();
};

const changesOfOne = (
  store: Store,
  issue: FoundIssue,
  { step, files, handOver }: StepRequest,
  evidence: readonly Attachment[],
  units: UnitLookup,
): ChangeInput[] => {
  const { id, no, title, moment, standing } = issue;
  refuseArchived(store, issue);
  // Only an import takes a state over from elsewhere.
  if (step.step === "adopt" || !isAllowed(moment, step.step)) {
    throw new AppError("issue-step-refused", { no, title, state: moment.state, step: step.step });
  }
  const rule = issueRules[step.step];
  if (rule.closes && !step.withoutEvidence && files.length === 0 && !hasEvidence(standing)) {
    throw new AppError("evidence-missing", { no, title });
  }
  const unit = step.unit === null ? null : (units.codeOf(step.unit) ?? step.unit);
  const isUnits = rule.by === "responsible";
  const acting = actingFor(actorOf(store, issue, units), issue, rule.by, units, isUnits ? unit : null);
  if (!acting.may) throw new AppError(acting.why, { no, title, unit: units.shown(acting.unit) });
  const { behalf } = acting;
  const value = {
    ...step,
    unit: isUnits ? (behalf ?? ownUnit(issue, units)) : unit,
    ...(evidence.length > 0 && { evidence }),
  };
  const change: ChangeInput = { record: id, kind: "issue", unit: stepUnit, value, behalf };
  if (step.step === "hand-over") return [...handedTo(store, issue, units, step.unit, handOver), change];
  return step.step === "measures" ? [change, ...reportedMeasures(issue, step.text, behalf)] : [change];
};

/** Another office than the registering one says by code that the step is its own. */
const ownUnit = ({ owner }: FoundIssue, { office }: UnitLookup): string | null => (office === owner ? null : office);

/**
 * An issue is handed over to somebody, until some day: the units and the limit that are named become its own, in the
 * same commit; the unit that the step is of, where nobody was named.
 */
const handedTo = (
  store: Store,
  { id, no, title, responsibility }: FoundIssue,
  known: UnitLookup,
  unit: string | null,
  { units, limit }: NonNullable<StepRequest["handOver"]> = {},
): ChangeInput[] => {
  const already = units ?? responsibility.units;
  const named = already.length > 0 || unit === null ? already : [unit];
  if (named.length === 0) throw new AppError("issue-without-unit", { no, title });
  return changesOfIssue(store, id, { units: [...named], limit }, known);
};

/** What the responsible unit reports as its measures stands in the ledger's column from then on. */
const reportedMeasures = (
  { id, measures }: FoundIssue,
  text: string | undefined,
  behalf: string | null,
): ChangeInput[] =>
  text === undefined || text === measures ? [] : [{ record: id, kind: "issue", unit: "measures", value: text, behalf }];

/** An issue whole: facts, responsibility, where it stands and why, evidence and time line by rounds, and its history. */
import { maskedPhone } from "#shared/issues/phone.ts";
import type { IssueStep } from "#shared/issues/record.ts";
import { judgedIssue } from "#shared/issues/standing.ts";
import { allowedSteps, issueRules } from "#shared/issues/states.ts";
import type { IssueDetail } from "#shared/issues/view.ts";
import { whyNoDue } from "#shared/tasks/due.ts";
import { lightOf } from "#shared/tasks/light.ts";
import { hasAttachment } from "../attachments/files.ts";
import { listContextOf } from "../list/context.ts";
import { listOrigins } from "../list/origin.ts";
import { type StepLine, stepLinesOf } from "../list/step-lines.ts";
import { historyOf } from "../store/history.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { findIssue, type FoundIssue } from "./find.ts";
import { archivedWhy } from "../exchange/archived.ts";
import { marksOf } from "../list/marks.ts";
import { prepared } from "../store/prepared.ts";
import { actingFor, actorOf } from "./acting.ts";

/** @throws AppError `not-found` */
export const issueDetail = (store: Store, id: string, reveal: boolean): IssueDetail => {
  const units = unitLookup(store.db);
  const issue = findIssue(store, id);
  const { standing, limit, responsibility } = issue;
  const context = listContextOf(store);
  const { light, reason } = lightOf(judgedIssue(standing, limit), context.today, context);
  const actor = actorOf(store, issue, units);
  const acting = actingFor(actor, issue, "responsible", units);
  const why = archivedWhy(store, id, issue.rid);
  const { no, title, source, place, category, section, type, measures, note, extra, registeredOn } = issue;
  const phone = reveal ? responsibility.phone : maskedPhone(responsibility.phone);
  return {
    id,
    no,
    title,
    source,
    place,
    category,
    section,
    type,
    note,
    extra,
    registeredOn,
    phone,
    limit,
    light,
    units: responsibility.units.map(units.shown),
    leader: responsibility.leader,
    person: responsibility.person,
    measures,
    due: standing.due,
    state: standing.state,
    stateText: standing.stateText,
    progress: standing.progress,
    percent: standing.percent,
    round: standing.round,
    evidence: standing.files.length,
    doneOn: standing.doneOn,
    closedOn: standing.closedOn,
    origin: originOf(store, issue),
    lightReason: reason.code === "no-due" ? { code: whyNoDue(limit), params: {} } : reason,
    withdrawnReason: withdrawnReasonOf(issue),
    marks: marksOf(store.db, issue.rid),
    owner: issue.owner,
    archivedWhy: why,
    allowed:
      why === null
        ? allowedSteps(issue.moment).filter((step) => actingFor(actor, issue, issueRules[step].by, units).may)
        : [],
    onBehalfOf: acting.may && acting.behalf !== null ? units.shown(acting.behalf) : null,
    files: standing.files.map((file) => filed(store, file)),
    steps: withRounds(stepLinesOf<IssueStep>(store, issue.rid, units), standing.rounds),
    history: historyOf(store, id).map((entry) => (reveal ? entry : withoutPhone(entry))),
  };
};

/** A file that is named here and on its way is not missing: it was not received yet (EX14). */
const filed = (store: Store, file: FoundIssue["standing"]["files"][number]): IssueDetail["files"][number] => {
  const here = hasAttachment(store.folder, file.hash);
  const wanted = !here && prepared(store.db, "SELECT 1 FROM wanted WHERE hash = ?").get(file.hash) !== undefined;
  return { ...file, missing: !here && !wanted, wanted };
};

const originOf = (store: Store, { importId, sheet, row, ord }: FoundIssue): IssueDetail["origin"] =>
  importId === null
    ? null
    : { importId, sheet, row: row ?? 0, order: ord, fileName: listOrigins(store.db)(importId)?.name ?? "" };

const withdrawnReasonOf = ({ life, lifeReason, standing, steps }: FoundIssue): string | null => {
  if (standing.state !== "withdrawn") return null;
  return life === "withdrawn" ? (lifeReason ?? "") : (steps.findLast(({ step }) => step === "withdraw")?.text ?? "");
};

/** Steps that stand have the round they were taken in; one that was taken back stands in the round of the one before. */
const withRounds = (lines: readonly StepLine<IssueStep>[], rounds: readonly number[]): IssueDetail["steps"] => {
  let at = 0;
  let round = 1;
  return lines.map((line) => {
    if (!line.retracted) {
      round = rounds[at] ?? round;
      at += 1;
    }
    return { ...line, round };
  });
};

type Entry = IssueDetail["history"][number];

/** The history holds numbers too, and masks them as the record does. */
const withoutPhone = (entry: Entry): Entry => ({ ...entry, before: masked(entry.before), after: masked(entry.after) });

const masked = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if ("phone" in value && typeof value.phone === "string") return { ...value, phone: maskedPhone(value.phone) };
  if ("responsibility" in value) return { ...value, responsibility: masked(value.responsibility) };
  return value;
};

/** A meeting whole: its agenda as of its day, what was noted and decided, and what that became. */
import type { DispatchStep } from "#shared/dispatch/record.ts";
import type { DispatchDetail, DispatchLine } from "#shared/dispatch/view.ts";
import { stepLinesOf } from "../list/step-lines.ts";
import { historyOf } from "../store/history.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { agendaFor } from "./agenda.ts";
import { findMeeting, meetingBefore, rowOfMeeting } from "./meetings.ts";
import { printedNumber } from "../list/urging-row.ts";

/** @throws AppError `not-found` */
export const dispatchDetail = (store: Store, id: string): DispatchDetail => {
  const meeting = findMeeting(store, id);
  const before = meetingBefore(store, meeting);
  const units = unitLookup(store.db);
  return {
    ...rowOfMeeting(store, meeting),
    head: meeting.head,
    unitNames: meeting.head.units.map(units.shown),
    opening: meeting.words.opening,
    closing: meeting.words.closing,
    before: before && { id: before.id, on: before.head.on, month: before.head.month, title: before.head.title },
    ...agendaFor(store, meeting.head, before?.head.on ?? null),
    steps: linesOf(store, meeting.rid, units),
    withdrawnReason: meeting.life.state === "withdrawn" ? (meeting.life.reason ?? "") : null,
    history: historyOf(store, id),
  };
};

const linesOf = (store: Store, rid: number, units: UnitLookup): DispatchLine[] =>
  stepLinesOf<DispatchStep>(store, rid, units).map((line) => ({
    ...line,
    about: line.data.task === null ? null : taskNamed(store, line.data.task),
    unitName: line.data.unit === null ? null : units.shown(line.data.unit),
    madeTitle: line.data.made === undefined ? null : madeTitle(store, line.data.made),
  }));

const taskSql = "SELECT no, title FROM tasks JOIN records USING (rid) WHERE records.id = ? AND life <> 'undone'";

const taskNamed = ({ db }: Store, id: string): { no: string; title: string } | null =>
  (prepared(db, taskSql).get(id) as { no: string; title: string } | undefined) ?? null;

const urgingSql = "SELECT year, no FROM urgings JOIN records USING (rid) WHERE records.id = ? AND life <> 'undone'";

const madeTitle = (store: Store, id: string): string | null => {
  const urging = prepared(store.db, urgingSql).get(id) as { year: number; no: number } | undefined;
  return urging === undefined ? (taskNamed(store, id)?.title ?? null) : printedNumber(urging);
};

/** Writes about meetings: called, changed, noted at, withdrawn. Each is one commit, whole or refused. */
import { realDay } from "#shared/calendar/real-day.ts";
import type { DispatchHead, DispatchStep } from "#shared/dispatch/record.ts";
import { AppError } from "#shared/errors.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { findTask } from "../tasks/find.ts";
import { isSame } from "../tasks/write.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { findMeeting, type Meeting } from "./meetings.ts";

/** Codes of units written by code or name. @throws AppError `unit-unknown` */
export const knownCodes = (written: readonly string[], units: UnitLookup): string[] => [
  ...new Set(
    written.map((text) => {
      const code = units.codeOf(text);
      if (code === null) throw new AppError("unit-unknown", { code: text });
      return code;
    }),
  ),
];

type Entry = { readonly [Key in keyof DispatchHead]?: DispatchHead[Key] | undefined };

const headOf = (store: Store, entry: Entry, before: DispatchHead): DispatchHead => ({
  month: entry.month ?? before.month,
  on: realDay(entry.on ?? before.on),
  title: entry.title?.trim() ?? before.title,
  place: entry.place?.trim() ?? before.place,
  chair: entry.chair?.trim() ?? before.chair,
  attendees: entry.attendees?.trim() ?? before.attendees,
  units: entry.units === undefined ? before.units : knownCodes(entry.units, unitLookup(store.db)),
});

/** @throws AppError `unit-unknown`, `day-unreal` */
export const addMeeting = (store: Store, entry: Entry & { readonly month: string }): Committed => {
  const usual = { month: entry.month, on: store.today(), title: "", place: "", chair: "", attendees: "", units: [] };
  return commit(store, {
    action: "dispatch.add",
    changes: [{ record: newId(store.env), kind: "dispatch", unit: "*", value: { head: headOf(store, entry, usual) } }],
  });
};

/** A meeting that is to be written about. @throws AppError `not-found`, `dispatch-withdrawn` */
export const workedMeeting = (store: Store, id: string): Meeting => {
  const meeting = findMeeting(store, id);
  if (meeting.life.state === "withdrawn") throw new AppError("dispatch-withdrawn", { month: meeting.head.month });
  return meeting;
};

export interface MeetingEdit {
  readonly head?: Entry | undefined;
  readonly opening?: string | undefined;
  readonly closing?: string | undefined;
}

/** @throws AppError `not-found`, `dispatch-withdrawn`, `nothing-to-do` when nothing differs, those of `addMeeting` */
export const editMeeting = (store: Store, id: string, { head = {}, opening, closing }: MeetingEdit): Committed => {
  const meeting = workedMeeting(store, id);
  const values = {
    head: headOf(store, head, meeting.head),
    words: { opening: opening?.trim() ?? meeting.words.opening, closing: closing?.trim() ?? meeting.words.closing },
  };
  const changes = (["head", "words"] as const)
    .filter((unit) => !isSame(values[unit], meeting[unit]))
    .map((unit) => ({ record: id, kind: "dispatch", unit, value: values[unit] }));
  return commit(store, { action: "dispatch.edit", changes });
};

/** A line of what was said at a meeting, as a change of its own commit or of one with what it became. */
export const lineChange = (store: Store, id: string, step: Omit<DispatchStep, "on">): ChangeInput => ({
  record: id,
  kind: "dispatch",
  unit: stepUnit,
  value: { ...step, on: store.today() },
});

export interface Note {
  readonly task: string | null;
  readonly text: string;
  readonly unit: string | null;
  readonly decision: boolean;
}

/** @throws AppError `not-found` (of the meeting or the task), `dispatch-withdrawn`, `unit-unknown` */
export const noteAt = (store: Store, id: string, { task, text, unit, decision }: Note): Committed => {
  workedMeeting(store, id);
  const units = unitLookup(store.db);
  if (task !== null) findTask(store, task, units);
  const [code = null] = unit === null ? [] : knownCodes([unit], units);
  const step = { step: decision ? "decision" : "note", task, text, unit: code } as const;
  return commit(store, {
    action: decision ? "dispatch.decide" : "dispatch.note",
    changes: [lineChange(store, id, step)],
  });
};

/** It stays in the list with its reason (EX8); what was decided there stays as it is. */
export const withdrawMeeting = (store: Store, id: string, reason: string): Committed => {
  workedMeeting(store, id);
  return commit(store, {
    action: "dispatch.withdraw",
    changes: [withdrawal(id, "dispatch", reason)],
  });
};

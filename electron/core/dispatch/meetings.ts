/** The meetings that are kept: found by id, listed, and the one before another. Each is read whole from its facts. */
import type { DispatchHead, DispatchStep } from "#shared/dispatch/record.ts";
import type { DispatchRow } from "#shared/dispatch/view.ts";
import { AppError } from "#shared/errors.ts";
import type { Life } from "#shared/store/life.ts";
import { stepsOf } from "../list/steps.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

export interface Meeting {
  readonly id: string;
  readonly rid: number;
  readonly head: DispatchHead;
  readonly words: { readonly opening: string; readonly closing: string };
  readonly life: Life;
}

interface MeetingRow {
  readonly id: string;
  readonly rid: number;
  readonly head: string | null;
  readonly words: string | null;
  readonly life: string | null;
}

const factOf = (unit: string): string =>
  `(SELECT value FROM facts WHERE facts.rid = records.rid AND unit = '${unit}') AS ${unit}`;

const sql = `SELECT records.id, records.rid, ${factOf("head")}, ${factOf("words")}, ${factOf("life")}
  FROM records WHERE kind = 'dispatch'`;

/** Without those whose creation was undone, or is not here. */
const madeOf = ({ id, rid, head, words, life }: MeetingRow): Meeting[] => {
  const standing: Life = life === null ? { state: "live" } : (JSON.parse(life) as Life);
  if (head === null || standing.state === "undone") return [];
  return [
    {
      id,
      rid,
      head: JSON.parse(head) as DispatchHead,
      words: words === null ? { opening: "", closing: "" } : (JSON.parse(words) as Meeting["words"]),
      life: standing,
    },
  ];
};

/** @throws AppError `not-found` */
export const findMeeting = ({ db }: Store, id: string): Meeting => {
  const row = prepared(db, `${sql} AND records.id = ?`).get(id) as MeetingRow | undefined;
  const [meeting] = row === undefined ? [] : madeOf(row);
  if (meeting === undefined) throw new AppError("not-found", { id });
  return meeting;
};

/** Newest first. */
const allMeetings = ({ db }: Store): Meeting[] =>
  (prepared(db, sql).all() as MeetingRow[])
    .flatMap(madeOf)
    .toSorted((a, b) => (a.head.on === b.head.on ? b.rid - a.rid : a.head.on < b.head.on ? 1 : -1));

export const rowOfMeeting = ({ db }: Store, { id, rid, head, life }: Meeting): DispatchRow => {
  const steps = stepsOf<DispatchStep>(db, rid);
  const count = (name: DispatchStep["step"]): number => steps.filter(({ step }) => step === name).length;
  return {
    id,
    month: head.month,
    on: head.on,
    title: head.title,
    place: head.place,
    chair: head.chair,
    attendees: head.attendees,
    units: [...head.units],
    notes: count("note"),
    decisions: count("decision"),
    urgings: count("urging"),
    tasks: count("task"),
    withdrawn: life.state === "withdrawn",
  };
};

export const listMeetings = (store: Store): DispatchRow[] =>
  allMeetings(store).map((meeting) => rowOfMeeting(store, meeting));

/** The last one that was held on an earlier day and stands; null: there was none. */
export const meetingBefore = (store: Store, { id, head }: Meeting): Meeting | null =>
  allMeetings(store).find((each) => each.id !== id && each.life.state === "live" && each.head.on < head.on) ?? null;

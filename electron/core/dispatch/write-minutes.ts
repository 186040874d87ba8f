/** Writes the minutes of a meeting as a Word file, from what is kept of it now. */
import { realDay } from "#shared/calendar/real-day.ts";
import type { Language } from "#shared/translations/index.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { writeDocument } from "../documents/write.ts";
import { assertOutside } from "../store/outside.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { dispatchDetail } from "./detail.ts";
import { printedNumber } from "../list/urging-row.ts";
import { type DecidedUrging, minutesOf } from "./minutes.ts";

export interface MinutesAsked {
  readonly id: string;
  readonly path: string;
  readonly language: Language;
  /** The day of the signature; left out: today. */
  readonly on?: string | undefined;
}

/** @throws AppError `not-found`, `day-unreal`, `inside-data-folder`, `disk-full`, `file-not-writable` */
export const writeMinutes = (store: Store, { id, path, language, on }: MinutesAsked) => {
  assertOutside(store.folder, path);
  const meeting = dispatchDetail(store, id);
  const units = unitLookup(store.db);
  const office = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "";
  const urged = meeting.steps.filter(({ retracted, data }) => !retracted && data.step === "urging");
  const urgings = urged.flatMap(({ data }) => decided(store, data.made ?? "", units));
  return writeDocument(path, minutesOf({ meeting, urgings, office, on: realDay(on ?? store.today()), language }));
};

const urgingSql = `SELECT year, no, unit, title, text, limit_text FROM urgings JOIN records USING (rid)
  WHERE records.id = ? AND life = 'live'`;

interface UrgingRow extends Record<"unit" | "title" | "text" | "limit_text", string> {
  readonly year: number;
  readonly no: number;
}

/** None where it was undone or withdrawn since. */
const decided = ({ db }: Store, id: string, units: UnitLookup): DecidedUrging[] => {
  const row = prepared(db, urgingSql).get(id) as UrgingRow | undefined;
  if (row === undefined) return [];
  const { year, no, unit, title, text, limit_text: limit } = row;
  return [{ id, number: printedNumber({ year, no }), unit: units.shown(unit), title, text, limit }];
};

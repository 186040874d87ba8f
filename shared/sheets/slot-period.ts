/**
 * The period that the marks in a month × ten-day grid give: one mark its ten days, marks side by side a range, the same
 * ten days of every month a recurrence, marks with a gap one range with a problem that says so ('Finding the table').
 */
import { addDays, isoOf, lastDayOf } from "../calendar/dates.ts";
import type { PeriodReading } from "../calendar/period-grammar.ts";
import { readPeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import { isBlankText } from "./names.ts";
import type { Slot } from "./slots.ts";

export type Mark = { readonly slot: Slot; readonly text: string };

type Placed = {
  readonly slot: Slot;
  readonly note: string;
  readonly start?: string;
  readonly due?: string;
  readonly read?: Period;
};

const MARK = /^[√✓✔☑●○◎⊙★☆▲△■□◆◇▇█*＊×xXvVyY→➔=＝是有1·•⚫⬤]+$/u;

const yearOf = (slot: Slot, year: number | null): number | undefined =>
  slot.year ?? (year === null ? undefined : year + slot.yearsOn);

const spanOfSlot = (slot: Slot, year: number): { start: string; due: string } => {
  const lastDay = lastDayOf(year, slot.lastMonth);
  const from = slot.tenDay === undefined ? 1 : slot.tenDay * 10 - 9;
  const to = slot.tenDay === undefined || slot.tenDay === 3 ? lastDay : slot.tenDay * 10;
  return { start: isoOf(year, slot.firstMonth, from), due: isoOf(year, slot.lastMonth, to) };
};

/** 19日至20日 in the column 5月中旬 narrows the ten days; 启动 in it does not. */
const placed = (mark: Mark, year: number | null): Placed => {
  const { slot } = mark;
  const note = MARK.test(mark.text) ? "" : mark.text;
  const own = yearOf(slot, year);
  if (own === undefined) return { slot, note };
  const span = spanOfSlot(slot, own);
  if (note === "" || slot.firstMonth !== slot.lastMonth) return { slot, note, ...span };
  const { period } = readPeriod(note, { year: own, month: slot.firstMonth });
  const due = period.due;
  const start = period.start ?? (period.kind === "by" ? span.start : undefined);
  const isWithin =
    due !== undefined && start !== undefined && start <= span.due && due >= span.start && due <= addDays(span.due, 1);
  return isWithin ? { slot, note, start, due, read: period } : { slot, note, ...span };
};

/** 4月中旬至4月下旬 of marks; where cells between say something, every cell that does (4月 制定方案；5月 组织实施；6月 总结). */
const textOf = (marks: readonly Placed[]): string => {
  const name = (mark: Placed) => [mark.slot.name, mark.note].filter((text) => text !== "").join(" ");
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last) return "";
  if (first === last) return name(first);
  const saysMore = marks.slice(1, -1).some((mark) => mark.note !== "");
  return saysMore ? marks.map(name).join("；") : `${name(first)}至${name(last)}`;
};

/** The same ten days, once in every month that the grid shows. */
const recurrence = (filled: readonly Placed[], all: readonly Mark[]): Partial<Period> | undefined => {
  const months = new Set(all.map(({ slot }) => `${slot.yearsOn}-${slot.firstMonth}`));
  const tenDay = filled[0]?.slot.tenDay;
  const isMonthly =
    months.size >= 2 &&
    filled.length === months.size &&
    tenDay !== undefined &&
    filled.every((mark) => mark.slot.tenDay === tenDay);
  if (!isMonthly) return undefined;
  const days = new Set(
    filled.map((mark) =>
      mark.read?.due && (mark.read.kind === "by" || mark.read.start === mark.read.due)
        ? Number(mark.read.due.slice(8))
        : 0,
    ),
  );
  const [day] = days;
  if (days.size === 1 && day) return { day, ...(filled.every((mark) => mark.read?.kind === "by") && { by: true }) };
  return { tenDay };
};

const kindOfOne = (mark: Placed): Period["kind"] => {
  if (mark.read) return mark.read.kind;
  if (mark.slot.tenDay !== undefined) return "ten-day";
  return mark.slot.firstMonth === mark.slot.lastMonth ? "month" : "quarter";
};

const gapless = (filled: readonly Placed[], all: readonly Mark[]): boolean => {
  const positions = filled.map((mark) => all.findIndex(({ slot }) => slot === mark.slot));
  return positions.every((position, index) => index === 0 || position === (positions[index - 1] ?? 0) + 1);
};

/** Reads a row of the grid. `marks` has every slot of the grid in order, with '' where the cell says nothing. */
export const readSlots = (marks: readonly Mark[], year: number | null): PeriodReading => {
  const filled = marks.filter((mark) => !isBlankText(mark.text)).map((mark) => placed(mark, year));
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return { period: { text: "", kind: "unknown" } };
  const text = textOf(filled);
  const every = recurrence(filled, marks);
  if (every) {
    return {
      period: { text: `每月${first.slot.name.replace(/^.*月/u, "")}`, kind: "recurring", every: "month", ...every },
    };
  }
  const yearMissing = first.start === undefined;
  const dates = {
    ...(first.start && (filled.length > 1 || first.read?.kind !== "by") && { start: first.start }),
    ...(last.due && { due: last.due }),
  };
  const kind = filled.length === 1 ? kindOfOne(first) : "range";
  const trouble = yearMissing ? "period-year-missing" : gapless(filled, marks) ? undefined : "period-gap";
  return { period: { text, kind, ...dates }, ...(trouble && { trouble }) };
};

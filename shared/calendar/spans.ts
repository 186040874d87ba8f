/**
 * Ranges and lists of points: 5月19日至20日, 11月15日至次年3月15日, 3月上、中旬. What the second part leaves out it takes
 * from the first, and a range whose end is an earlier month than its start ends in the next year.
 */
import { addDays } from "./dates.ts";
import type { Context, Point, Span, YearWord } from "./points.ts";
import { monthsOfPoint, pointOf, spanOf } from "./points.ts";

/** `years` lists what the text says of its own year; `span` is missing when no year is known. */
export type Reading = {
  readonly kind: "point" | "range";
  readonly point: Point;
  readonly span: Span | undefined;
  /** The list has a hole: 3月、6月. */
  readonly gap?: boolean;
  /** The text's year had to come from outside, and none was known. */
  readonly yearMissing?: boolean;
};

const yearNumber = (word: YearWord, base: number | undefined): number | undefined => {
  if (word === undefined) return base;
  if ("written" in word) return word.written;
  return base === undefined ? undefined : base + word.relative;
};

/** The context that a point leaves to the one behind it. */
const contextAfter = (point: Point): Context => {
  const context: { month?: number; year?: YearWord } = {};
  if (point.month !== undefined) context.month = point.month;
  if (point.year !== undefined && "written" in point.year) context.year = point.year;
  return context;
};

const readPoint = (text: string, context: Context, base: number | undefined): Reading | undefined => {
  const point = pointOf(text, context);
  if (!point) return undefined;
  const year = yearNumber(point.year, base);
  if (year === undefined) return { kind: "point", point, span: undefined, yearMissing: true };
  const span = spanOf(point, year);
  return span && { kind: "point", point, span };
};

/** The years in which a range begins and ends, by what its two ends say of them. */
const rangeYears = (from: Point, to: Point, base: number | undefined): readonly [number, number] | undefined => {
  const turnsOver = monthsOfPoint(to).last < monthsOfPoint(from).first;
  const written = from.year && "written" in from.year ? from.year.written : undefined;
  const ownEnd = to.year && "written" in to.year ? to.year.written : undefined;
  if (written === undefined && ownEnd !== undefined) {
    const begin = from.year ? yearNumber(from.year, base) : turnsOver ? ownEnd - 1 : ownEnd;
    return begin === undefined ? undefined : [begin, ownEnd];
  }
  const begin = written ?? yearNumber(from.year, base);
  if (begin === undefined) return undefined;
  if (ownEnd !== undefined) return [begin, ownEnd];
  if (to.year && "relative" in to.year)
    return [begin, begin + (to.year.relative === 0 && turnsOver ? 1 : to.year.relative)];
  return [begin, turnsOver ? begin + 1 : begin];
};

const readRange = (left: string, right: string, context: Context, base: number | undefined): Reading | undefined => {
  const from = pointOf(left, context);
  if (!from) return undefined;
  const to = endPoint(right, from, context);
  if (!to) return undefined;
  const years = rangeYears(from, to, base);
  if (!years) return { kind: "range", point: from, span: undefined, yearMissing: true };
  const start = spanOf(from, years[0])?.start;
  const due = spanOf(to, years[1])?.due;
  if (!start || !due || due < start) return undefined;
  return { kind: "range", point: to, span: { start, due } };
};

/** The end of a range borrows the month (20日, 下旬) but never the year, which the range's own rule decides. */
const endPoint = (right: string, from: Point, context: Context): Point | undefined => {
  const month = from.month ?? context.month;
  return pointOf(right, month === undefined ? {} : { month });
};

const CONNECTORS = /[-至到]/gu;

const readOne = (text: string, context: Context, base: number | undefined): Reading | undefined => {
  const point = readPoint(text, context, base);
  if (point) return point;
  for (const match of text.matchAll(CONNECTORS)) {
    const left = text.slice(0, match.index).replace(/[起始,]+$/u, "");
    const right = text
      .slice(match.index + 1)
      .replace(/^[,]/u, "")
      .replace(/(?:为?止|结束)$/u, "");
    const range = readRange(left, right, context, base);
    if (range) return range;
  }
  return undefined;
};

/**
 * Whether a text is a range whose end lies before its start (5月20日至5月10日). An end in an earlier month is none: by the
 * grammar it lies in the next year, unless both years are written.
 */
export const isBackwards = (text: string, context: Context, base: number | undefined): boolean =>
  [text, giveUnits(text)].some((each) =>
    [...each.matchAll(CONNECTORS)].some(({ index }) => {
      const from = pointOf(each.slice(0, index).replace(/[起始,]+$/u, ""), context);
      const to = from && endPoint(each.slice(index + 1).replace(/(?:为?止|结束)$/u, ""), from, context);
      const years = from && to && rangeYears(from, to, base);
      if (!years) return false;
      const start = spanOf(from, years[0])?.start;
      const due = spanOf(to, years[1])?.due;
      return start !== undefined && due !== undefined && due < start;
    }),
  );

/** 4、5月 → 4月、5月; 上、中旬 → 上旬、中旬; 5月19、20日 → 5月19日、20日; 4-6月 → 4月-6月. */
const giveUnits = (text: string): string =>
  text
    .replace(/((?:19|20)\d{2})(?=[-至到](?:19|20)\d{2}年)/gu, "$1年")
    .replace(/(?<![\d.])(\d{1,2})(?=(?:[-、,至到]\d{1,2})*[-、,至到]\d{1,2}月)/gu, "$1月")
    .replace(/^(\d{1,2})(?=[-、,至到]\d{1,2}[日号])/u, "$1日")
    .replace(/(?<=月)(\d{1,2})(?=(?:[-、,至到]\d{1,2})+[日号])/gu, "$1日")
    .replace(/(?<=[日][、,])(\d{1,2})(?=(?:[、,]\d{1,2})*[、,]\d{1,2}[日号])/gu, "$1日")
    .replace(/(?<![\d.])([1-4])(?=(?:[-、,至到][1-4])*[-、,至到]第?[1-4]季)/gu, "$1季度")
    .replace(/([上中下])旬?(?=[-、,至到]?[上中下]旬)(?![-至到])[、,]?/gu, "$1旬、")
    .replace(/([上中下])(?=[-至到][上中下]旬)/gu, "$1旬");

const readList = (text: string, context: Context, base: number | undefined): Reading | undefined => {
  const parts = text.split(/[、,;和及与]/u).filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  let around = context;
  let year = base;
  let gap = false;
  let span: Span | undefined;
  let first: Reading | undefined;
  for (const part of parts) {
    const reading = readOne(part, around, year);
    if (!reading) return undefined;
    first ??= reading;
    around = contextAfter(reading.point);
    if (!reading.span) continue;
    year = Number(reading.span.due.slice(0, 4));
    if (span && reading.span.start <= span.due) return undefined;
    if (span && reading.span.start !== addDays(span.due, 1)) gap = true;
    span = { start: span?.start ?? reading.span.start, due: reading.span.due };
  }
  return first && { kind: "range", point: first.point, span, gap, yearMissing: first.yearMissing ?? false };
};

/** Reads normalised text as a point, a range or a list of them. `base` is the year of the list, if known. */
export const readSpan = (text: string, context: Context, base: number | undefined): Reading | undefined =>
  readOne(text, context, base) ?? readOne(giveUnits(text), context, base) ?? readList(giveUnits(text), context, base);

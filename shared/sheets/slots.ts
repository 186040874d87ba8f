/**
 * The columns of a month × ten-day grid (or of months or quarters alone): which part of the year each stands for. A year
 * in the heads counts, and months that begin again at a smaller one are those of the next year.
 */
import { normalisePeriodText } from "../calendar/normalise.ts";

export type Slot = {
  /** Years after that of the list; grows where the months begin again. */
  readonly yearsOn: number;
  /** The year, where the heads name it. */
  readonly year?: number;
  /** Months 1–12, both included. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** 1–3; missing where the column is a whole month or more. */
  readonly tenDay?: number;
  /** The heads on one line: 4月上旬. */
  readonly name: string;
};

const TEN_DAYS: Record<string, number> = { 上: 1, 中: 2, 下: 3 };
/** Heads above the months that make the columns reports rather than a schedule. */
const REPORTS = /情况|进展|成效|问题|得分|数量|金额|投资/u;

type Part = {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly tenDay?: number;
  readonly year?: number;
  readonly name: string;
};

const partOf = (path: readonly string[]): Part | undefined => {
  let year: number | undefined;
  let months: readonly [number, number] | undefined;
  let tenDay: number | undefined;
  const names: string[] = [];
  for (const head of path) {
    const text = normalisePeriodText(head.replace(/[（(][^）)]*[）)]/gu, ""));
    const match =
      /^((?:19|20)\d{2})年?度?$|^((?:19|20)\d{2})?[年.-]?(\d{1,2})月份?([上中下]旬)?$|^第?([1-4])季度$|^([上中下])旬?$/u.exec(
        text,
      );
    if (!match) {
      if (REPORTS.test(head)) return undefined;
      continue;
    }
    if (match[1] ?? match[2]) year = Number(match[1] ?? match[2]);
    if (match[3]) months = [Number(match[3]), Number(match[3])];
    if (match[5]) months = [Number(match[5]) * 3 - 2, Number(match[5]) * 3];
    const part = match[6] ?? match[4]?.[0];
    if (part) tenDay = TEN_DAYS[part];
    if (!match[1]) names.push(match[6] ? `${match[6]}旬` : text);
  }
  if (!months || months[0] < 1 || months[1] > 12) return undefined;
  return {
    firstMonth: months[0],
    lastMonth: months[1],
    name: names.join(""),
    ...(year && { year }),
    ...(tenDay && { tenDay }),
  };
};

/** By column: its slot, if at least two columns have one. Heads as written, top to bottom. */
export const slotsOf = (paths: readonly (readonly string[])[]): (Slot | undefined)[] => {
  const parts = paths.map((path) => {
    const last = path.at(-1);
    return last === undefined ? undefined : isPeriodHead(last) ? partOf(path) : undefined;
  });
  if (parts.filter((part) => part !== undefined).length < 2) return paths.map(() => undefined);
  let yearsOn = 0;
  let before = 0;
  return parts.map((part) => {
    if (!part) return undefined;
    if (part.firstMonth < before) yearsOn += 1;
    before = part.firstMonth;
    return { ...part, yearsOn };
  });
};

const isPeriodHead = (head: string): boolean =>
  /^(?:(?:(?:19|20)\d{2})?[年.-]?\d{1,2}月份?(?:[上中下]旬)?|第?[1-4]季度|[上中下]旬?)$/u.test(
    normalisePeriodText(head.replace(/[（(][^）)]*[）)]/gu, "")),
  );

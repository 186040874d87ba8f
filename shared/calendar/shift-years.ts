/**
 * Years written in a text, moved by a number of years and written again as they were: 2020年底前, 2020.6.30, 20200630,
 * 2020-06, 二〇二〇年, '20年. Words that lean on another year (次年) stay, since they move with it. A 29 February that the
 * other year does not have becomes its last day. For lists that are started again in another year.
 */
import { numberOfNumerals } from "./normalise.ts";

const DIGIT = "[0-9０-９]";
const NUMERAL = "[零〇○一二三四五六七八九]";
const NOT_AFTER_DIGIT = `(?<!${DIGIT})`;

/** 2020 before 年, a separator and a figure, four or two more figures, or the year at the range's other end. */
const WRITTEN = new RegExp(
  `${NOT_AFTER_DIGIT}((?:[1１][9９]|[2２][0０])${DIGIT}{2})(?=\\s*年|\\s*[-./．－–—~～至到]\\s*${DIGIT}|(?:${DIGIT}{2}){1,2}(?!${DIGIT}))`,
  "gu",
);
const NUMERALS = new RegExp(`(?<!${NUMERAL})([一二]${NUMERAL}{3})(?=\\s*年)`, "gu");
/** 20年6月: a year of two figures, as the period grammar takes it. */
const SHORT = /^(\s*'?)(\d{2})(?=年度?(?=$|\d|上|下|第|全|底|末|内|Q))/u;

const wideOf = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
const numeralsOf = (year: number, zero: string): string =>
  String(year).replace(/\d/gu, (digit) => (digit === "0" ? zero : ("一二三四五六七八九"[Number(digit) - 1] ?? "")));

/** Moves every year that is written in `text` by `years`; the rest stays as it is. */
export const shiftYears = (text: string, years: number): string =>
  text
    .replace(WRITTEN, (written: string) => {
      const moved = String(Number(written.normalize("NFKC")) + years);
      return written.normalize("NFKC") === written ? moved : wideOf(moved);
    })
    .replace(NUMERALS, (written: string) => {
      const zero = /[零〇○]/u.exec(written)?.[0] ?? "〇";
      return numeralsOf((numberOfNumerals(written) ?? 0) + years, zero);
    })
    .replace(SHORT, (_whole, before: string, short: string) => {
      const moved = (((Number(short) + years) % 100) + 100) % 100;
      return `${before}${String(moved).padStart(2, "0")}`;
    });

/** Whether a text names a year in figures or numerals: 2020年, 2020, 二〇二〇年. */
export const namesYear = (text: string): boolean => {
  const plain = text.normalize("NFKC");
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(plain) || shiftYears(plain, 1) !== plain;
};

const LEAP_DAYS: readonly (readonly [RegExp, string])[] = [
  [/((?:0?2|２|二)\s*月\s*)(?:29|２９)/gu, "$128"],
  [/((?:0?2|２|二)\s*月\s*)二十九/gu, "$1二十八"],
  [/([-./]\s*0?2\s*[-./]\s*)29(?!\d)/gu, "$128"],
  [/(\d{4}02)29(?!\d)/gu, "$128"],
];

/** 2月29日 → 2月28日, for a year that has no such day. */
export const withoutLeapDay = (text: string): string =>
  LEAP_DAYS.reduce((kept, [pattern, replacement]) => kept.replace(pattern, replacement), text);

/** A deadline written out with its years, where the words that it had cannot say the dates. */
export const datesAsText = (start: string | undefined, due: string | undefined, by: boolean): string => {
  if (due === undefined) return start === undefined ? "" : dayText(start);
  if (by || start === undefined) return `${dayText(due)}前`;
  return start === due ? dayText(due) : `${dayText(start)}至${dayText(due)}`;
};

const dayText = (iso: string): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

/**
 * What a cell that somebody filled in means. Blank says nothing at all: it never erases what stands. Whatever can be
 * understood is taken (text numbers, full-width digits, 85 % and 0.85, days as people write them); what cannot says why.
 */
import { isDay, isoOf, dayOfSerial } from "../calendar/dates.ts";
import { normalisePeriodText } from "../calendar/normalise.ts";
import type { FormField } from "./record.ts";
import { plain, type SaidState, saidStates, stateMeant, yesOrNo } from "./reading-words.ts";
import type { FormProblem } from "./view.ts";

/** What was said, in one way of writing: `value` as a step takes it, `text` as it is compared and shown. */
export type Meaning =
  | { readonly kind: "blank" }
  | { readonly kind: "said"; readonly value: string | number | boolean; readonly text: string }
  | { readonly kind: "invalid"; readonly problem: FormProblem };

const blank: Meaning = { kind: "blank" };
const said = (value: string | number | boolean, text = String(value)): Meaning => ({ kind: "said", value, text });
const invalid = (code: string, params: FormProblem["params"]): Meaning => ({
  kind: "invalid",
  problem: { code, params },
});

/** Longer texts than a cell of Excel holds do not come; blanks at the ends and the kind of line break say nothing. */
const trimmed = (text: string): string => text.replaceAll(/\r\n?/gu, "\n").trim();

/** @param today no day on a form lies after it */
export const meaningOf = (field: FormField, written: string, today: string): Meaning => {
  const text = trimmed(written);
  if (text === "") return blank;
  switch (field) {
    case "received":
      return receivedMeant(text);
    case "state":
      return stateSaid(text);
    case "percent":
      return percentMeant(text);
    case "on":
      return dayMeant(text, today);
    default:
      return said(text);
  }
};

const receivedMeant = (text: string): Meaning => {
  const answer = plain(text) === "1" ? true : yesOrNo(text);
  return answer === null ? invalid("form-received-unknown", { text }) : said(answer);
};

const isSaid = (state: string): state is SaidState => (saidStates as readonly string[]).includes(state);

/** Done is the issuer's word: a unit that writes it says that it reports so. */
const stateSaid = (text: string): Meaning => {
  const state = stateMeant(text);
  if (state === null) return invalid("form-state-unknown", { text });
  if (state === "done") return said("reported-done");
  if (state === "issued") return blank;
  return isSaid(state) ? said(state) : invalid("form-state-not-theirs", { text });
};

const percentMeant = (text: string): Meaning => {
  const found = /^(\d+(?:\.\d*)?)(%)?$/u.exec(plain(text).replaceAll(",", ""));
  if (!found) return invalid("form-percent-unknown", { text });
  const [, digits = "", sign] = found;
  const number = Number(digits);
  // 0.85 without a sign is what Excel keeps of 85 %.
  const percent = sign === undefined && number > 0 && number < 1 ? number * 100 : number;
  if (percent > 100) return invalid("form-percent-range", { text });
  return said(Math.round(percent * 10) / 10);
};

/** Year, month and day with a sign or a word between them, eight digits, or the number that Excel keeps of a day. */
const shapes = [
  /^(\d{4})[-./\p{Script=Han}](\d{1,2})[-./\p{Script=Han}](\d{1,2})\p{Script=Han}?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
] as const;
const withoutYear = /^(\d{1,2})[-./\p{Script=Han}](\d{1,2})\p{Script=Han}?$/u;

const dayMeant = (text: string, today: string): Meaning => {
  const day = dayOf(normalisePeriodText(text), today);
  if (day === null) return invalid("form-date-unknown", { text });
  return day > today ? invalid("form-date-future", { text, today }) : said(day);
};

const dayOf = (text: string, today: string): string | null => {
  for (const shape of shapes) {
    const [found, year, month, day] = shape.exec(text) ?? [];
    if (found !== undefined) return realDay(Number(year), Number(month), Number(day));
  }
  const [found, month, day] = withoutYear.exec(text) ?? [];
  if (found !== undefined) {
    const year = Number(today.slice(0, 4));
    const here = realDay(year, Number(month), Number(day));
    return here !== null && here > today ? realDay(year - 1, Number(month), Number(day)) : here;
  }
  return /^\d{5}$/u.test(text) ? (dayOfSerial(Number(text)) ?? null) : null;
};

const realDay = (year: number, month: number, day: number): string | null =>
  isDay(year, month, day) ? isoOf(year, month, day) : null;

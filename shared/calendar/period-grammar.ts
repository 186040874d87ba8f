/**
 * The period grammar (task-list-import.md 'Period'): a deadline as people write it, read into dates. Whatever it cannot
 * read is `unknown` with its text, never an error; the year comes from the text, else from the list.
 */
import { DAYS_FROM_1900_TO_1904, dayOfSerial, isPlausibleSerial } from "./dates.ts";
import { normalisePeriodText } from "./normalise.ts";
import type { Period } from "./period.ts";
import type { Context } from "./points.ts";
import { countOf, recurrenceOf } from "./recurring.ts";
import type { Reading } from "./spans.ts";
import { isBackwards, readSpan } from "./spans.ts";

export type PeriodOptions = {
  /** The year of the list, for texts that name none. */
  readonly year?: number | null;
  /** The month of the grid's head, for cells that say 19日至20日. */
  readonly month?: number;
  /** The workbook counts from 1904; only bare serials care. */
  readonly date1904?: boolean;
};

/** What had to be assumed or could not be read; the importer words it under `problems.<code>`. */
export type PeriodTrouble = "period-unknown" | "period-gap" | "period-year-missing" | "period-backwards";

export type PeriodReading = { readonly period: Period; readonly trouble?: PeriodTrouble };

const IMMEDIATE =
  /^(?:立[行知整查说接][即立]?[立即]?[改行整办查]|即[知查接说行][即]?[改办整行]|立行立改|立知立行|立整立改|立说立行|接诉即办|立即(?:整改|办理|落实|执行|完成|推进|行动)?|边查边改|边督边改|边学边改|即时(?:整改|办理|完成)?|当即(?:整改|办理)?)$/u;

const LASTING = "(?:长期|持续|常态化?|长效|始终|不断|一直)";
const DOING =
  "(?:性|化|地)?(?:坚持|推进|推动|保持|巩固|抓好?|抓落实|整改|整治|开展|落实|实施|执行|监管|管控|提升|深化|跟进|做好|进行|运行|管理|发力|用力|工作|任务|推行|坚持推进|坚持整改)?";
const ONGOING_WORDS = `(?:${LASTING}${DOING}(?:整改|推进|落实)?|常抓不懈|坚持不懈|形成(?:长效|常态)机制|建立(?:健全)?长效机制|常年(?:坚持|推进|开展)?|经常性?(?:开展)?|不间断)`;
const ONGOING = new RegExp(`^(?:要|需|应)?${ONGOING_WORDS}$`, "u");
const JOIN = "[,、;.:/+]*(?:并且|而且|同时|并|且|后|再|及|和|以后|之后)*(?:要|需|应)?";
const ONGOING_TAIL = new RegExp(`${JOIN}${ONGOING_WORDS}$`, "u");
const ONGOING_HEAD = new RegExp(`^${ONGOING_WORDS}[,、;.]`, "u");

const DONE_WORDS =
  "(?:(?:全面|全部|基本|确保|力争|争取|按时|保质保量|正式|集中)*(?:完成(?:整改|任务|销号|报送|验收|工作|建设|治理)?|办结|整改到位|整改完毕?|整改|落实到位|落实|到位|报送|上报|报告|启动|开展|实施|组织开展|组织|召开|举办|举行|进行|推进|销号|办理|反馈|结束|见效|达标|竣工|建成|投用|提交|印发|出台))";
const DONE_TAIL = new RegExp(`(?<!^)(?:[,、并及和且]*${DONE_WORDS})+$`, "u");
const LEAD_IN =
  /^(?:(?:完成)?(?:时限|时间|期限)[:]|于|在|自(?!即|印|下|通)|从(?!即|现)|力争|争取|确保|计划|拟于?|预计|原则上|初步定于|定于|大约|约)+/u;
const BY_LEAD_IN =
  /^(?:(?:自|从)?(?:即日|现在|印发之日|下发之日|通知之日)起?(?:至|到)|截至|截止到?|截止至|最迟|最晚|不晚于|不迟于|不得晚于|不得迟于|到|至)(?:于|到|至)?/u;
const BY_TAIL = /(?:之前|以前|前)$/u;
const UNTIL_TAIL = /(?:为?止|截止)$/u;

/** 4月10日前（长期坚持） says it as plainly as without brackets. */
const freeOngoing = (text: string): string =>
  text.replace(/\(([^()]*)\)/gu, (whole, inner: string) => (ONGOING.test(inner) ? `,${inner}` : whole));

const strip = (text: string): string => {
  const bare = text.replace(/^[,、;.:]+|[,、;.:!]+$/gu, "");
  const withoutBrackets = bare.replace(/\([^()]*\)/gu, "");
  return withoutBrackets === ""
    ? bare.replace(/^\(|\)$/gu, "")
    : withoutBrackets.replace(/^[,、;.:]+|[,、;.:]+$/gu, "");
};

/** Takes 并长期坚持 and its kin away: what is left, and whether there was any. */
const withoutOngoing = (text: string): { rest: string; ongoing: boolean } => {
  const rest = strip(text.replace(ONGOING_TAIL, "").replace(ONGOING_HEAD, ""));
  return rest === text ? { rest, ongoing: false } : { rest, ongoing: true };
};

const KIND_OF_UNIT = {
  day: "date",
  "ten-day": "ten-day",
  "half-month": "range",
  month: "month",
  quarter: "quarter",
  quarters: "range",
  "half-year": "half-year",
  year: "year",
} as const satisfies Record<Reading["point"]["unit"], Period["kind"]>;

type Found = Omit<Period, "text"> & { trouble?: PeriodTrouble };

const found = (reading: Reading, by: boolean): Found => {
  const trouble: PeriodTrouble | undefined = reading.yearMissing
    ? "period-year-missing"
    : reading.gap
      ? "period-gap"
      : undefined;
  const told = trouble ? { trouble } : {};
  if (reading.kind === "range") return { kind: "range", ...reading.span, ...told };
  if (by || reading.point.atEnd) return { kind: "by", ...(reading.span && { due: reading.span.due }), ...told };
  return { kind: KIND_OF_UNIT[reading.point.unit], ...reading.span, ...told };
};

const dated = (text: string, context: Context, base: number | undefined): Found | undefined => {
  const whole = readSpan(text, context, base);
  if (whole) return found(whole, false);
  const led = text.replace(LEAD_IN, "");
  const byLed = led.replace(BY_LEAD_IN, "");
  const bare = byLed.replace(BY_TAIL, "").replace(UNTIL_TAIL, "");
  if (bare === text || bare === "") return undefined;
  const isBy = byLed !== led || bare !== byLed;
  // 6月底前, 年底前: without 前 these name the last ten days or the year's end
  const reading = readSpan(bare, context, base);
  return reading && found(reading, isBy);
};

const workdaysOf = (text: string): Found | undefined => {
  const match = /(\d+|[一二两三四五六七八九十]+)个?工作日(?:之|以)?内?/u.exec(text);
  const workdays = match && countOf(match[1] ?? "");
  return workdays && workdays > 0 ? { kind: "workdays", workdays } : undefined;
};

/** 5月至10月每月15日, 2020年每季度: a recurrence within a span. */
const recurring = (text: string, context: Context, base: number | undefined): Found | undefined => {
  const whole = recurrenceOf(text);
  if (whole?.every === "year") return { kind: "recurring", ...whole, ...yearlySpan(text, base) };
  if (whole) return { kind: "recurring", ...whole };
  const at = text.search(/每|逐月|按月|按季/u);
  if (at <= 0) return undefined;
  const recurrence = recurrenceOf(text.slice(at));
  const before = strip(text.slice(0, at));
  const since = before.replace(/(?:起|开始)$/u, "");
  const span = recurrence && dated(since.replace(/(?:期间|内|的)$/u, ""), context, base);
  if (!span) return undefined;
  if (since !== before) return { kind: "recurring", ...recurrence, ...(span.start && { start: span.start }) };
  return {
    kind: "recurring",
    ...recurrence,
    ...(span.start && { start: span.start }),
    ...(span.due && { due: span.due }),
  };
};

/** 每年11月15日至次年3月15日: the dates of the list's own year stand beside the recurrence. */
const yearlySpan = (text: string, base: number | undefined): Partial<Found> => {
  const rest = text.replace(/^(?:每1?个?年度?|按年度?|逐年)的?/u, "");
  const span = rest === "" ? undefined : dated(rest, {}, base);
  return span
    ? {
        ...(span.start && { start: span.start }),
        ...(span.due && { due: span.due }),
        ...(span.kind === "by" && { by: true }),
      }
    : {};
};

const immediateOf = (text: string): Found | undefined => (IMMEDIATE.test(text) ? { kind: "immediate" } : undefined);

const readBare = (text: string, context: Context, base: number | undefined): Found | undefined =>
  dated(text, context, base) ?? recurring(text, context, base) ?? workdaysOf(text) ?? immediateOf(text);

/** 自4月起长期坚持: only the start is known. */
const sinceOf = (text: string, context: Context, base: number | undefined): Found | undefined => {
  const since = /^(.+?)(?:开始|起|以来)$/u.exec(text.replace(LEAD_IN, ""));
  const reading = since && readSpan(since[1] ?? "", context, base);
  return reading ? { kind: "ongoing", ...(reading.span && { start: reading.span.start }) } : undefined;
};

const readLasting = (text: string, context: Context, base: number | undefined): Found | undefined => {
  if (ONGOING.test(text)) return { kind: "ongoing", ongoing: true };
  const { rest, ongoing } = withoutOngoing(text);
  if (!ongoing || rest === "") return undefined;
  const inner = readTrimmed(rest, context, base) ?? sinceOf(rest, context, base);
  return inner && { ...inner, ongoing: true };
};

/** 完成, 报送, 整改到位 behind a date say what to do, not when. */
const readTrimmed = (text: string, context: Context, base: number | undefined): Found | undefined => {
  const whole = readBare(text, context, base);
  if (whole) return whole;
  const trimmed = strip(text.replace(DONE_TAIL, ""));
  return trimmed === text ? undefined : readBare(trimmed, context, base);
};

/** Words behind a date that change what it means, or begin another date. */
const CHANGES_DATE =
  /^(?:起|后|以后|之后|开始|左右|上下|前后|或|至|到|-|以来|期间|再|每)|[\d年月日旬季周]|半|每|[一二三四五六七八九十]次/u;

/** 4月10日前报市人大办公室, 5月上旬召开动员会: a date, and what is to be done by then. */
const readOpening = (text: string, context: Context, base: number | undefined): Found | undefined => {
  for (let end = text.length - 1; end >= Math.max(2, text.length - 24); end--) {
    const rest = text.slice(end);
    if (CHANGES_DATE.test(rest)) return undefined;
    const opening = dated(text.slice(0, end), context, base);
    if (opening) return opening;
  }
  return undefined;
};

/** 2020年12月31日至2020年12月1日 has 23 characters. */
const LONGEST_RANGE = 28;

/** Of a text that nothing else could be made of: a range that runs backwards, whatever stands before or behind it. */
const endsBeforeItBegins = (text: string, context: Context, base: number | undefined): boolean => {
  const bare = withoutOngoing(text).rest.replace(LEAD_IN, "").replace(BY_LEAD_IN, "");
  for (let end = Math.min(bare.length, LONGEST_RANGE); end >= 3; end--)
    if (isBackwards(bare.slice(0, end), context, base)) return true;
  return false;
};

const serialOf = (text: string, date1904: boolean): string | undefined => {
  if (!/^\d{5}(?:\.\d+)?$/u.test(text)) return undefined;
  const serial = Number(text) + (date1904 ? DAYS_FROM_1900_TO_1904 : 0);
  return isPlausibleSerial(serial) ? dayOfSerial(serial) : undefined;
};

const isBlank = (text: string): boolean => text === "" || /^[/／—―–－-]+$/u.test(text);

/** 5月中旬19日, as a grid's head and its cell make it: the day says it all, if it lies in the ten. */
const withoutTenDayOfDay = (text: string): string =>
  text.replace(/月([上中下])旬(?=(\d{1,2})[日号])/gu, (whole, tenDay: string, day: string) =>
    "上中下"[Math.min(2, Math.floor((Number(day) - 1) / 10))] === tenDay ? "月" : whole,
  );

/** Reads a deadline and says what is wrong with it, if anything. A blank one is unknown and nothing is wrong. */
export const readPeriod = (written: string, options: PeriodOptions = {}): PeriodReading => {
  const text = written.trim();
  if (isBlank(text)) return { period: { text: "", kind: "unknown" } };
  const normal = withoutTenDayOfDay(strip(freeOngoing(normalisePeriodText(text))));
  const serial = serialOf(normal, options.date1904 ?? false);
  if (serial) return { period: { text, kind: "date", start: serial, due: serial } };
  const context: Context = options.month === undefined ? {} : { month: options.month };
  const base = options.year ?? undefined;
  const reading =
    readLasting(normal, context, base) ?? readTrimmed(normal, context, base) ?? readOpening(normal, context, base);
  if (!reading) {
    const trouble = endsBeforeItBegins(normal, context, base) ? "period-backwards" : "period-unknown";
    return { period: { text, kind: "unknown" }, trouble };
  }
  const { trouble, kind, ...rest } = reading;
  return { period: { text, kind, ...rest }, ...(trouble && { trouble }) };
};

/** The period that a text means, by the grammar of task-list-import.md; `unknown` when it means none that we know. */
export const parsePeriod = (text: string, options: PeriodOptions = {}): Period => readPeriod(text, options).period;

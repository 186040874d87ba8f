/** From a ledger's rows to issues in the making: everything read, the state still open to what other lists may say. */
import type { PeriodReading } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import type { Column } from "../sheets/columns.ts";
import type { Group } from "../sheets/groups.ts";
import { groupText, ownText, periodReader } from "../sheets/groups.ts";
import type { Line } from "../sheets/lines.ts";
import { memo } from "../sheets/memo.ts";
import { normaliseName } from "../sheets/names.ts";
import { withoutSectionNumber } from "../sheets/phrases.ts";
import type { ReadingProblem } from "../sheets/reading.ts";
import type { RecordRow } from "../sheets/records.ts";
import { recordsOf } from "../sheets/records.ts";
import { readSlots } from "../sheets/slot-period.ts";
import type { Value } from "../sheets/values.ts";
import { splitUnits } from "../units/split.ts";
import type { IssueMeaning } from "./reading-dictionary.ts";
import { monthOfReport } from "./reading-dictionary.ts";
import { plainDigits, splitPerson } from "./reading-person.ts";
import type { StateSign } from "./reading-states.ts";
import { decide, rankOfState, signOfProgress, signOfStatus, typeOfWord } from "./reading-states.ts";
import type { IssueReadingRow } from "./reading.ts";

type Row = RecordRow<IssueMeaning>;
type IssueColumn = Column<IssueMeaning>;

export type LedgerContext = {
  readonly sheet: string;
  readonly year: number | null;
  readonly date1904: boolean;
  readonly states: Readonly<Record<string, string>>;
};

export type IssueDraft = Omit<IssueReadingRow, "state" | "stateText"> & {
  readonly signs: readonly StateSign[];
  /** The number stands in the row itself. */
  readonly ownNo: boolean;
  /** Columns to blame, by field. */
  readonly columns: Readonly<Partial<Record<string, number>>>;
};

type Counts = {
  items: number;
  merged: number;
  sections: number;
  notes: number;
  repeatedHeaders: number;
  listed: number;
};

export type Drafts = { readonly drafts: IssueDraft[]; readonly problems: ReadingProblem[]; readonly counts: Counts };

type IssueGroup = Group<IssueMeaning>;

/** The months of monthly columns in their order: by number, and after December the next year's where they run on. */
const monthOrder = (columns: readonly IssueColumn[]): IssueColumn[] => {
  const months = columns.map((column) => monthOfReport(column.path.map(normaliseName)) ?? 0);
  const turns = months.filter((month, index) => index > 0 && month < (months[index - 1] ?? 0)).length;
  const turnsOnce = turns === 1 && months.length > 2;
  let yearsOn = 0;
  const keyed = columns.map((column, index) => {
    const month = months[index] ?? 0;
    if (turnsOnce && index > 0 && month < (months[index - 1] ?? 0)) yearsOn = 12;
    return { column, key: month + yearsOn };
  });
  return keyed.toSorted((a, b) => a.key - b.key).map(({ column }) => column);
};

type Told = { readonly signs: StateSign[]; readonly progress: string; readonly extra: Record<string, string> };

/** What the progress, monthly and status columns of one row say together. */
const toldBy = (
  text: (column: IssueColumn) => string,
  columns: readonly IssueColumn[],
  context: LedgerContext,
): Told => {
  const extra: Record<string, string> = {};
  const signs: StateSign[] = [];
  let progress = "";
  const take = (column: IssueColumn) => {
    const read = signOfProgress(text(column), context.states);
    if (read.sign) signs.push(read.sign);
    if (read.progress === "") return;
    if (progress === "") progress = read.progress;
    else extra[column.name] = read.progress;
  };
  for (const column of columns) {
    if (column.meaning !== "state") continue;
    const sign = signOfStatus(text(column), column.name, context.states);
    if (sign) signs.push(sign);
  }
  for (const column of columns) if (column.meaning === "progress") take(column);
  const monthly = monthOrder(columns.filter((column) => column.meaning === "monthly")).filter(
    (column) => text(column) !== "",
  );
  const latest = monthly.at(-1);
  if (latest) take(latest);
  for (const column of monthly.slice(0, -1)) extra[column.name] = text(column);
  return { signs, progress, extra };
};

/** Of measure rows with states of their own the one least far on decides: a problem is done when all of it is. */
const toldByGroup = (group: IssueGroup, columns: readonly IssueColumn[], context: LedgerContext): Told => {
  const first = toldBy((column) => group.first.value(column).text, columns, context);
  if (group.others.length === 0) return first;
  const all = [first, ...group.others.map((row) => toldBy((column) => ownText(row, column), columns, context))];
  const decided = all.flatMap((told) => {
    const sign = decide(told.signs);
    return sign ? [sign] : [];
  });
  const least = decided.reduce<StateSign | undefined>(
    (a, b) => (a === undefined || rankOfState(b.state) < rankOfState(a.state) ? b : a),
    undefined,
  );
  const progress = [...new Set(all.map((told) => told.progress).filter((text) => text !== ""))].join("\n");
  return {
    signs: least ? [least] : [],
    progress,
    extra: Object.assign({}, ...all.map((told) => told.extra).toReversed()),
  };
};

const SOURCE_ENDS =
  /(?:转办|交办|反馈|投诉|信访|征集|督办|移交|举报|反映|来信|来访|接访|视察|检查|调研|巡查|督察|督查|巡视|上报|转交|热线|走访|评议)(?:的|到的|发现的?)?(?:件|问题|意见|意见建议|建议|事项|线索|案件|工单)$/u;

/** 一、12345热线转办件 → 12345热线转办件; undefined where the section names no source. */
export const sourceOfSection = (section: string | undefined): string | undefined => {
  const bare =
    section === undefined
      ? ""
      : withoutSectionNumber(section)
          .replace(/[（(][^）)]*[）)]$|[：:]$/gu, "")
          .trim();
  return SOURCE_ENDS.test(bare) ? bare : undefined;
};

const closedOnOf = (reading: PeriodReading): string | undefined =>
  reading.period.kind === "date" || reading.period.kind === "by" ? reading.period.due : undefined;

type Reader = {
  readonly columns: readonly IssueColumn[];
  readonly context: LedgerContext;
  /** 问题类型 names types of rectification. */
  readonly typed: boolean;
  readonly units: (text: string) => readonly string[];
  readonly period: (value: Value) => PeriodReading;
};

/** What further measure rows say of their own about the limit: one issue has one limit, so these are told, not taken. */
const limitsBeside = (group: IssueGroup, column: IssueColumn | undefined): { row: number; text: string }[] =>
  column === undefined
    ? []
    : group.others
        .map((row) => ({ row: row.row, text: ownText(row, column) }))
        .filter(({ text }) => text !== "" && text !== group.first.value(column).text);

const limitOf = (group: IssueGroup, reader: Reader): PeriodReading => {
  const { columns, context } = reader;
  const column = columns.find((one) => one.meaning === "limit");
  const written = column && reader.period(group.first.value(column));
  const slots = columns.filter((one) => one.meaning === "slot");
  if ((written && written.period.text !== "") || slots.length === 0)
    return written ?? { period: { text: "", kind: "unknown" } };
  return readSlots(
    slots.flatMap((one) => (one.slot ? [{ slot: one.slot, text: groupText(group, one) }] : [])),
    context.year,
  );
};

const draftOf = (group: IssueGroup, reader: Reader, problems: ReadingProblem[]): IssueDraft => {
  const { columns, context } = reader;
  const { first } = group;
  const by = (meaning: IssueMeaning) => columns.find((column) => column.meaning === meaning);
  const text = (meaning: IssueMeaning) => {
    const column = by(meaning);
    return column ? groupText(group, column) : "";
  };
  const blame = (field: string, meaning: IssueMeaning, code: string, params: ReadingProblem["params"]) => {
    const column = by(meaning)?.index;
    problems.push({
      row: first.row,
      sheet: context.sheet,
      ...(column !== undefined && { column }),
      field,
      code,
      params,
    });
  };

  const limit = limitOf(group, reader);
  if (limit.trouble) blame("limit", "limit", limit.trouble, { text: limit.period.text });
  for (const { row, text: other } of limitsBeside(group, by("limit")))
    blame("limit", "limit", "limit-beside", { text: limit.period.text, row, other });
  const told = toldByGroup(group, columns, context);
  const decided = decide(told.signs);
  if (decided?.unknown) blame("state", "state", "state-unknown", { text: decided.text });

  const typeColumn = by("type");
  const typeText = text("type");
  const type = typeOfWord(typeText);
  if (typeText !== "" && !type && reader.typed) blame("type", "type", "type-unknown", { text: typeText });

  const closedColumn = by("closedOn");
  const closed = closedColumn && reader.period(first.value(closedColumn));
  const closedOn = closed && closedOnOf(closed);
  if (closed && closed.period.text !== "" && !closedOn)
    blame("closedOn", "closedOn", "closed-on-unknown", { text: closed.period.text });

  const { person, phone: phoneBeside } = splitPerson(text("person"));
  const phone = plainDigits(text("phone")) || phoneBeside;
  const leader = splitPerson(text("leader"));
  const section = text("section") || first.section;
  const source = by("source") ? text("source") : (sourceOfSection(section) ?? "");
  const unitColumn = by("unit");
  const extra: Record<string, string> = { ...told.extra };
  for (const column of columns) if (column.meaning === "extra") extra[column.name] = groupText(group, column);
  if (typeColumn && typeText !== "" && !type) extra[typeColumn.name] = typeText;
  // the leader's telephone is kept, but it is not the responsible person's
  if (leader.phone !== "") extra[by("leader")?.name ?? "leader"] = text("leader");
  const kept = Object.entries(extra).filter(([, value]) => value !== "");

  const optional = {
    section,
    source,
    place: text("place"),
    leader: leader.person,
    person,
    phone,
    measures: text("measures"),
  };
  return {
    row: first.row,
    sheet: context.sheet,
    ...(first.no !== undefined && { no: first.no }),
    ownNo: first.ownNo,
    title: first.title,
    unit: unitColumn ? reader.units(groupText(group, unitColumn)) : [],
    limit: limit.period satisfies Period,
    signs: told.signs,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined && value !== "")),
    ...(type && { type }),
    ...(told.progress !== "" && { progress: told.progress }),
    ...(closedOn && { closedOn }),
    ...(text("note") !== "" && { note: text("note") }),
    ...(kept.length > 0 && { extra: Object.fromEntries(kept) }),
    columns: Object.fromEntries(columns.map((column) => [column.meaning, column.index])),
  };
};

/** Whether 问题类型 really names types of rectification; else the column is a class of another kind and told as it is. */
const namesTypes = (rows: readonly Row[], column: IssueColumn | undefined): boolean =>
  column !== undefined && rows.some((row) => typeOfWord(row.value(column).text) !== undefined);

/** Reads the sorted lines. `key` is `no` for those of the three lists that name no problem. */
export const draftsOf = (
  lines: readonly Line<IssueMeaning>[],
  columns: readonly IssueColumn[],
  context: LedgerContext,
  key: "title" | "no" = "title",
): Drafts => {
  const records = recordsOf(lines, columns, key);
  const problems: ReadingProblem[] = [];
  const counts: Counts = { items: 0, merged: 0, listed: 0, ...records.counts };
  const groups: IssueGroup[] = [];
  const titleColumn = columns.find((column) => column.meaning === key)?.index;
  for (const row of records.rows) {
    if (row.role === "begins") groups.push({ first: row, others: [] });
    else if (row.role === "continues") {
      groups.at(-1)?.others.push(row);
      counts.merged += 1;
    } else {
      counts.listed += 1;
      const code =
        key === "no"
          ? "number-missing-in-list"
          : row.no === undefined
            ? "title-missing-without-number"
            : "title-missing";
      const place = { row: row.row, sheet: context.sheet, ...(titleColumn !== undefined && { column: titleColumn }) };
      problems.push({ ...place, field: key, code, params: { no: row.no ?? "", list: context.sheet } });
    }
  }
  const typed = namesTypes(
    records.rows,
    columns.find((column) => column.meaning === "type"),
  );
  const reader: Reader = { columns, context, typed, units: memo(splitUnits), period: periodReader(context) };
  const drafts = groups.map((group) => draftOf(group, reader, problems));
  counts.items = drafts.length;
  return { drafts, problems, counts };
};

/** The row that a draft becomes once nothing more is said about it. */
export const finished = (draft: IssueDraft): IssueReadingRow => {
  const { signs, ownNo: _ownNo, columns: _columns, ...row } = draft;
  const decided = decide(signs);
  return { ...row, state: decided?.state ?? "in-progress", ...(decided && { stateText: decided.text }) };
};

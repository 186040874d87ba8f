/**
 * A list written as text: each task a paragraph with its units in brackets at the end. It becomes a sheet like any other,
 * so that one reader reads both. Headings are sections; a numbered title above a paragraph with units is its title.
 */
import { isStrongSection } from "../phrases.ts";
import type { Cell, Merge, Sheet, SheetRow } from "../sheet.ts";
import { type Trailing, trailingOf } from "./trailing.ts";

const heads = ["序号", "工作任务", "具体措施", "牵头单位", "责任单位", "配合单位", "完成时限"] as const;
type Values = readonly [
  no: string,
  title: string,
  measures: string,
  lead: string,
  responsible: string,
  support: string,
  period: string,
];

/** 1. 1、 （1） （一） ① in front of a paragraph. */
const NUMBER =
  /^(?:(\d+(?:[.．]\d+)*)\s*[、.．)）]\s*|[（(](\d+)[)）]\s*|([①-⑳])\s*|[（(]([一二三四五六七八九十]+)[)）]\s*)(?=\S)/u;
const ROMAN_LIKE = /^[一二三四五六七八九十百]+[、.．]/u;

type Line = { readonly section: string } | { readonly values: Values };

export type TextList = {
  readonly sheet: Sheet;
  /** Paragraphs that are neither task nor heading nor title. */
  readonly passed: number;
};

/** At least so many tasks make a list of a text. */
const leastTasks = 2;

const numberOf = (text: string): { no: string; rest: string } => {
  const found = NUMBER.exec(text);
  if (!found) return { no: "", rest: text };
  return { no: found[1] ?? found[2] ?? found[3] ?? found[4] ?? "", rest: text.slice(found[0].length).trim() };
};

/** Up to its first full stop a paragraph says what, after it how. */
const titleAndMeasures = (body: string): { title: string; measures: string } => {
  const stop = body.search(/[。：:]/u);
  if (stop < 0 || stop > 60 || stop >= body.length - 1) return { title: body.replace(/。$/u, ""), measures: "" };
  return { title: body.slice(0, stop), measures: body.slice(stop + 1).trim() };
};

const units = (names: readonly string[]): string => names.join("、");

const valuesOf = (no: string, title: string, measures: string, told: Trailing): Values => [
  no,
  title,
  measures,
  units(told.lead),
  units(told.responsible),
  units(told.support),
  told.period,
];

/** A short line without units: a heading, or the title of what follows. */
const isTitleLike = (text: string): boolean => text.length <= 60 && !/[，,；;]$/u.test(text);

const taskLines = (texts: readonly string[]): { lines: Line[]; tasks: number; passed: number; first: number } => {
  const told = texts.map(trailingOf);
  const lines: Line[] = [];
  let title: { no: string; text: string; used: boolean } | null = null;
  let tasks = 0;
  let passed = 0;
  let first = -1;
  texts.forEach((text, at) => {
    const trailing = told[at];
    const { no, rest } = numberOf(text);
    if (trailing) {
      const { body } = trailing;
      const own = numberOf(body);
      if (own.no === "" && title !== null) {
        lines.push({ values: valuesOf(title.used ? "" : title.no, title.used ? "" : title.text, body, trailing) });
        title.used = true;
      } else {
        const parts = titleAndMeasures(own.rest);
        lines.push({ values: valuesOf(own.no, parts.title, parts.measures, trailing) });
        title = null;
      }
      tasks += 1;
      if (first < 0) first = at;
      return;
    }
    const next = told[at + 1];
    const isNextPlain = next !== undefined && next !== null && numberOf(texts[at + 1] ?? "").no === "";
    if (no !== "" && isTitleLike(rest) && isNextPlain && !ROMAN_LIKE.test(text)) {
      title = { no, text: rest.replace(/[。：:]$/u, ""), used: false };
      return;
    }
    title = null;
    if ((isStrongSection(text) || no !== "") && isTitleLike(text) && hasTaskBelow(texts, told, at)) {
      lines.push({ section: text.replace(/[。：:]$/u, "") });
      if (first < 0) first = at;
    } else if (first >= 0) passed += 1;
  });
  return { lines, tasks, passed, first };
};

/** Whether a task follows before the next heading of the same kind. */
const hasTaskBelow = (texts: readonly string[], told: readonly (Trailing | null)[], at: number): boolean => {
  const isRoman = ROMAN_LIKE.test(texts[at] ?? "");
  for (let next = at + 1; next < texts.length; next++) {
    if (told[next]) return true;
    const text = texts[next] ?? "";
    if (ROMAN_LIKE.test(text) || (!isRoman && isStrongSection(text))) return false;
  }
  return false;
};

/** Null where the text is no list. */
export const sheetOfParagraphs = (paragraphs: readonly string[], name: string): TextList | null => {
  const texts = paragraphs.map((text) => text.trim()).filter((text) => text !== "");
  const { lines, tasks, passed, first } = taskLines(texts);
  if (tasks < leastTasks) return null;
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const across = (text: string): void => {
    const row = rows.length + 1;
    rows.push({ row, cells: [textCell(0, text)] });
    merges.push({ top: row, bottom: row, left: 0, right: heads.length - 1 });
  };
  const put = (values: readonly string[]): void => {
    const cells = values.flatMap((text, col) => (text === "" ? [] : [textCell(col, text)]));
    rows.push({ row: rows.length + 1, cells });
  };
  // What stands above the first task is title and introduction: the year may be told there.
  for (const text of texts.slice(0, first).filter((line) => line.length <= 80)) across(text);
  put(heads);
  for (const line of lines) {
    if ("section" in line) across(line.section);
    else put(line.values);
  }
  return { sheet: { name, hidden: false, rows, merges, hiddenRows: [], hiddenCols: [] }, passed };
};

const textCell = (col: number, text: string): Cell => ({ col, text, kind: "text", value: text });

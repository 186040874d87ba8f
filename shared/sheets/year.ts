/**
 * The year of a list whose deadlines name none: given, or told by the title, the sheet's or file's name, or the reporting
 * date, in this order ('Period').
 */
import { normalisePeriodText } from "../calendar/normalise.ts";
import type { Grid } from "./grid.ts";
import type { Workbook } from "./sheet.ts";

export type YearFrom = "option" | "title" | "name" | "reported" | "none";

export type YearTold = { readonly year: number | null; readonly from: YearFrom };

const REPORTED = /填报|填表|报送|制表|上报|日期|截至|截止|统计时间|打印/u;

/** From the plainest writing of a year to the least: 2020年, 2020—2021年; 2020.6; （2020）; 2020 by itself or in 20200830. */
const WRITINGS: readonly RegExp[] = [
  /(?<!\d)((?:19|20)\d{2})(?:年|-(?:19|20)\d{2}年)/u,
  /(?<!\d)((?:19|20)\d{2})[-./](?:1[0-2]|0?[1-9])(?!\d)/u,
  /[[(〔【]((?:19|20)\d{2})[\])〕】]/u,
  /(?<!\d)((?:19|20)\d{2})(?:(?:1[0-2]|0[1-9])(?:[0-2]\d|3[01])?)?(?!\d)/u,
];

/** The year that the plainest writing in any of the texts tells. */
const firstYear = (texts: readonly string[]): number | undefined => {
  const normal = texts.map(normalisePeriodText);
  for (const writing of WRITINGS) {
    for (const text of normal) {
      const told = writing.exec(text);
      if (told) return Number(told[1]);
    }
  }
  return undefined;
};

/** The year in a title, a name or a date; not the 2020 of a long number. */
export const yearInText = (text: string): number | undefined => firstYear([text]);

/** Texts of the rows above the header (and, for the reporting date, below the table too). */
const textsOf = (grid: Grid, header: { from: number; to: number }) => {
  const above: string[] = [];
  const below: string[] = [];
  for (const { row, cells } of grid.sheet.rows) {
    if (row >= header.from && row <= header.to) continue;
    if (row < header.from) above.push(...cells.map((cell) => cell.text));
    else if (cells.length <= 4) below.push(...cells.map((cell) => cell.text).filter((text) => REPORTED.test(text)));
  }
  return { above, below };
};

/** A label 填报日期 with the date in the cell beside it. */
const besideLabel = (grid: Grid, header: { from: number }): string[] =>
  grid.sheet.rows
    .filter(({ row }) => row < header.from)
    .flatMap(({ cells }) =>
      cells.filter((_, index) => REPORTED.test(cells[index - 1]?.text ?? "")).map((cell) => cell.text),
    );

export const yearOfList = (
  workbook: Pick<Workbook, "fileName">,
  grid: Grid,
  header: { from: number; to: number },
  given: number | undefined,
): YearTold => {
  if (given !== undefined) return { year: given, from: "option" };
  const { above, below } = textsOf(grid, header);
  const beside = new Set(besideLabel(grid, header));
  const title = firstYear(above.filter((text) => !REPORTED.test(text) && !beside.has(text)));
  if (title !== undefined) return { year: title, from: "title" };
  const heads = firstYear(
    grid.sheet.rows
      .filter(({ row }) => row >= header.from && row <= header.to)
      .flatMap(({ cells }) => cells.map((cell) => cell.text)),
  );
  if (heads !== undefined) return { year: heads, from: "title" };
  const name = yearInText(grid.sheet.name) ?? yearInText(workbook.fileName.replace(/\.[^.]*$/u, ""));
  if (name !== undefined) return { year: name, from: "name" };
  const reported = firstYear([...above.filter((text) => REPORTED.test(text)), ...beside, ...below]);
  return reported === undefined ? { year: null, from: "none" } : { year: reported, from: "reported" };
};

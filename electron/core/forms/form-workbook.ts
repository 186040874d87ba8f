/**
 * A fill-back form as a workbook, by exceljs: cells to fill in are light and open, the others grey and locked (without a
 * password: whoever has to may unlock it), with drop-downs and checks that say in words what is expected. The ids lie in
 * a hidden column and a sheet that no menu shows.
 */
import ExcelJS from "exceljs";
import { formColumnsOf, formHead, type FormNames } from "#shared/forms/layout.ts";
import { hiddenSheet, type HiddenFacts } from "#shared/forms/identity.ts";
import { rowKey } from "#shared/forms/match-rows.ts";
import { type FormFacts, type FormField, formFields, type SentRow } from "#shared/forms/record.ts";
import type { ColumnKey } from "#shared/forms/words.ts";
import { word } from "#shared/translations/index.ts";
import { footerOf, headingStyle, lineStyle, looks, titleStyle } from "../exports/excel-looks.ts";
import { fitted, rowHeight } from "../exports/layout.ts";
import { checkOf, dayCheck, setCheck } from "./form-checks.ts";

export interface FormBook extends FormNames {
  readonly id: string;
  readonly facts: FormFacts;
  /** The office's code. */
  readonly officeCode: string;
}

const lines = { title: 1, unit: 2, instructions: 3, header: 4 } as const;
const paperA4 = 9;
const fill = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const shownFill = fill("FFF0F0EE");
const open = { locked: false } as const;
const openFill = fill("FFFFFDF5");
const openHeadFill = fill("FFDCE9E9");

const isOpen = (key: ColumnKey): key is FormField => (formFields as readonly string[]).includes(key);
const centred: readonly ColumnKey[] = ["no", "now", "received", "state", "percent", "on"];

export const formWorkbook = async (book: FormBook): Promise<Uint8Array> => {
  const { facts, id } = book;
  const { language, rows } = facts;
  const workbook = new ExcelJS.Workbook();
  workbook.creator = book.office;
  workbook.created = new Date(`${facts.issuedOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(word(language, "forms.sheet"), {
    properties: { defaultRowHeight: 18 },
    views: [{ state: "frozen", ySplit: lines.header, xSplit: 2, showGridLines: false }],
    pageSetup: {
      paperSize: paperA4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${lines.header}:${lines.header}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footerOf(word(language, "forms.pages")) },
  });
  const columns = formColumnsOf(language);
  sheet.columns = [...columns.map(({ width }) => ({ width })), { width: 4, hidden: true }];
  writeHead(sheet, book);
  const sizes = columns.map((column) => ({ ...column, look: "text" as const }));
  for (const [place, row] of rows.entries()) {
    const texts = columns.map(({ key }) => fitted(textOf(row, key)));
    const line = sheet.getRow(lines.header + 1 + place);
    line.height = Math.max(44, rowHeight(texts, sizes));
    for (const [at, { key }] of columns.entries()) writeCell(line.getCell(at + 1), key, texts[at] ?? "");
    line.getCell(columns.length + 1).value = rowKey(id, place);
  }
  for (const [at, { key }] of columns.entries()) {
    const check = isOpen(key) ? checkOf(key, language) : undefined;
    const cellAt = (row: number): string => sheet.getCell(row, at + 1).address;
    if (check) setCheck(sheet, `${cellAt(lines.header + 1)}:${cellAt(lines.header + rows.length)}`, check);
  }
  // Rows below for remarks may be written to; nothing above them is moved by it.
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
  });
  openBelow(sheet, lines.header + rows.length + 1, columns.length);
  writeHidden(workbook, book);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};

const textOf = ({ shown, filled }: SentRow, key: ColumnKey): string => (isOpen(key) ? filled[key] : shown[key]);

const writeHead = (sheet: ExcelJS.Worksheet, { id, facts, ...names }: FormBook): void => {
  const head = formHead({ id, ...facts }, names);
  const columns = formColumnsOf(facts.language);
  const last = columns.length;
  sheet.getRow(lines.title).height = 32;
  sheet.getCell(lines.title, 1).value = head.title;
  sheet.getCell(lines.title, 1).style = titleStyle;
  sheet.mergeCells(lines.title, 1, lines.title, last);

  sheet.getRow(lines.unit).height = 22;
  const put = (column: number, text: string, style: Partial<ExcelJS.Style>): void => {
    sheet.getCell(lines.unit, column).value = text;
    sheet.getCell(lines.unit, column).style = style;
  };
  put(1, head.unit, lineStyle("left"));
  sheet.mergeCells(lines.unit, 1, lines.unit, 3);
  put(4, head.filledOn, lineStyle("right"));
  sheet.mergeCells(lines.unit, 4, lines.unit, 5);
  const day = sheet.getCell(lines.unit, 6);
  day.style = {
    ...looks.date,
    alignment: { vertical: "middle", horizontal: "center" },
    fill: openFill,
    protection: open,
  };
  setCheck(sheet, day.address, dayCheck(facts.language));
  sheet.mergeCells(lines.unit, 6, lines.unit, 8);
  put(9, head.sent, lineStyle("right"));
  sheet.mergeCells(lines.unit, 9, lines.unit, last);

  sheet.getRow(lines.instructions).height = 15.5 * head.instructions.length + 6;
  const note = sheet.getCell(lines.instructions, 1);
  note.value = head.instructions.join("\n");
  note.style = { ...looks.note, alignment: { vertical: "middle", wrapText: true } };
  sheet.mergeCells(lines.instructions, 1, lines.instructions, last);

  sheet.getRow(lines.header).height = 30;
  for (const [at, { key, heading }] of columns.entries()) {
    const cell = sheet.getCell(lines.header, at + 1);
    cell.value = heading;
    cell.style = isOpen(key) ? { ...headingStyle, fill: openHeadFill } : headingStyle;
  }
};

const writeCell = (cell: ExcelJS.Cell, key: ColumnKey, text: string): void => {
  const look = looks[centred.includes(key) ? "centre" : "text"];
  if (!isOpen(key)) {
    cell.value = text === "" ? null : text;
    cell.style = { ...look, fill: shownFill };
    return;
  }
  const isNumber = key === "percent" && text !== "";
  cell.value = text === "" ? null : isNumber ? Number(text) : text;
  // Words stay words: what looks like a number or a date in them is not made one.
  const format = { percent: "General", on: "yyyy-mm-dd" }[key as string] ?? "@";
  cell.style = { ...look, fill: openFill, protection: open, numFmt: format };
};

/** Room for remarks under the table. */
const remarkRows = 20;
const openBelow = (sheet: ExcelJS.Worksheet, from: number, columns: number): void => {
  for (let row = from; row < from + remarkRows; row++)
    for (let column = 1; column <= columns; column++) sheet.getCell(row, column).protection = open;
};

const writeHidden = (workbook: ExcelJS.Workbook, { id, facts, officeCode, office }: FormBook): void => {
  const hidden: HiddenFacts = {
    form: id,
    office: officeCode,
    officeName: office,
    unit: facts.unit,
    issuedOn: facts.issuedOn,
  };
  const sheet = workbook.addWorksheet(hiddenSheet, { state: "veryHidden" });
  sheet.getCell(1, 1).value = JSON.stringify(hidden);
  for (const [place, { task }] of facts.rows.entries()) sheet.getCell(place + 2, 1).value = `${place + 1} ${task}`;
};

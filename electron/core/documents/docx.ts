/**
 * Official documents as Word files by GB/T 9704-2012. The package `docx` is named in this file alone; what a document
 * says comes as `OfficialDocument`, figures of the page from `measures.ts`, names of faces from `fonts.ts`.
 */
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { type Language, word } from "#shared/translations/index.ts";
import { printedDate } from "../exports/printed-date.ts";
import { heldByXml } from "../exports/xml-text.ts";
import type { Block, OfficialDocument, Paragraph as Text, Signature, Table as Cells } from "./document.ts";
import { faces, fontTableXml } from "./fonts.ts";
import { character, grid, page, sizes, tableLine, titleLine, twips } from "./measures.ts";
import { numberedHeadings } from "./numbering.ts";
import { signaturePlace } from "./signature-place.ts";
import { columnWidths } from "./table-widths.ts";

/** The bytes of a Word file; each document begins on a page of its own, numbered from 1. */
export const docxOf = async (documents: readonly OfficialDocument[]): Promise<Uint8Array> => {
  const file = new Document({
    title: heldByXml(documents[0]?.title ?? ""),
    // Names of programs and people have no place in a paper that is handed around.
    creator: "",
    lastModifiedBy: "",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(faces.body), size: sizes.body, language: { value: "en-US", eastAsia: "zh-CN" } },
          paragraph: { spacing: exactly(grid.line) },
        },
      },
    },
    sections: documents.map((document) => ({
      properties: sectionProperties,
      footers: { default: footerOn("right"), even: footerOn("left") },
      children: contentOf(document),
    })),
  });
  return await Packer.toBuffer(file, undefined, [{ path: "word/fontTable.xml", data: fontTableXml() }]);
};

const fontOf = (eastAsia: string) => ({
  ascii: faces.latin,
  hAnsi: faces.latin,
  cs: faces.latin,
  eastAsia,
  hint: "eastAsia",
});
const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

const sectionProperties = {
  type: SectionType.NEXT_PAGE,
  page: {
    size: { width: page.width, height: page.height },
    margin: {
      top: page.top,
      bottom: page.bottom,
      left: page.left,
      right: page.right,
      header: page.header,
      footer: page.footer,
    },
    pageNumbers: { start: 1 },
  },
  grid: { type: DocumentGridType.DEFAULT, linePitch: grid.line },
};

/** — 1 —, a character from the outer margin: on the right of odd pages, on the left of even ones. */
const footerOn = (side: "left" | "right"): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: Math.round(character) },
        children: [
          new TextRun({
            font: { ...fontOf(faces.pageNumber), ascii: faces.pageNumber, hAnsi: faces.pageNumber },
            size: sizes.pageNumber,
            children: ["\u2014 ", PageNumber.CURRENT, " \u2014"],
          }),
        ],
      }),
    ],
  });

const contentOf = (document: OfficialDocument): (Paragraph | Table)[] => {
  const headings = numberedHeadings(document.blocks, document.language);
  return [
    ...(document.number ? [line(document.number, { alignment: AlignmentType.CENTER }), blank()] : []),
    ...linesOf(document.title).map(titleLineOf),
    blank(),
    ...(document.addressee ? [line(word(document.language, "documents.addressee", { to: document.addressee }))] : []),
    ...document.blocks.flatMap((block, place) => partsOf(block, headings.get(place) ?? "", document.language)),
  ];
};

const partsOf = (block: Block, heading: string, language: Language): (Paragraph | Table)[] => {
  if (block.kind === "blank") return [blank()];
  if (block.kind === "heading") return [line(heading, { indent: twoIn, keepNext: true }, headingFaces[block.level])];
  if (block.kind === "paragraph") return paragraphs(block);
  if (block.kind === "signature") return signature(block, language);
  // Two tables without a paragraph between them would be one.
  // It stays with what announces it.
  return [gap({ keepNext: true }), tableOf(block), gap()];
};

const headingFaces = { 1: faces.first, 2: faces.second, 3: faces.body } as const;
const twoIn = { firstLine: Math.round(character * 2) };
const places = {
  indented: { indent: twoIn, alignment: AlignmentType.BOTH },
  margin: { alignment: AlignmentType.BOTH },
  centre: { alignment: AlignmentType.CENTER },
  right: { alignment: AlignmentType.RIGHT },
} as const;

type Look = Omit<ConstructorParameters<typeof Paragraph>[0] & object, "children" | "text">;

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
const run = (text: string, face: string = faces.body, size: number = sizes.body): TextRun =>
  new TextRun({
    text: heldByXml(text),
    font: fontOf(face),
    size,
    ...(size === sizes.body ? { characterSpacing: grid.tighter } : {}),
  });
const line = (text: string, look: Look = {}, face: string = faces.body): Paragraph =>
  new Paragraph({ ...look, children: text === "" ? [] : [run(text, face)] });
const blank = (): Paragraph => line("");
const gap = (look: Look = {}): Paragraph => line("", { ...look, spacing: exactly(tableLine / 2) });
const titleLineOf = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exactly(titleLine),
    keepNext: true,
    children: [run(text, faces.title, sizes.title)],
  });

const paragraphs = ({ text, lead, place = "indented" }: Text): Paragraph[] =>
  linesOf(text).map(
    (words, index) =>
      new Paragraph({
        ...places[place],
        children: [...(lead && index === 0 ? [run(lead, faces.first)] : []), run(words)],
      }),
  );

const signature = ({ office, date }: Signature, language: Language): Paragraph[] => {
  const day = printedDate(date, language);
  const place = signaturePlace(office, day, grid.characters);
  // Letters are not as wide as one another: in English both end at the right.
  const look = (left: number): Look =>
    language === "en"
      ? { alignment: AlignmentType.RIGHT, indent: { right: Math.round(2 * character) } }
      : { indent: { left: Math.round(left * character) } };
  return [
    new Paragraph({ keepNext: true, children: [] }),
    line(office, { ...look(place.office), keepNext: true }),
    line(day, look(place.date)),
  ];
};

const tableOf = (table: Cells): Table => {
  const widths = columnWidths(table, page.text);
  const headings = table.columns.map(({ heading }) => heading);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: page.text, type: WidthType.DXA },
    columnWidths: [...widths],
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows: [
      ...(table.plain ? [] : [rowOf(headings, table, widths, { isHeading: true })]),
      ...table.rows.map((cells, index) => rowOf(cells, table, widths, { height: table.rowHeights?.[index] })),
    ],
  });
};

interface RowLook {
  readonly isHeading?: boolean;
  /** In mm. */
  readonly height?: number | undefined;
}

const rowOf = (
  cells: readonly string[],
  table: Cells,
  widths: readonly number[],
  { isHeading = false, height }: RowLook,
): TableRow =>
  new TableRow({
    tableHeader: isHeading,
    cantSplit: true,
    ...(height === undefined ? {} : { height: { value: twips(height), rule: HeightRule.ATLEAST } }),
    children: table.columns.map((column, index) => {
      const isLabel = isHeading || column.label === true;
      const place = isLabel ? "centre" : (column.place ?? "left");
      return new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: linesOf(cells[index] ?? "").map(
          (text) =>
            new Paragraph({
              alignment: cellPlaces[place],
              spacing: exactly(tableLine),
              keepNext: isHeading,
              children: [run(text, isLabel ? faces.first : faces.body, sizes.table)],
            }),
        ),
      });
    }),
  });

const cellPlaces = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/**
 * The body of a .docx as paragraphs and tables. What was struck out under tracked changes, hidden text, field codes and
 * comments are not read; what stands in content controls and links is. A table within a cell is one of its own, since it
 * may be the list, and its text stands in the cell, since it may be what an item says.
 */
import type { Element } from "@xmldom/xmldom";
import type { Merge } from "#shared/sheets/sheet.ts";
import type { Block, WordTable } from "#shared/sheets/word/blocks.ts";
import { cellText } from "../cell-text.ts";
import type { SheetLimits } from "../limits.ts";
import type { Numbering } from "./numbering.ts";
import { attributeOf, childrenOf, elementsOf, firstChild, isOn, nameOf } from "./xml.ts";

/** Elements whose children are looked into as if they stood there themselves. */
const transparent: ReadonlySet<string> = new Set([
  "sdt",
  "sdtContent",
  "ins",
  "moveTo",
  "hyperlink",
  "smartTag",
  "customXml",
  "fldSimple",
  "AlternateContent",
  "Choice",
  "body",
  "bdo",
  "dir",
]);

const textOfRun = (run: Element): string => {
  if (isOn(firstChild(run, "rPr"), "vanish")) return "";
  return elementsOf(run)
    .map((part) => {
      switch (nameOf(part)) {
        case "t":
          return part.textContent ?? "";
        case "tab":
          return " ";
        case "br":
        case "cr":
          return "\n";
        case "noBreakHyphen":
          return "-";
        default:
          return "";
      }
    })
    .join("");
};

const textWithin = (element: Element): string =>
  elementsOf(element)
    .map((child) => {
      const name = nameOf(child);
      if (name === "r") return textOfRun(child);
      return transparent.has(name) ? textWithin(child) : "";
    })
    .join("");

const numberOf = (paragraph: Element, numbering: Numbering): string => {
  const properties = firstChild(paragraph, "pPr");
  const told = properties && firstChild(properties, "numPr");
  const list = told && firstChild(told, "numId");
  if (!list) return "";
  const level = firstChild(told, "ilvl");
  return numbering.next(attributeOf(list, "val"), level ? Number(attributeOf(level, "val")) || 0 : 0);
};

const paragraphText = (paragraph: Element, numbering: Numbering): string => {
  const text = textWithin(paragraph);
  const number = numberOf(paragraph, numbering);
  if (number === "") return text;
  return /[\d\p{L}]$/u.test(number) && text !== "" ? `${number} ${text}` : `${number}${text}`;
};

/** Paragraphs and tables among the children, those of content controls too. */
const partsOf = (parent: Element): Element[] =>
  elementsOf(parent).flatMap((child) => {
    const name = nameOf(child);
    if (name === "p" || name === "tbl" || name === "tr" || name === "tc") return [child];
    return transparent.has(name) ? partsOf(child) : [];
  });

const named = (parent: Element, name: string): Element[] => partsOf(parent).filter((part) => nameOf(part) === name);

const numberIn = (parent: Element | undefined, name: string, usual: number): number => {
  const child = parent && firstChild(parent, name);
  const value = child ? Number(attributeOf(child, "val")) : usual;
  return Number.isInteger(value) && value >= 0 ? Math.min(value, 512) : usual;
};

interface Reading {
  readonly numbering: Numbering;
  readonly limits: SheetLimits;
  readonly blocks: Block[];
}

/** Cells that go on downwards, by their first column: where they began. */
type Growing = Map<number, { top: number; right: number }>;

const tableOf = (table: Element, reading: Reading): WordTable => {
  const rows: { col: number; text: string }[][] = [];
  const merges: Merge[] = [];
  const nested: WordTable[] = [];
  const growing: Growing = new Map();
  let columns = 0;
  let headerRows = 0;
  const end = (left: number, bottom: number): void => {
    const cell = growing.get(left);
    growing.delete(left);
    if (cell && (bottom > cell.top || cell.right > left))
      merges.push({ top: cell.top, bottom, left, right: cell.right });
  };
  for (const [at, row] of named(table, "tr").entries()) {
    const properties = firstChild(row, "trPr");
    if (isOn(properties, "tblHeader") && headerRows === at) headerRows = at + 1;
    const cells: { col: number; text: string }[] = [];
    let col = numberIn(properties, "gridBefore", 0);
    for (const cell of named(row, "tc")) {
      const own = firstChild(cell, "tcPr");
      const right = Math.min(col + Math.max(1, numberIn(own, "gridSpan", 1)), reading.limits.columns) - 1;
      const merge = own && firstChild(own, "vMerge");
      const goesOn = merge !== undefined && attributeOf(merge, "val") !== "restart" && growing.has(col);
      if (!goesOn) {
        for (const left of growing.keys()) if (left >= col && left <= right) end(left, at - 1);
        growing.set(col, { top: at, right });
        const text = cellTextOf(cell, reading, nested);
        if (text !== "") cells.push({ col, text });
        if (merge === undefined) end(col, at);
      }
      col = right + 1;
    }
    for (const left of growing.keys()) if (left >= col) end(left, at - 1);
    columns = Math.max(columns, col);
    rows.push(cells);
  }
  for (const left of growing.keys()) end(left, rows.length - 1);
  reading.blocks.push(...nested);
  return { kind: "table", columns, rows, merges, headerRows };
};

const cellTextOf = (cell: Element, reading: Reading, nested: WordTable[]): string => {
  const lines: string[] = [];
  for (const part of partsOf(cell)) {
    if (nameOf(part) === "tbl") {
      const inner = tableOf(part, reading);
      nested.push(inner);
      lines.push(...inner.rows.map((cells) => cells.map(({ text }) => text).join(" ")));
    } else if (nameOf(part) === "p") lines.push(paragraphText(part, reading.numbering));
  }
  return cellText(lines.join("\n").replaceAll(/\n{2,}/gu, "\n"));
};

/** @param root `w:document` */
export const blocksOf = (root: Element, numbering: Numbering, limits: SheetLimits): Block[] => {
  const blocks: Block[] = [];
  const reading: Reading = { numbering, limits, blocks };
  for (const body of childrenOf(root, "body")) {
    for (const part of partsOf(body)) {
      if (nameOf(part) === "p") blocks.push({ kind: "paragraph", text: cellText(paragraphText(part, numbering)) });
      else if (nameOf(part) === "tbl") blocks.push(tableOf(part, reading));
    }
  }
  return blocks;
};

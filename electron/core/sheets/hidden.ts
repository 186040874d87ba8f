/**
 * Which rows and columns an .xlsx hides, taken from the sheets' XML directly: the spreadsheet library tells it only
 * together with every cell's style, at several times the cost.
 */
import type { ZipPart } from "./unzip.ts";

export type Hidden = { readonly rows: readonly number[]; readonly cols: readonly number[] };

const nothingHidden: Hidden = { rows: [], cols: [] };

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, "u").exec(tag)?.[1];

const isHidden = (tag: string): boolean => /\shidden\s*=\s*["'](?:1|true)["']/u.test(tag);

/** Columns 0-based, rows 1-based; a range of columns to the sheet's edge is cut at `columns`. */
export const hiddenInSheet = (xml: Buffer, columns: number): Hidden => {
  if (!xml.includes("hidden=")) return nothingHidden;
  const text = xml.toString("latin1");
  const rows: number[] = [];
  const cols: number[] = [];
  for (const [tag] of text.matchAll(/<(?:\w+:)?row\s[^<>]*hidden[^<>]*>/gu)) {
    const row = Number(attribute(tag, "r"));
    if (isHidden(tag) && row > 0) rows.push(row);
  }
  for (const [tag] of text.matchAll(/<(?:\w+:)?col\s[^<>]*hidden[^<>]*>/gu)) {
    if (!isHidden(tag)) continue;
    const to = Math.min(Number(attribute(tag, "max")), columns);
    for (let col = Number(attribute(tag, "min")); col >= 1 && col <= to; col++) cols.push(col - 1);
  }
  return { rows, cols };
};

const partText = (parts: readonly ZipPart[], pattern: RegExp): string =>
  parts.find((part) => pattern.test(part.name))?.bytes.toString("utf8") ?? "";

/** The sheets' parts in the workbook's order; undefined where one is not found. */
export const sheetParts = (parts: readonly ZipPart[]): (ZipPart | undefined)[] => {
  const targets = new Map<string, string>();
  for (const [tag] of partText(parts, /^xl\/_rels\/workbook\d*\.xml\.rels$/iu).matchAll(
    /<(?:\w+:)?Relationship\s[^<>]*>/gu,
  )) {
    const target = attribute(tag, "Target")
      ?.replace(/^\/?xl\//u, "")
      .replace(/^\.?\//u, "");
    if (target) targets.set(attribute(tag, "Id") ?? "", `xl/${target}`.toLowerCase());
  }
  const sheets = partText(parts, /^xl\/workbook\d*\.xml$/iu).matchAll(/<(?:\w+:)?sheet\s[^<>]*>/gu);
  return [...sheets].map(([tag]) => {
    const id = /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/u.exec(tag.replace(/\ssheetId\s*=\s*["'][^"']*["']/u, ""))?.[1];
    const target = targets.get(id ?? "");
    return parts.find((part) => part.name.toLowerCase() === target);
  });
};

/** Cells as text between programs: what Excel and WPS put on the clipboard, and what they read from it. */

/** A line break or tab inside a cell is quoted, as Excel and WPS write it. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");

/**
 * Lines and cells of copied text; the line break at its end, which Excel adds, makes no line. A quote within a cell that
 * does not begin with one is the writer's own.
 */
export const fromTsv = (text: string): readonly (readonly string[])[] => {
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= plain.length) {
    const quoted = plain[at] === '"' ? quotedCell(plain, at) : undefined;
    const end = quoted?.end ?? endOfCell(plain, at);
    rows.at(-1)?.push(quoted?.text ?? plain.slice(at, end));
    if (plain[end] === "\n") rows.push([]);
    at = end + 1;
  }
  return rows;
};

const endOfCell = (text: string, from: number): number => {
  const found = text.slice(from).search(/[\t\n]/);
  return found < 0 ? text.length : from + found;
};

/** A cell within quotes, up to the quote before the next cell; undefined where none closes it. */
const quotedCell = (text: string, from: number): { text: string; end: number } | undefined => {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(from));
  if (match === null) return undefined;
  return { text: (match[1] ?? "").replaceAll('""', '"'), end: from + match[0].length };
};

/** Aligned tables on a terminal, where a Chinese character is two columns wide. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
};

/** The text in at most `width` columns, its end replaced by … where it is longer. */
export const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += wide.test(character) ? 2 : 1;
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
};

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string | number | null;
  /** At most this many columns of the terminal. */
  readonly most?: number;
}

/** Heads, a rule, and a line for each row; what is too long for its column is cut. */
export const table = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string => {
  const cells = rows.map((row) =>
    columns.map(({ of, most = 40 }) => cut(String(of(row) ?? "").replaceAll(/\s+/g, " "), most)),
  );
  const widths = columns.map(({ name }, index) =>
    Math.max(widthOf(name), ...cells.map((line) => widthOf(line[index] ?? ""))),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, index) => padded(text, widths[index] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    line(columns.map(({ name }) => name)),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...cells.map(line),
  ].join("\n");
};

/** `name  value` lines, the values aligned. */
export const pairs = (entries: readonly (readonly [string, string | number | null | undefined])[]): string => {
  const shown = entries.filter(([, value]) => value !== null && value !== undefined && value !== "");
  const width = Math.max(0, ...shown.map(([name]) => widthOf(name)));
  return shown.map(([name, value]) => `${padded(name, width)}  ${value}`).join("\n");
};

/**
 * Number formats that Chinese Excel and WPS write by number alone, without saying what they look like. The spreadsheet
 * library does not know them, and a date would show as 44104.
 */

const BUILT_IN: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const escaped = (text: string): string => text.replaceAll('"', "&quot;");

/** The styles part with those formats written out, where it uses them and does not define them itself. */
export const withBuiltInFormats = (styles: Buffer): Buffer => {
  const xml = styles.toString("utf8");
  const missing = Object.entries(BUILT_IN).filter(
    ([id]) =>
      xml.includes(`numFmtId="${id}"`) && !new RegExp(`<(?:\\w+:)?numFmt\\s[^<>]*numFmtId="${id}"`, "u").test(xml),
  );
  const root = /<(\w+:)?styleSheet(?:\s[^<>]*)?>/u.exec(xml);
  if (missing.length === 0 || !root) return styles;
  const prefix = root[1] ?? "";
  const formats = missing
    .map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
    .join("");
  const list = new RegExp(`<${prefix}numFmts(?:\\s[^<>]*)?>`, "u").exec(xml);
  const at = list ? list.index + list[0].length : root.index + root[0].length;
  return Buffer.from(
    xml.slice(0, at) + (list ? formats : `<${prefix}numFmts>${formats}</${prefix}numFmts>`) + xml.slice(at),
  );
};

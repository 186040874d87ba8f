/** Names of columns as they are compared: without spaces, line breaks, full-width forms, brackets and trailing marks. */

const MARKS = "[\\s·•・*※★☆。.:：、,;；\\-_—]";
const EDGE_MARKS = new RegExp(`^${MARKS}+|${MARKS}+$`, "gu");

/** `牵头部门\n（盖章）` → `牵头部门`, `序号·` → `序号`. A name that is all brackets loses the brackets alone. */
export const normaliseName = (text: string): string => {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  const bare = plain.replace(/[([【{][^)\]】}]*[)\]】}]/gu, "");
  const named = bare.replace(/^\d{1,2}[.、)](?=\p{Script=Han})/u, "");
  return (named === "" ? plain.replace(/[()[\]【】{}]/gu, "") : named).replace(EDGE_MARKS, "").toLowerCase();
};

/** The name that a column keeps: as written, on one line. */
export const shownName = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}（）()])\s+(?=[\p{Script=Han}（）()])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** Blank as people write it in a table: nothing, `/` or `—` alone. */
export const isBlankText = (text: string): boolean => text === "" || /^[/／\\—―–－\-─]+$/u.test(text);

/** 同上, 〃: the cell above is repeated. */
export const isDitto = (text: string): boolean => /^(?:同上|同前|同上行|〃|″|〞|＂|"|”|々)[。.]?$/u.test(text);

/**
 * Names of villages, communities and other units as people list them: numbered, spaced out, one in each line or in a
 * column of a sheet under a heading. What is only a number, a heading or a total is no name.
 */

const numbering =
  /^(?:[(（]\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*[)）]|(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*[.．、,，:：)）]|\d{1,4}\s+(?=\D)|[①-⑳]|[·•●■◆\-*—]+)\s*/u;

/** A name without the number before it, spaces within Chinese and marks behind it; empty where nothing is left. */
export const cleanedName = (written: string): string => {
  let name = written.normalize("NFKC").trim();
  for (let before = ""; before !== name;) {
    before = name;
    name = name.replace(numbering, "");
  }
  return name
    .replaceAll(/\s*(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, "")
    .replace(/[\s。.;；、,，:：]+$/u, "")
    .trim();
};

const heading =
  /^(?:序号|编号|no\.?|name|names|villages?|communit(?:y|ies)|units?|备注|.{0,12}(?:名称|村名|社区名|单位名)|(?:行政|自然)?(?:村|居|社区)(?:[、/(（]?(?:村|居|社区)[)）]?)*|村社区?|村居|村委会|单位|部门|街道|镇街?|.*(?:名单|一览表|统计表|花名册|汇总表|明细表|情况表))$/iu;
const total = /^(?:合计|总计|小计|共计|共\s*\d+\s*[个村])/u;

const isName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 40 &&
  /[\p{Script=Han}A-Za-z]/u.test(text) &&
  !heading.test(text) &&
  !total.test(text);

const looksLikeVillage = /(?:村|社区|居委会|村委会|居|新村|小区|屯|庄|苑)$/u;
const looksLikeUnit = /(?:街道|镇|乡|区|县|局|委|办|院|中心|公司|学校|所|站|队)$/u;

/** Names out of lines, in their order, each once. */
export const namesOfLines = (lines: readonly string[]): string[] => [...new Set(lines.map(cleanedName).filter(isName))];

/** Out of a sheet, of the column whose cells look most like names of villages, else of units, else of anything told apart. */
export const namesInRows = (
  rows: readonly (readonly { readonly col: number; readonly text: string }[])[],
): string[] => {
  const columns = new Map<number, string[]>();
  for (const cells of rows)
    for (const { col, text } of cells) columns.set(col, [...(columns.get(col) ?? []), ...text.split("\n")]);
  const scored = [...columns].map(([col, texts]) => ({ col, names: namesOfLines(texts) }));
  const [best] = scored
    .map(({ col, names }) => ({ col, names, score: scoreOf(names) }))
    .toSorted((a, b) => b.score - a.score || a.col - b.col);
  return best === undefined || best.score === 0 ? [] : best.names;
};

const scoreOf = (names: readonly string[]): number => {
  const villages = names.filter((name) => looksLikeVillage.test(name)).length;
  const units = names.filter((name) => looksLikeUnit.test(name)).length;
  return villages * 10_000 + units * 100 + Math.min(names.length, 99);
};

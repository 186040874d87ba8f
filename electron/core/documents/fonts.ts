/**
 * The faces of GB/T 9704-2012 by the names that office computers know them by, each with others that may stand in for
 * it. None is bundled: a program that lacks the first takes the next that it has (`w:altName`), and by family after that.
 */

export const faces = {
  /** The text. */
  body: "仿宋_GB2312",
  title: "方正小标宋简体",
  first: "黑体",
  second: "楷体_GB2312",
  pageNumber: "宋体",
  /** Letters and figures. */
  latin: "Times New Roman",
} as const;

/** By the generic family and pitch that Word knows, and names that stand in. */
const known: Readonly<Record<string, { family: string; names: string; charset: string }>> = {
  [faces.body]: { family: "modern", names: "仿宋,FangSong,华文仿宋,STFangsong,FandolFang,方正仿宋_GBK", charset: "86" },
  [faces.title]: { family: "script", names: "小标宋体,方正小标宋_GBK,华文中宋,STZhongsong,宋体", charset: "86" },
  [faces.first]: { family: "modern", names: "SimHei,华文黑体,STHeiti,方正黑体_GBK,Noto Sans CJK SC", charset: "86" },
  [faces.second]: { family: "modern", names: "楷体,KaiTi,华文楷体,STKaiti,方正楷体_GBK", charset: "86" },
  [faces.pageNumber]: { family: "auto", names: "SimSun,方正书宋_GBK,Noto Serif CJK SC", charset: "86" },
  [faces.latin]: { family: "roman", names: "Liberation Serif", charset: "00" },
};

/** `word/fontTable.xml`. */
export const fontTableXml = (): string => {
  const fonts = Object.entries(known).map(
    ([name, { family, names, charset }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:charset w:val="${charset}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`
  );
};

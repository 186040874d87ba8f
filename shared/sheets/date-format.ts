/** What a cell's number format says of a number: whether it shows a day, and whether it shows it with Chinese words. */

const unquoted = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, "");

/** A format that shows a day or month; one of hours and minutes alone does not. */
export const showsDay = (format: string): boolean =>
  (/[yd]/iu.test(unquoted(format)) || /年|月|日/u.test(format)) && !/^[hms:.\s[\]0]+$/iu.test(format);

/** yyyy"年"m"月"d"日": the cell's own words are kept as its text. */
export const showsChineseDay = (format: string): boolean => /年|月|日/u.test(format);

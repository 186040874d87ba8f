/**
 * Where office and date stand under a document without a seal (GB/T 9704-2012, 7.3.5.2): the office two characters from
 * the right; the date under it begins two characters further right than the office's name; a date too long for that stands two
 * characters from the right, and the office moves left as far as is needed.
 */

/** From here on characters are as wide as high. */
const firstWide = 0x2e80;
/** What a program leaves free between a Chinese character and a figure beside it. */
const between = 0.25;

const isWide = (sign: string): boolean => (sign.codePointAt(0) ?? 0) >= firstWide;

/** How many characters of Chinese text wide a text is; letters and figures count half. */
export const widthOf = (text: string): number => {
  const signs = Array.from(text);
  let width = 0;
  for (const [place, sign] of signs.entries()) {
    const before = signs[place - 1];
    width += isWide(sign) ? 1 : 0.5;
    if (before !== undefined && isWide(before) !== isWide(sign)) width += between;
  }
  return width;
};

/** Where each begins, in characters from the left of a line of `characters`. */
export const signaturePlace = (
  office: string,
  date: string,
  characters: number,
): { readonly office: number; readonly date: number } => {
  const start = Math.max(0, characters - 2 - widthOf(office));
  const latest = Math.max(0, characters - 2 - widthOf(date));
  return start + 2 <= latest ? { office: start, date: start + 2 } : { office: Math.max(0, latest - 2), date: latest };
};

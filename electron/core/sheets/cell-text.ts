/** The text of a cell as it is kept: line breaks as `\n`, no space around it, none of the characters that nobody sees. */

const INVISIBLE = /[\u200b-\u200d\ufeff\u2060\u00ad]|_x000[dD]_|\u0000/gu;

export const cellText = (raw: string): string => {
  const plain = /[\r\u200b-\u2060\ufeff\u00ad\u0000]|_x000/u.test(raw)
    ? raw.replace(INVISIBLE, "").replace(/\r\n?/gu, "\n")
    : raw;
  return plain.trim();
};

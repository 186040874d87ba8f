/** The text of a cell as it is kept: line breaks as `\n`, no space around it, none of the characters that nobody sees. */

const NUL = String.fromCharCode(0);
const INVISIBLE = /[\u200b-\u200d\ufeff\u2060\u00ad]|_x000[dD]_/gu;
const UNTIDY = /[\r\u200b-\u200d\u2060\ufeff\u00ad]|_x000/u;

export const cellText = (raw: string): string => {
  const plain = UNTIDY.test(raw) ? raw.replace(INVISIBLE, "").replace(/\r\n?/gu, "\n") : raw;
  return (plain.includes(NUL) ? plain.replaceAll(NUL, "") : plain).trim();
};

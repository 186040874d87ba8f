/**
 * Splits the text of a unit cell into units: at 、 ， , ； ; line breaks and spaces between units, not inside brackets
 * ('Units'). Text is kept as written; which unit is meant is a second step.
 */

const OPENING = "（([【〔{「『《“";
const CLOSING = "）)]】〕}」』》”";
const OPENS = /[（([【〔{「『《“]/u;
const CLOSES = /[）)\]】〕}」』》”]/u;
const SEPARATORS = "、，,；;\n\r\t｜|";
const SPACE = /\s|\u3000/u;

const plainPieces = (text: string, isSeparator: (character: string) => boolean): string[] => {
  const result: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isSeparator(text.charAt(at))) continue;
    result.push(text.slice(from, at));
    from = at + 1;
  }
  return [...result, text.slice(from)];
};

/** Pieces at separators outside brackets. A bracket that never closes protects nothing behind it. */
const pieces = (text: string, isSeparator: (character: string) => boolean): string[] => {
  if (!OPENS.test(text)) return plainPieces(text, isSeparator);
  const result: string[] = [];
  let depth = 0;
  let piece = "";
  let rest = text;
  for (const character of text) {
    rest = rest.slice(character.length);
    if (OPENING.includes(character) && CLOSES.test(rest)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isSeparator(character)) {
      result.push(piece);
      piece = "";
    } else piece += character;
  }
  return [...result, piece];
};

/** 市交通运输局 市公安局 are two; 市 公 安 局 is one, spaced out to fill its cell. */
const atSpaces = (piece: string): string[] => {
  const words = pieces(piece, (character) => SPACE.test(character))
    .map((word) => word.trim())
    .filter((word) => word !== "");
  if (words.length < 2) return words;
  const areUnits = words.every(
    (word) => word.length >= 2 && !/^[A-Za-z0-9]+$/u.test(word) && !/^[（(].*[)）]$/u.test(word),
  );
  if (areUnits) return words;
  return [piece.replace(/(?<=\P{ASCII})\s+|\s+(?=\P{ASCII})/gu, "").trim()];
};

/** The units that a cell names, in its order, as written. */
export const splitUnits = (text: string): string[] =>
  pieces(text, (character) => SEPARATORS.includes(character))
    .flatMap(atSpaces)
    .map((unit) => unit.replace(/[。.:：]+$/u, "").trim())
    .filter((unit) => unit !== "" && !/^[/／\\—―–－\-─]+$/u.test(unit) && unit !== "无");

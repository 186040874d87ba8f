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

export type UnitRoles = { readonly lead: string[]; readonly responsible: string[]; readonly support: string[] };

const LABEL = /(牵头|主办|责任|承办|落实|配合|协办|会办)(?:单位|部门)?\s*[：:]/gu;
const ROLE_OF_LABEL: Readonly<Record<string, keyof UnitRoles>> = {
  牵头: "lead",
  主办: "lead",
  责任: "responsible",
  承办: "responsible",
  落实: "responsible",
  配合: "support",
  协办: "support",
  会办: "support",
};

/** 牵头单位：A局 配合单位：B局、C局 in one cell; undefined where no label stands in front. */
export const splitRoles = (text: string): UnitRoles | undefined => {
  if (!/[：:]/u.test(text)) return undefined;
  const labels = [...text.matchAll(LABEL)];
  if (labels[0] === undefined || text.slice(0, labels[0].index).trim() !== "") return undefined;
  const roles: UnitRoles = { lead: [], responsible: [], support: [] };
  labels.forEach((label, index) => {
    const units = splitUnits(text.slice(label.index + label[0].length, labels[index + 1]?.index));
    roles[ROLE_OF_LABEL[label[1] ?? ""] ?? "responsible"].push(...units);
  });
  return roles;
};

/** The numbers that a document counts by itself, in front of paragraphs and in the number column of its tables. */
import type { Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf, firstChild } from "./xml.ts";

interface Level {
  readonly format: string;
  /** `%1.`, `（%1）`, `%1.%2`. */
  readonly text: string;
  readonly start: number;
}

const digits = "零一二三四五六七八九";

const chinese = (value: number): string => {
  if (value <= 10) return value === 10 ? "十" : digits.charAt(value);
  if (value < 20) return `十${digits.charAt(value - 10)}`;
  if (value < 100)
    return `${digits.charAt(Math.floor(value / 10))}十${value % 10 === 0 ? "" : digits.charAt(value % 10)}`;
  return String(value);
};

const letters = (value: number): string => String.fromCodePoint(64 + ((value - 1) % 26) + 1);

const written = (format: string, value: number): string => {
  if (/chinese|ideograph|japaneseCounting|taiwanese/iu.test(format)) return chinese(value);
  if (format === "decimalEnclosedCircle" || format === "decimalEnclosedCircleChinese")
    return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
  if (format === "upperLetter") return letters(value);
  if (format === "lowerLetter") return letters(value).toLowerCase();
  return String(value);
};

export interface Numbering {
  /** The number of the next paragraph of a list's level, with the signs around it; empty for bullets. */
  readonly next: (list: string, level: number) => string;
}

/** @param root `w:numbering`; undefined where the document counts nothing */
export const numberingOf = (root: Element | undefined): Numbering => {
  const abstracts = new Map(
    (root ? childrenOf(root, "abstractNum") : []).map((each) => [attributeOf(each, "abstractNumId"), levelsOf(each)]),
  );
  const lists = new Map(
    (root ? childrenOf(root, "num") : []).map((each) => {
      const abstract = firstChild(each, "abstractNumId");
      return [attributeOf(each, "numId"), abstract ? attributeOf(abstract, "val") : ""] as const;
    }),
  );
  // Lists of one abstract numbering count together, as Word does unless it is told otherwise.
  const counts = new Map<string, number[]>();
  return {
    next: (list, level) => {
      const abstract = lists.get(list) ?? "";
      const levels = abstracts.get(abstract);
      const own = levels?.[level];
      if (!levels || !own || own.format === "bullet" || own.format === "none") return "";
      const counted = counts.get(abstract) ?? [];
      counted[level] = (counted[level] ?? own.start - 1) + 1;
      counted.length = level + 1;
      counts.set(abstract, counted);
      return own.text.replaceAll(/%(\d)/gu, (_, place: string) => {
        const at = Number(place) - 1;
        return written(levels[at]?.format ?? "decimal", counted[at] ?? levels[at]?.start ?? 1);
      });
    },
  };
};

const levelsOf = (abstract: Element): Level[] =>
  childrenOf(abstract, "lvl").map((level) => {
    const value = (name: string): string => {
      const child = firstChild(level, name);
      return child ? attributeOf(child, "val") : "";
    };
    return { format: value("numFmt") || "decimal", text: value("lvlText"), start: Number(value("start") || "1") };
  });

/** Numbers of headings by their place, as GB/T 9704-2012 has them in Chinese, and as 1, 1.1, 1.1.1 in English. */
import { type Language, word } from "#shared/translations/index.ts";
import type { Block } from "./document.ts";

/** 1 to 99 in Chinese numerals; what is beyond stays in figures. */
export const numeral = (n: number): string => {
  const digits = word("zh-CN", "documents.numerals");
  if (n < 1 || n > 99) return String(n);
  const ten = digits[10] ?? "";
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? ten : ""}${ones > 0 ? digits[ones] : ""}`;
};

/** The texts of headings with their numbers, by the place of their block. */
export const numberedHeadings = (blocks: readonly Block[], language: Language): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  const counts = [0, 0, 0];
  for (const [place, block] of blocks.entries()) {
    if (block.kind !== "heading") continue;
    if (block.numbered === false) {
      texts.set(place, block.text);
      continue;
    }
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
    counts.fill(0, block.level);
    const n = language === "en" ? counts.slice(0, block.level).join(".") : ownNumber(counts, block.level);
    texts.set(place, word(language, `documents.heading.${block.level}`, { n, text: block.text }));
  }
  return texts;
};

const ownNumber = (counts: readonly number[], level: number): string => {
  const own = counts[level - 1] ?? 0;
  return level === 3 ? String(own) : numeral(own);
};

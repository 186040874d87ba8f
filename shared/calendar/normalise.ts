/**
 * One spelling for everything that people write alike: full-width digits, Chinese numerals before a unit of time, six
 * kinds of dash, spaces inside words. Only the copy that is read is changed; the text that is kept stays as written.
 */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** `十二` → 12, `二〇二〇` → 2020, `三十一` → 31; undefined for anything else. */
export const numberOfNumerals = (numerals: string): number | undefined => {
  if (!/^[零〇○一二两三四五六七八九十]+$/u.test(numerals)) return undefined;
  if (!numerals.includes("十")) return Number(numerals.replace(/./gu, (c) => String(DIGITS[c])));
  const [tens = "", ones = ""] = numerals.split("十");
  if (tens.length > 1 || ones.length > 1) return undefined;
  return (tens === "" ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === "" ? 0 : (DIGITS[ones] ?? 0));
};

const toDigits = (numerals: string): string => String(numberOfNumerals(numerals) ?? numerals);

const NUMERALS = "[零〇○一二两三四五六七八九十]+";
const BEFORE_UNIT = new RegExp(`${NUMERALS}(?=年|月|日|号|季|个工作日|个季度|工作日)`, "gu");
/** 五月至十月 is covered above; 一、二季度 and 四至六月 leave the first numeral without its unit. */
const BEFORE_LISTED = new RegExp(
  `${NUMERALS}(?=(?:[、,至到-]${NUMERALS}|[、,至到-]\\d+)*[、,至到-]\\d+(?:月|季|日|号))`,
  "gu",
);

const dashes = /[‐‑‒–—―─－﹣~～∼〜]+/gu;

/** What the grammar reads: no spaces, ASCII digits and brackets, one dash, numerals of dates as digits. */
export const normalisePeriodText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/(\d{4}[-./]\d{1,2}[-./]\d{1,2})[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?/gu, "$1")
    .replace(/\s+/gu, "")
    .replace(dashes, "-")
    .replace(/-{2,}/gu, "-")
    .replace(/[。．]/gu, ".")
    .replace(/[；]/gu, ";")
    .replace(/(?<=[日号月旬])一(?=\d)/gu, "-")
    .replace(BEFORE_UNIT, (m, offset: number, whole: string) =>
      // 每周一、日 and the like never come here; 一日 after 周 would be a weekday
      whole[offset - 1] === "周" || whole[offset - 1] === "期" ? m : toDigits(m),
    )
    .replace(BEFORE_LISTED, toDigits);

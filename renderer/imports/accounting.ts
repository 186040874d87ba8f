/**
 * Every row below the header is accounted for ('Problems': nothing is dropped silently). The preview says so in one
 * line, and a sum that does not come out would be seen at once.
 */
import type { Stage } from "#shared/imports/view.ts";

/** What core counts, in the order in which it is told; each is worded under `imports.accounting.parts`. */
export const accountingParts = ["items", "merged", "sections", "notes", "repeatedHeaders", "blanks", "listed"] as const;
export type AccountingPart = (typeof accountingParts)[number];

const isPart = (key: string): key is AccountingPart => accountingParts.some((part) => part === key);

/** The parts that occur, with their counts, and the rows below the header that they add up to. */
export const accountOf = (
  accounting: Stage["accounting"],
): { below: number; parts: readonly { part: AccountingPart; count: number }[] } => {
  const parts = accountingParts.flatMap((part) => {
    const count = accounting[part] ?? 0;
    return count > 0 ? [{ part, count }] : [];
  });
  const counted = Object.entries(accounting).filter(([key]) => isPart(key));
  const sum = counted.reduce((total, [, count]) => total + count, 0);
  return { below: accounting["rows"] ?? sum, parts };
};

/**
 * The code that two people tell each other by telephone (EX12): how far a stream was taken in, a part of the hash there,
 * and a check digit by which a slip of the tongue is noticed. Digits alone, `1204-58213-7`: number, hash, check.
 */

export interface ReceiptCode {
  readonly number: number;
  /** Five digits of the chain's hash at that number. */
  readonly part: string;
}

/** Damm's table: every single wrong digit and every swap of neighbours changes the check digit. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

const checkDigit = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
};

/** Five digits of a hash in hex; of the beginning of a link, zeros. */
export const hashPart = (hash: string): string =>
  String(Number.parseInt(hash.slice(0, 10) || "0", 16) % 100_000).padStart(5, "0");

export const writeReceiptCode = (number: number, hash: string): string => {
  const part = hashPart(hash);
  return `${number}-${part}-${checkDigit(`${number}${part}`)}`;
};

/** What a code says, however it was typed (spaces, dashes, full-width digits); null for one that is mistyped. */
export const readReceiptCode = (text: string): ReceiptCode | null => {
  const digits = text.normalize("NFKC").replaceAll(/[\s\-–—_.]/g, "");
  if (!/^\d{7,22}$/.test(digits) || checkDigit(digits) !== 0) return null;
  const number = Number(digits.slice(0, -6));
  return Number.isSafeInteger(number) ? { number, part: digits.slice(-6, -1) } : null;
};

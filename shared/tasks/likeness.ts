/** How alike two texts are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}\p{S}]+/gu, "")
    .toLowerCase();

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  const characters = Array.from(text);
  for (let at = 0; at < characters.length - 1; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/** 1 for the same words in any punctuation, 0 for nothing in common (Dice's coefficient over character pairs). */
export const likeness = (a: string, b: string): number => {
  const left = plain(a);
  const right = plain(b);
  if (left === right) return left === "" ? 0 : 1;
  const pairs = pairsOf(left);
  const others = pairsOf(right);
  let shared = 0;
  let all = 0;
  for (const [pair, count] of pairs) {
    shared += Math.min(count, others.get(pair) ?? 0);
    all += count;
  }
  for (const count of others.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
};

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

/** How many titles are compared with one at most: the ones that share most with it. */
const MOST_CANDIDATES = 40;

export type TitleIndex = { readonly candidates: (title: string) => readonly number[] };

/** Finds, among many titles, the few that may be alike, so that 5,000 need not each be compared with 5,000. */
export const titleIndex = (titles: readonly string[]): TitleIndex => {
  const byPair = new Map<string, number[]>();
  const exact = Map.groupBy(titles.keys(), (at) => plain(titles[at] ?? ""));
  titles.forEach((title, at) => {
    for (const pair of pairsOf(plain(title)).keys()) {
      const list = byPair.get(pair);
      if (list) list.push(at);
      else byPair.set(pair, [at]);
    }
  });
  // a pair of characters that stands in most titles tells nothing
  const common = Math.max(50, titles.length / 10);
  return {
    candidates: (title) => {
      const shared = new Map<number, number>();
      const lists = [...pairsOf(plain(title)).keys()].map((pair) => byPair.get(pair) ?? []);
      const telling = lists.filter((list) => list.length > 0 && list.length <= common);
      for (const at of telling.length > 0 ? telling.flat() : lists.flat().slice(0, 2000))
        shared.set(at, (shared.get(at) ?? 0) + 1);
      const most = [...shared].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_CANDIDATES);
      return [...new Set([...(exact.get(plain(title)) ?? []).slice(0, MOST_CANDIDATES), ...most.map(([at]) => at)])];
    },
  };
};

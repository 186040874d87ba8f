/** Where one text differs from another, so that two values side by side show at once what is at issue. */

export interface Run {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
  /** Not in the other text. */
  readonly own: boolean;
}

/** Beyond this many comparisons only a common beginning and end are looked for. */
const mostCells = 4_000_000;

const runsOf = (pieces: readonly { readonly text: string; readonly own: boolean }[]): readonly Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (const { text, own } of pieces) {
    const last = runs.at(-1);
    if (text === "") continue;
    if (last?.own === own) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, at, own });
    at += text.length;
  }
  return runs;
};

/** Which characters of `a` lie in a longest common subsequence with `b`. */
const commonIn = (a: readonly string[], b: readonly string[]): readonly boolean[] => {
  const wide = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * wide);
  const at = (row: number, column: number): number => longest[row * wide + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      longest[row * wide + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const common = a.map(() => false);
  let row = 0;
  let column = 0;
  while (row < a.length && column < b.length)
    if (a[row] === b[column]) {
      common[row] = true;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  return common;
};

/** The text in runs that are, or are not, in the other text too. They make up the text again. */
export const differences = (text: string, other: string): readonly Run[] => {
  const a = Array.from(text);
  const b = Array.from(other);
  let before = 0;
  while (before < a.length && before < b.length && a[before] === b[before]) before += 1;
  let after = 0;
  while (after < a.length - before && after < b.length - before && a[a.length - 1 - after] === b[b.length - 1 - after])
    after += 1;
  const middle = a.slice(before, a.length - after);
  const otherMiddle = b.slice(before, b.length - after);
  const common = middle.length * otherMiddle.length > mostCells ? undefined : commonIn(middle, otherMiddle);
  return runsOf([
    { text: a.slice(0, before).join(""), own: false },
    ...middle.map((character, index) => ({ text: character, own: common?.[index] !== true })),
    { text: a.slice(a.length - after).join(""), own: false },
  ]);
};

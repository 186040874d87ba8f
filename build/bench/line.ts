/**
 * A line of the bench: ours against a baseline, both measured in the same run on the same machine, so that the ratio
 * means something wherever it is run. Times are medians in milliseconds.
 */
export interface BenchLine {
  readonly name: string;
  readonly ours: number;
  readonly base: number;
  /** What the baseline is. */
  readonly against: string;
  /** The ratio to stay below. */
  readonly goal?: number;
  /** Growth of ours from n to 4n. */
  readonly slope?: number;
  readonly note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
};

const timed = async (run: () => unknown): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Runs both alternately, so that a slow moment of the machine hits both; one round of each goes before, unmeasured. */
export const alternately = async (
  ours: () => unknown,
  base: () => unknown,
  rounds: number,
): Promise<{ ours: number; base: number }> => {
  const oursTook: number[] = [];
  const baseTook: number[] = [];
  await ours();
  await base();
  for (let round = 0; round < rounds; round++) {
    oursTook.push(await timed(ours));
    baseTook.push(await timed(base));
  }
  return { ours: median(oursTook), base: median(baseTook) };
};

export const medianTime = async (run: () => unknown, rounds: number): Promise<number> => {
  const took: number[] = [];
  await run();
  for (let round = 0; round < rounds; round++) took.push(await timed(run));
  return median(took);
};

const two = (n: number): string => (n >= 100 ? n.toFixed(0) : n.toFixed(2));

export const printLine = ({ name, ours, base, against, goal, slope, note }: BenchLine): string => {
  const ratio = ours / base;
  const verdict = goal === undefined ? "" : ` (goal < ${goal}: ${ratio < goal ? "met" : "MISSED"})`;
  const growth = slope === undefined ? "" : `; n → 4n ×${two(slope)}`;
  return `${name}: ${two(ratio)}${verdict} — ${two(ours)} ms against ${two(base)} ms, ${against}${growth}${note ? `; ${note}` : ""}`;
};

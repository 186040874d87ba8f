/**
 * EX26: what two offices share, as numbers small enough to travel with every bundle. A record's digest is over the
 * versions that stand in it and the steps that both may see; records are summed up in groups, so that whoever differs
 * can say in which ones, and all of it shows as 8 digits.
 */
import type { ScopeDigest } from "./bundle.ts";
import type { Hash } from "./chain.ts";

export interface DigestFacts {
  /** Versions of its creations. */
  readonly creations: readonly string[];
  /** The versions that stand, by unit of merge. */
  readonly heads: Iterable<readonly [unit: string, versions: readonly string[]]>;
  /** `<version>#<place>` of appended changes: steps, what took them back, what settled them, purges. */
  readonly appended: readonly string[];
}

const modulus = 1n << 64n;

/** A record's digest, 64 bits. A unit that stands as the record was created adds nothing. */
export const recordDigest = (hash: Hash, record: string, { creations, heads, appended }: DigestFacts): bigint => {
  const made = new Set(creations);
  const lines: string[] = [];
  for (const [unit, versions] of heads) {
    const [only] = versions;
    if (versions.length === 1 && only !== undefined && made.has(only)) continue;
    if (versions.length > 0) lines.push(`${unit}=${versions.toSorted().join()}`);
  }
  const text = [record, creations.toSorted().join(), lines.toSorted().join(";"), appended.toSorted().join()].join("\n");
  return BigInt(`0x${hash(text).slice(0, 16)}`);
};

export interface Digested {
  readonly record: string;
  readonly digest: bigint;
}

/** Few enough to travel with a receipt, many enough to name the records that differ: about 16 in each group. */
export const groupCount = (records: number): number => {
  let count = 1;
  while (count * 16 < records && count < 1024) count *= 2;
  return count;
};

/** The group of a record: the first bits of SHA-256 of its id, so that it does not depend on who asks. */
export const groupOf = (hash: Hash, record: string, groups: number): number =>
  Number.parseInt(hash(record).slice(0, 4), 16) % groups;

const asHex = (sum: bigint): string => sum.toString(16).padStart(16, "0");

/** Sums of records' digests by group. */
export const groupSums = (hash: Hash, records: readonly Digested[], groups: number): string[] => {
  const sums: bigint[] = Array.from({ length: groups }, () => 0n);
  for (const { record, digest } of records) {
    const group = groupOf(hash, record, groups);
    sums[group] = ((sums[group] ?? 0n) + digest) % modulus;
  }
  return sums.map(asHex);
};

/** 8 digits that two people can read out to each other: of everything, however it is grouped. */
export const digestCode = (hash: Hash, records: number, groups: readonly string[]): string => {
  const total = groups.reduce((sum, group) => (sum + BigInt(`0x${group}`)) % modulus, 0n);
  return String(Number.parseInt(hash(`${records}\n${asHex(total)}`).slice(0, 12), 16) % 100_000_000).padStart(8, "0");
};

export const scopeDigest = (
  hash: Hash,
  records: readonly Digested[],
  received: ScopeDigest["received"],
): ScopeDigest => {
  const groups = groupSums(hash, records, groupCount(records.length));
  return { received, records: records.length, groups, code: digestCode(hash, records.length, groups) };
};

export interface Comparison {
  readonly same: boolean;
  /** One's own 8 digits. */
  readonly code: string;
  /** Those that may differ: all that stand in the groups that do. */
  readonly records: readonly string[];
}

/** Compares what a bundle says with one's own records as of the same positions. */
export const compareDigests = (hash: Hash, theirs: ScopeDigest, own: readonly Digested[]): Comparison => {
  const groups = groupSums(hash, own, theirs.groups.length);
  const code = digestCode(hash, own.length, groups);
  if (own.length === theirs.records && groups.every((sum, index) => sum === theirs.groups[index])) {
    return { same: true, code, records: [] };
  }
  const differing = new Set(groups.flatMap((sum, index) => (sum === theirs.groups[index] ? [] : [index])));
  const records = own.filter(({ record }) => differing.has(groupOf(hash, record, groups.length)));
  return { same: false, code, records: records.map(({ record }) => record) };
};

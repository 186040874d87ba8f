/**
 * The order of changes that every office agrees on (EX3): Lamport counter, then epoch, number, hash and place in the
 * commit; what of a record a change saw; and when two values are the same.
 */
import { hasHash, type Version, withoutHash } from "../store/commit.ts";
import type { MergeChange } from "./merging.ts";

export const inOrder = (a: MergeChange, b: MergeChange): number => {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.version === b.version) return a.ord - b.ord;
  if (a.epoch !== b.epoch) return a.epoch < b.epoch ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  return a.version < b.version ? -1 : 1;
};

/** A set of versions in which one that was kept before hashes were part of the name stands for its commit too. */
export class VersionSet {
  readonly #versions = new Set<Version>();
  #hasOld = false;

  add(version: Version): void {
    this.#versions.add(version);
    if (!hasHash(version)) this.#hasOld = true;
  }

  has(version: Version): boolean {
    return this.#versions.has(version) || (this.#hasOld && this.#versions.has(withoutHash(version)));
  }
}

/**
 * Whether the writer of `one` had seen `other`, as far as its base tells: one sees all that was written before in its
 * own epoch, and of another epoch everything up to the latest version that the base names.
 */
export const saw = (one: MergeChange, other: MergeChange): boolean => {
  if (one.version === other.version) return true;
  if (one.epoch === other.epoch) return one.seq > other.seq;
  return one.base.some((version) => version.startsWith(other.epoch) && seqOf(version) >= other.seq);
};

const seqOf = (version: Version): number => Number.parseInt(version.slice(33), 10);

/** Names a step, or any one change, of a record: its commit and its place there. */
export const placeOf = ({ version, ord }: Pick<MergeChange, "version" | "ord">): string => `${version}#${ord}`;

/** Whether two values that came from JSON are the same; the order of keys says nothing. */
export const isSameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => Object.hasOwn(right, key) && isSameValue(left[key], right[key]));
};

/**
 * Values as one agreed text, so that every office hashes the same bytes for the same change: JSON with the keys of
 * each object in code-unit order, and keys without a value left out.
 */
import { createHash } from "node:crypto";

export const canonical = (value: unknown): string => JSON.stringify(value, sortKeys) ?? "null";

const sortKeys = (_key: string, value: unknown): unknown => {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries);
};

/** The parts of a commit that its hash covers, besides its changes. */
export interface HashedHead {
  readonly epoch: string;
  readonly seq: number;
  readonly prev: string | null;
  readonly lamport: number;
  readonly at: string;
  readonly office: string;
  readonly device: string;
  readonly action: string;
  readonly note: string | null;
  readonly undoes: string | null;
}

export interface HashedChange {
  readonly record: string;
  readonly kind: string;
  readonly unit: string;
  /** Canonical JSON. */
  readonly value: string;
  readonly base: string;
  readonly behalf: string | null;
}

/** SHA-256 over the head and each change, a line each (EX2). Commits chain by `prev`. */
export const commitHash = (head: HashedHead, changes: Iterable<HashedChange>): string => {
  const hash = createHash("sha256");
  hash.update(`liandong-commit-1\n${canonical(head)}\n`);
  for (const { record, kind, unit, value, base, behalf } of changes) {
    hash.update(`${record}\t${kind}\t${unit}\t${base}\t${behalf ?? ""}\t${value}\n`);
  }
  return hash.digest("hex");
};

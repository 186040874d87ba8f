/**
 * Values as one agreed text, so that every office hashes the same bytes for the same change: JSON with the keys of
 * each object in code-unit order, and keys without a value left out.
 */
import { hash } from "node:crypto";

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
  /** The hash of the line as it was before its value was blanked (EX8). */
  readonly purged?: string | null;
}

/** The head as canonical JSON: its keys stand in order. */
const headText = ({ action, at, device, epoch, lamport, note, office, prev, seq, undoes }: HashedHead): string =>
  JSON.stringify({ action, at, device, epoch, lamport, note, office, prev, seq, undoes });

const lineOf = ({ record, kind, unit, value, base, behalf }: HashedChange): string =>
  `${record}\t${kind}\t${unit}\t${base}\t${behalf ?? ""}\t${value}\n`;

/** SHA-256 of a change's line: what stays of it when its value is purged. */
export const lineHash = (change: HashedChange): string => change.purged ?? sha256(lineOf(change));

export const sha256 = (text: string): string => hash("sha256", text, "hex");

/** How new commits are hashed: 1 over the lines themselves, 2 over the hashes of the lines, so that one can be purged. */
export const commitFormat = 2;

/** SHA-256 over the head and each change, a line each (EX2). Commits chain by `prev`. */
export const commitHash = (head: HashedHead, changes: Iterable<HashedChange>, format: 1 | 2 = commitFormat): string => {
  const parts = [`liandong-commit-${format}\n${headText(head)}\n`];
  for (const change of changes) parts.push(format === 1 ? lineOf(change) : `${lineHash(change)}\n`);
  return sha256(parts.join(""));
};

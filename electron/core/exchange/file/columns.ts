/**
 * How the entries of a bundle lie in `entries.json`: by columns, each a list of small numbers that compress to almost
 * nothing, with the words that repeat named once in dictionaries. The values stand beside it in `values.jsonl`, one
 * JSON text a line, those of one unit of merge together. docs/bundle-format.md tells it for those who have no program.
 */

/** A commit before this one in the file, by how many commits back; or a version in full with the epoch's place for its name. */
export type BaseRef = number | string;

export interface Columns {
  readonly epochs: readonly string[];
  readonly records: readonly string[];
  /** Kind of record and unit of merge. */
  readonly units: readonly (readonly [string, string])[];
  /** Office and device. */
  readonly authors: readonly (readonly [string, string])[];
  readonly actions: readonly string[];
  readonly behalves: readonly string[];
  readonly commits: {
    readonly epoch: readonly number[];
    /** How much more than one above the commit before it of its epoch. */
    readonly seq: readonly number[];
    readonly lamport: readonly number[];
    /** Milliseconds after the commit before it; text where that is not how it is written. */
    readonly at: readonly (number | string)[];
    readonly author: readonly number[];
    readonly action: readonly number[];
    /** 0: none. */
    readonly note: readonly (0 | string)[];
    readonly undoes: readonly (0 | string)[];
    readonly format: readonly number[];
    readonly whole: readonly (0 | 1)[];
    /** 0: follows from what stands here. */
    readonly hash: readonly (0 | string)[];
    /** 0: the hash of the commit before it in its epoch, which is in this file; null: there is none. */
    readonly prev: readonly (0 | string | null)[];
    /** How many changes. */
    readonly changes: readonly number[];
  };
  readonly changes: {
    /** Changes of the commit that are left out before this one. */
    readonly gap: readonly number[];
    /** 0: the record of the change before; 1: the next not named yet; else its place + 2. */
    readonly record: readonly number[];
    readonly unit: readonly number[];
    /** See `bases.ts`. */
    readonly base: readonly number[];
    /** 0: none; else its place + 1. */
    readonly behalf: readonly number[];
  };
  /** The bases that are written out, in the order in which they are asked for. */
  readonly bases: readonly (readonly BaseRef[])[];
  /** Changes, by place, that have no line among the values. */
  readonly blank: readonly number[];
  /** Changes that were purged, with the hash of the line. */
  readonly purged: readonly (readonly [number, string])[];
  /** Entries that are no commits: place in the stream, kind, record, reason. */
  readonly notices: readonly (readonly [number, "enter" | "leave", number, string | 0])[];
}

export const sameRecord = 0;
export const nextRecord = 1;
export const firstRecord = 2;

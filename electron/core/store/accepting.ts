/** What accepting commits of another office or computer into the log answers (EX1, EX23). */
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";

export interface Incoming {
  readonly commit: BundledCommit;
  /** `links_in.id` by which it came. */
  readonly via: number;
  /** Kept, but does not count (EX17). */
  readonly quarantined: boolean;
  /** Its hash was computed by whoever hands it over, and is its own: it need not be computed again. */
  readonly proved?: boolean;
}

export interface NamedAttachment {
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly mime: string;
}

export interface Acceptance {
  /** The row of each incoming commit, in their order; null for one that could not be kept (its hash is not its own). */
  readonly commitIds: readonly (number | null)[];
  /** Changes that were not here, and that were. */
  readonly new: number;
  readonly alreadyHere: number;
  /** New changes beside concurrent work on another unit of merge or with the same value (EX6). */
  readonly parallel: number;
  /** Held as unknown (EX22), quarantined, or poisoned: set aside alone. */
  readonly held: number;
  readonly quarantined: number;
  readonly poisoned: number;
  /** Conflicts and proposals that are open now and were not before. */
  readonly conflicts: number;
  readonly proposals: number;
  readonly recordsNew: readonly string[];
  /** Of which values, steps or questions stand otherwise than before. */
  readonly recordsChanged: readonly string[];
  /** Versions whose (epoch, seq) was here with another hash (EX20), and whether the epoch is one of this database. */
  readonly forks: readonly { readonly version: Version; readonly own: boolean }[];
  /** Files that accepted values name. */
  readonly attachments: readonly NamedAttachment[];
  /** Local row ids of records touched. */
  readonly touched: readonly number[];
}

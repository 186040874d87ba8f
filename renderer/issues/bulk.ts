/** The bulk change of many issues: which fields were ticked, and the contract's changes made of just those. */
import type { IssueChanges } from "#shared/issues/view.ts";
import { storeOf } from "../ui/store.ts";
import { emptyIssue, entryOf } from "./issue-values.ts";
import type { IssueValues } from "./issue-values.ts";

/** What many issues can share; a title or a number they cannot. */
export const bulkFields = [
  "limit",
  "units",
  "type",
  "leader",
  "person",
  "source",
  "place",
  "category",
  "note",
] as const;
export type BulkField = (typeof bulkFields)[number];

export type BulkValues = Pick<IssueValues, BulkField>;

/** Ticked fields go in even when they are empty: that clears them. What is not ticked stays as it is. */
export const bulkChanges = (ticked: readonly BulkField[], values: BulkValues): Omit<IssueChanges, "title" | "no"> => {
  const entry = entryOf({ ...emptyIssue, ...values });
  return Object.fromEntries(ticked.map((field) => [field, entry[field]]));
};

export interface BulkTarget {
  readonly ids: readonly string[];
  readonly done: () => void;
}

export const bulkTarget = storeOf<BulkTarget | undefined>(undefined);

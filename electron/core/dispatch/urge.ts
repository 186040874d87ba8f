/**
 * Urgings that a meeting decides on. They are written by the same commit as the lines in the meeting, so that there is
 * never one without the other, and one undo takes both back.
 */
import { commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { findTask } from "../tasks/find.ts";
import { unitLookup } from "../units/lookup.ts";
import { urgingChanges } from "../urgings/issue.ts";
import { lineChange, workedMeeting } from "./write.ts";

export interface Urge {
  readonly task: string;
  readonly urgings: readonly {
    readonly unit: string;
    readonly text: string;
    /** As written; empty: none. */
    readonly limit: string;
  }[];
}

/**
 * Numbered on from the last of the year.
 * @throws AppError `not-found`, `dispatch-withdrawn`, those of `urgingChanges`
 */
export const urgeAt = (store: Store, id: string, { task, urgings }: Urge): Committed => {
  workedMeeting(store, id);
  const units = unitLookup(store.db);
  findTask(store, task, units);
  const entries = urgings.map(({ unit, ...each }) => ({ ...each, unit: units.codeOf(unit) ?? unit }));
  const made = urgingChanges(
    store,
    entries.map((entry) => ({ ...entry, task, dispatch: id })),
  );
  const lines = made.map(({ record }, place) => {
    const { unit = null, text = "" } = entries[place] ?? {};
    return lineChange(store, id, { step: "urging", task, text, unit, made: record });
  });
  return commit(store, { action: "dispatch.urge", changes: [...made, ...lines] });
};

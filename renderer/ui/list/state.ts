/**
 * What a list remembers while the person is elsewhere: what was asked for, where it stood and what was ticked. Kept
 * outside the components, so that coming back finds the same place.
 */
import { navigate } from "wouter/use-hash-location";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import { storeOf } from "../store.ts";
import type { Store } from "../store.ts";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface ListState {
  readonly query: ListQuery;
  readonly active: Cell;
  /** The other corner of a range of cells; the active cell itself when there is none. */
  readonly anchor: Cell;
  readonly selected: ReadonlySet<string>;
  readonly top: number;
}

export const emptyQuery: ListQuery = { q: "", filters: [], sort: [] };
const start: Cell = { row: 0, column: 0 };

const states = new Map<string, Store<ListState>>();

export const listState = (capability: string): Store<ListState> => {
  const known = states.get(capability);
  if (known !== undefined) return known;
  const made = storeOf<ListState>({ query: emptyQuery, active: start, anchor: start, selected: new Set(), top: 0 });
  states.set(capability, made);
  return made;
};

/** Asks for something else: the list begins at its top again, and nothing is ticked. */
export const changeQuery = (store: Store<ListState>, change: Partial<ListQuery>): void =>
  store.set((before) => ({
    query: { ...before.query, ...change },
    active: { row: 0, column: before.active.column },
    anchor: { row: 0, column: before.active.column },
    selected: new Set(),
    top: 0,
  }));

/** Leads to a list with just these filters: the workbench's numbers, links from one record to others. */
export const openList = (capability: "tasks" | "issues" | "urgings", filters: readonly Filter[], q = ""): void => {
  changeQuery(listState(capability), { q, filters: [...filters], sort: [] });
  navigate(`/${capability}`);
};

/** What the window's bottom line says of the list on the screen. */
export const shownCounts = storeOf<{ shown: number; total: number; selected: number } | undefined>(undefined);

/** What the board remembers while the person is elsewhere: the year, how it is grouped, which groups are closed, its place. */
import type { BoardGrouping } from "#shared/board/view.ts";
import { boardGroupings } from "#shared/board/view.ts";
import { storeOf } from "../ui/store.ts";

export interface BoardState {
  /** Undefined: this year, or the nearest in which there are tasks. */
  readonly year: number | undefined;
  readonly closed: ReadonlySet<string>;
  /** The focused line's key. */
  readonly active: string | undefined;
}

export const boardState = storeOf<BoardState>({ year: undefined, closed: new Set(), active: undefined });

/** Not drawn from: only where one comes back to. */
export const boardTop = { top: 0 };

export const readGrouping = (stored: unknown): BoardGrouping | undefined =>
  boardGroupings.find((grouping) => grouping === stored);

export const toggleGroup = (name: string): void =>
  boardState.set((before) => {
    const closed = new Set(before.closed);
    if (!closed.delete(name)) closed.add(name);
    return { ...before, closed };
  });

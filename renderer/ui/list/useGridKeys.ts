/** The keys of a list: those of the table itself, and the page's shortcuts while nobody is typing. */
import { useEffect } from "react";
import type { KeyboardEvent } from "react";
import { useHandler, useLatest } from "../latest.ts";
import type { Store } from "../store.ts";
import { isCovered, isTyping, movedBy } from "./keys.ts";
import type { ListState } from "./state.ts";

interface GridKeys {
  readonly store: Store<ListState>;
  readonly rows: number;
  readonly columns: number;
  readonly onOpen: (index: number) => void;
  readonly onFollow: (index: number) => void;
  readonly onToggle: () => void;
  readonly onTickAll: () => void;
  readonly onCopy: () => void;
  /** Ctrl+D: repeats the first row of the range down it. */
  readonly onFill: () => void;
  /** U: copies a text for a message about the row. */
  readonly onUrge: () => void;
  readonly onBack: () => void;
  readonly onMenu: () => void;
  /** S, Shift+S: sorts by the active column, alone or further. */
  readonly onSort: (add: boolean) => void;
  /** Alt+← →: makes the active column wider by so many pixels. */
  readonly onWiden: (pixels: number) => void;
}

const widthStep = 16;

/** Handles a key in the table; the newest handlers are used without making the handler anew. */
export const useGridKeys = (keys: GridKeys): ((event: KeyboardEvent<HTMLDivElement>, page: number) => void) => {
  const { store, rows, columns, onOpen, onFollow, onToggle, onTickAll, onCopy, onBack, onMenu } = keys;
  return useHandler((event, page) => {
    if (event.target !== event.currentTarget && event.key === " ") return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = movedBy(event.key, ctrl, store.get().active, { rows, columns, page });
    const done = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (event.altKey) {
      const step = { ArrowLeft: -widthStep, ArrowRight: widthStep }[event.key];
      if (step !== undefined) done(() => keys.onWiden(step));
      return;
    }
    if (next !== undefined)
      done(() => {
        store.set((before) => ({ ...before, active: next, anchor: event.shiftKey ? before.anchor : next }));
        if (!event.shiftKey) onFollow(next.row);
      });
    else if (event.key === "Enter") done(() => onOpen(store.get().active.row));
    else if (event.key === " ") done(onToggle);
    else if (!ctrl && event.key.toLowerCase() === "s") done(() => keys.onSort(event.shiftKey));
    else if (ctrl && event.key.toLowerCase() === "a") done(onTickAll);
    else if (ctrl && event.key.toLowerCase() === "c") done(onCopy);
    else if (ctrl && event.key.toLowerCase() === "d") done(keys.onFill);
    else if (!ctrl && event.key.toLowerCase() === "u") done(keys.onUrge);
    else if (event.key === "Escape") done(onBack);
    else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) done(onMenu);
  });
};

interface PageKeys {
  readonly onNew: () => void;
  readonly onEdit: () => void;
  readonly onSearch: () => void;
  readonly onBack: () => void;
}

/** N, E, / and Esc anywhere on the page, as long as no field has the focus and no dialog lies over it. */
export const usePageKeys = (keys: PageKeys): void => {
  const latest = useLatest(keys);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || isCovered()) return;
      const { onNew, onEdit, onSearch, onBack } = latest.current;
      const act = { n: onNew, e: onEdit, "/": onSearch, escape: onBack }[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [latest]);
};

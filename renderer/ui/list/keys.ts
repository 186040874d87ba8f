/** What the keys do in a list, as pure steps from one active cell to the next, so that every list moves alike. */
import type { Cell } from "./state.ts";

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight, for Page Up and Page Down. */
  readonly page: number;
}

const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** Where the active cell goes for a key; undefined when the key does not move it. */
export const movedBy = (key: string, ctrl: boolean, { row, column }: Cell, extent: Extent): Cell | undefined => {
  const to = (nextRow: number, nextColumn: number): Cell => ({
    row: within(nextRow, extent.rows),
    column: within(nextColumn, extent.columns),
  });
  switch (key) {
    case "ArrowDown":
      return to(ctrl ? extent.rows : row + 1, column);
    case "ArrowUp":
      return to(ctrl ? 0 : row - 1, column);
    case "ArrowRight":
      return to(row, ctrl ? extent.columns : column + 1);
    case "ArrowLeft":
      return to(row, ctrl ? 0 : column - 1);
    case "PageDown":
      return to(row + extent.page, column);
    case "PageUp":
      return to(row - extent.page, column);
    case "Home":
      return ctrl ? to(0, 0) : to(row, 0);
    case "End":
      return ctrl ? to(extent.rows, extent.columns) : to(row, extent.columns);
    default:
      return undefined;
  }
};

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const rangeOf = (a: Cell, b: Cell): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export const inRange = ({ top, bottom, left, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** Keys typed into a field are the field's; shortcuts of a page look here first. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** A dialog or menu lies over the page; its keys are its own. */
export const isCovered = (): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"], .ant-modal-wrap:not([style*="display: none"])') !== null;

/** Where a key moves the active cell of the preview, as in Excel; pure, so that every key is tried in a test. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** The new place after `key` (a KeyboardEvent's `key`), or null when the key is none of the grid's. */
export const placeAfter = (key: string, ctrl: boolean, at: Place, extent: Extent): Place | null => {
  const moved = (row: number, column: number): Place => ({
    row: within(row, extent.rows),
    column: within(column, extent.columns),
  });
  switch (key) {
    case "ArrowUp":
      return moved(ctrl ? 0 : at.row - 1, at.column);
    case "ArrowDown":
      return moved(ctrl ? extent.rows - 1 : at.row + 1, at.column);
    case "ArrowLeft":
      return moved(at.row, ctrl ? 0 : at.column - 1);
    case "ArrowRight":
      return moved(at.row, ctrl ? extent.columns - 1 : at.column + 1);
    case "PageUp":
      return moved(at.row - extent.page, at.column);
    case "PageDown":
      return moved(at.row + extent.page, at.column);
    case "Home":
      return moved(ctrl ? 0 : at.row, 0);
    case "End":
      return moved(ctrl ? extent.rows - 1 : at.row, extent.columns - 1);
    default:
      return null;
  }
};

/** The next cell in reading order (Tab), or the one before it (Shift+Tab); null at either end. */
export const placeBeside = (at: Place, extent: Extent, back: boolean): Place | null => {
  const index = at.row * extent.columns + at.column + (back ? -1 : 1);
  if (index < 0 || index >= extent.rows * extent.columns) return null;
  return { row: Math.floor(index / extent.columns), column: index % extent.columns };
};

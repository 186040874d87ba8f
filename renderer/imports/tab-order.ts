/** Where Tab goes on in the preview; the arrows move as in every list (ui/list/keys.ts). */
import type { Extent } from "../ui/list/keys.ts";
import type { Cell } from "../ui/list/state.ts";

/** The next cell in reading order (Tab), or the one before it (Shift+Tab); undefined at either end. */
export const placeBeside = (at: Cell, extent: Extent, back: boolean): Cell | undefined => {
  const index = at.row * extent.columns + at.column + (back ? -1 : 1);
  if (index < 0 || index >= extent.rows * extent.columns) return undefined;
  return { row: Math.floor(index / extent.columns), column: index % extent.columns };
};

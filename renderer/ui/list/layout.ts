/** Where a list's columns stand: how wide, and which stay in sight when it is scrolled sideways. */
import type { Field } from "#shared/list/query.ts";

export interface Column {
  readonly field: Field;
  readonly width: number;
  /** Distance of a frozen column from the left edge; undefined when it scrolls. */
  readonly left: number | undefined;
}

/** The column of ticks. */
export const tickWidth = 36;
const frozenFields = 3;
/** Frozen columns never take more than this share of the list, so that the others can still be seen. */
const frozenShare = 0.7;

/** 2020年12月31日 has to fit; most dates are of this year and shorter. */
const dateWidth = 124;
const usualWidth = ({ kind, width }: Field): number => (kind === "date" ? Math.max(width, dateWidth) : width);

/** Lays frozen columns from the left; `room` is the list's width in pixels. */
export const layColumns = (
  fields: readonly Field[],
  widths: Readonly<Record<string, number>>,
  room: number,
): readonly Column[] => {
  let left = tickWidth;
  let frozen = true;
  return fields.map((field, place) => {
    const width = widths[field.key] ?? usualWidth(field);
    frozen = frozen && place < frozenFields && left + width <= room * frozenShare;
    const column = { field, width, left: frozen ? left : undefined };
    left += width;
    return column;
  });
};

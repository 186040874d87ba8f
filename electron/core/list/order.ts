/**
 * The order of a list. Blanks stand last whichever way it is sorted; unsorted it has its own order, which is that in which
 * lists came and their rows stood.
 */
import { AppError } from "#shared/errors.ts";
import type { Sort } from "#shared/list/query.ts";
import type { ListShape } from "./fields.ts";

/** @throws AppError `sort-unknown` */
export const orderOf = (shape: ListShape, sort: readonly Sort[]): string => {
  if (sort.length === 0) return shape.ownOrder;
  const terms = sort.map(({ field, dir }) => {
    const by = shape.fields[field]?.sort;
    if (by === undefined) throw new AppError("sort-unknown", { field });
    return dir === "desc" ? `${by} DESC` : `${by} NULLS LAST`;
  });
  return `${terms.join(", ")}, t.rid${sort[0]?.dir === "desc" ? " DESC" : ""}`;
};

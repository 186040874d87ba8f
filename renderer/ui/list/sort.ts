/** What a click on a head does to the order: ascending, descending, the list's own again; with Shift beside the others. */
import type { Sort } from "#shared/list/query.ts";

export const nextSort = (sort: readonly Sort[], field: string, add: boolean): Sort[] => {
  const now = sort.find((each) => each.field === field);
  const others = add ? sort.filter((each) => each.field !== field) : [];
  if (now === undefined) return [...others, { field, dir: "asc" }];
  if (now.dir === "desc") return [...others];
  const changed: Sort = { field, dir: "desc" };
  return add ? sort.map((each) => (each.field === field ? changed : each)) : [changed];
};

/** What counts as needing a hand today, for tasks and for issues; each is a filter, so that its number leads to its list. */
import type { Facets, Filter } from "#shared/list/query.ts";

export interface Duty {
  /** Its words stand under `app.workbench`. */
  readonly key: "overdue" | "soon" | "behind" | "awaiting" | "reported" | "returned" | "registered";
  readonly field: "light" | "state";
  readonly value: string;
}

export const dutiesOf = {
  tasks: [
    { key: "overdue", field: "light", value: "overdue" },
    { key: "soon", field: "light", value: "soon" },
    { key: "behind", field: "light", value: "behind" },
    { key: "reported", field: "state", value: "reported-done" },
    { key: "returned", field: "state", value: "returned" },
  ],
  issues: [
    { key: "overdue", field: "light", value: "overdue" },
    { key: "soon", field: "light", value: "soon" },
    { key: "behind", field: "light", value: "behind" },
    { key: "awaiting", field: "state", value: "awaiting" },
    { key: "registered", field: "state", value: "registered" },
  ],
} as const satisfies Readonly<Record<"tasks" | "issues", readonly Duty[]>>;

/** The state that means that nothing is left to do. */
export const doneState = { tasks: "done", issues: "closed" } as const;

export const countIn = (facets: Facets, field: string, value: string): number =>
  facets[field]?.find((facet) => facet.value === value)?.count ?? 0;

export const totalIn = (facets: Facets, field: string): number =>
  (facets[field] ?? []).reduce((sum, { count }) => sum + count, 0);

export const filterOf = ({ field, value }: Pick<Duty, "field" | "value">): Filter => ({
  field,
  op: "in",
  values: [value],
});

/** The filters that lists and exports share, as the query object of `shared/list/query.ts`. */
import type { Filter, ListQuery, Sort } from "#shared/list/query.ts";
import type { Field } from "#shared/list/query.ts";
import { WrongUsage, type Typed } from "../arguments.ts";

/**
 * @param unitField the filter that `--unit` means
 * @throws WrongUsage for a state or a field that does not exist
 */
export const queryOf = (typed: Typed, fields: readonly Field[], unitField: string): ListQuery => ({
  q: typed.texts.get("q") ?? "",
  filters: [...stateFilter(typed, fields), ...oneOf(typed, "unit", unitField), ...oneOf(typed, "campaign", "campaign")],
  sort: (typed.many.get("sort") ?? []).flatMap((text) => text.split(",")).map((text) => sortOf(text, fields)),
});

const stateFilter = (typed: Typed, fields: readonly Field[]): Filter[] => {
  const values = listed(typed, "status");
  if (values.length === 0) return [];
  const lights = fields.find(({ key }) => key === "light")?.choices ?? [];
  const states = fields.find(({ key }) => key === "state")?.choices ?? [];
  const field = values.every((value) => states.includes(value)) ? "state" : "light";
  for (const value of values) {
    if ((field === "state" ? states : lights).includes(value)) continue;
    throw new WrongUsage("wrong-usage", { reason: `--status: ${value} (${[...states, ...lights].join(", ")})` });
  }
  return [{ field, op: "in", values }];
};

const oneOf = (typed: Typed, option: string, field: string): Filter[] => {
  const values = listed(typed, option);
  return values.length === 0 ? [] : [{ field, op: "in", values }];
};

const listed = (typed: Typed, option: string): string[] =>
  (typed.many.get(option) ?? []).flatMap((text) => text.split(",")).filter((text) => text !== "");

/** `due`, `due:desc` or `-due`. */
const sortOf = (text: string, fields: readonly Field[]): Sort => {
  const [name = "", direction] = text.replace(/^-/, "").split(":");
  if (!fields.some(({ key, sortable }) => key === name && sortable)) {
    const known = fields.filter(({ sortable }) => sortable).map(({ key }) => key);
    throw new WrongUsage("wrong-usage", { reason: `--sort: ${name} (${known.join(", ")})` });
  }
  return { field: name, dir: text.startsWith("-") || direction === "desc" ? "desc" : "asc" };
};

/** Asks page after page until there is no more. */
export const allPages = async <Row>(
  ask: (page: { offset: number; limit: number }) => Promise<{ rows: Row[] }>,
): Promise<Row[]> => {
  const limit = 1000;
  const all: Row[] = [];
  for (;;) {
    const { rows } = await ask({ offset: all.length, limit });
    all.push(...rows);
    if (rows.length < limit) return all;
  }
};

/** The order of a board: groups by section or unit, in each the list's own order, sub-tasks right after their parent. */
import type { BoardGrouping } from "#shared/board/view.ts";

export interface Arrangeable {
  readonly id: string;
  readonly parent: string | null;
  readonly section: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
}

export interface Arranged<Row> {
  readonly row: Row;
  readonly group: string;
  readonly depth: number;
}

const groupOf = (row: Arrangeable, by: BoardGrouping): string => {
  if (by === "section") return row.section;
  return by === "unit" ? (row.lead[0] ?? row.responsible[0] ?? "") : "";
};

/** Sub-tasks of a task that is in the list stand under it, in its group; a circle stands as tasks of their own. */
const familiesOf = <Row extends Arrangeable>(rows: readonly Row[]): (readonly { row: Row; depth: number }[])[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const children = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.parent === null || !byId.has(row.parent)) continue;
    const same = children.get(row.parent);
    if (same) same.push(row);
    else children.set(row.parent, [row]);
  }
  const placed = new Set<string>();
  const familyOf = (row: Row, depth: number): { row: Row; depth: number }[] => {
    if (placed.has(row.id)) return [];
    placed.add(row.id);
    return [{ row, depth }, ...(children.get(row.id) ?? []).flatMap((child) => familyOf(child, depth + 1))];
  };
  const heads = rows.filter(({ parent }) => parent === null || parent === undefined || !byId.has(parent));
  const families = heads.map((head) => familyOf(head, 0));
  const circling = rows.filter(({ id }) => !placed.has(id)).map((row) => [{ row, depth: 0 }]);
  return [...families, ...circling];
};

/**
 * Groups come in the order of their first row; by unit in the official order (`keyOf`, unknown ones after). Tasks without
 * a section stand before all sections, as a list would have them; those without a unit last.
 */
export const arranged = <Row extends Arrangeable>(
  rows: readonly Row[],
  by: BoardGrouping,
  keyOf: (unit: string) => string | null,
): Arranged<Row>[] => {
  const groups = new Map<string, Arranged<Row>[]>();
  for (const family of familiesOf(rows)) {
    const head = family[0];
    if (!head) continue;
    const group = groupOf(head.row, by);
    const lines = family.map((line) => ({ ...line, group }));
    const same = groups.get(group);
    if (same) same.push(...lines);
    else groups.set(group, lines);
  }
  const names = [...groups.keys()];
  if (by === "section") names.sort((a, b) => Number(a !== "") - Number(b !== ""));
  if (by === "unit") {
    const key = new Map(names.map((name) => [name, name === "" ? "\uffff" : (keyOf(name) ?? `\ufffe${name}`)]));
    names.sort((a, b) => ((key.get(a) ?? "") < (key.get(b) ?? "") ? -1 : 1));
  }
  return names.flatMap((name) => groups.get(name) ?? []);
};

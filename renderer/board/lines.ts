/** What stands under one another on the board: heads of groups and, where they are open, their tasks. */
import type { BoardGrouping, BoardRow } from "#shared/board/view.ts";

export type BoardLine =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly name: string;
      readonly count: number;
      readonly overdue: number;
      readonly open: boolean;
    }
  | { readonly kind: "task"; readonly key: string; readonly row: BoardRow };

/** @param closed names of groups that are collapsed; rows come in the order of their groups */
export const linesOf = (
  rows: readonly BoardRow[],
  group: BoardGrouping,
  closed: ReadonlySet<string>,
): readonly BoardLine[] => {
  const task = (row: BoardRow): BoardLine => ({ kind: "task", key: row.id, row });
  if (group === "none") return rows.map(task);
  const groups = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const same = groups.get(row.group);
    if (same) same.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups].flatMap(([name, members]): BoardLine[] => {
    const open = !closed.has(name);
    const overdue = members.filter(({ light }) => light === "overdue").length;
    const head: BoardLine = { kind: "group", key: `group ${name}`, name, count: members.length, overdue, open };
    return open ? [head, ...members.map(task)] : [head];
  });
};

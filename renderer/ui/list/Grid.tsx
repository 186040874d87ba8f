/**
 * The table itself: only rows in sight are drawn, so that 200,000 feel like twenty. One element has the focus and tells
 * screen readers the active cell (`aria-activedescendant`), because rows come and go while one scrolls.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { Sort } from "#shared/list/query.ts";
import { useWords } from "../../i18n.ts";
import { tickWidth } from "./layout.ts";
import type { Column } from "./layout.ts";
import { GridHeader } from "./GridHeader.tsx";
import { cellId, GridLine } from "./GridLine.tsx";
import type { CellWords } from "./cells.tsx";
import type { Range } from "./keys.ts";
import type { Cell } from "./state.ts";
import type { ListRow } from "./types.ts";

export interface GridProps<Row extends ListRow> {
  readonly label: string;
  readonly capability: string;
  readonly columns: readonly Column[];
  readonly rowHeight: number;
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly cells: CellWords<Row>;
  readonly sort: readonly Sort[];
  readonly active: Cell;
  readonly range: Range;
  readonly selected: ReadonlySet<string>;
  readonly openId: string | undefined;
  readonly top: number;
  readonly onTop: (top: number) => void;
  readonly onSight: (from: number, to: number) => void;
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>, page: number) => void;
  readonly onSort: (key: string, add: boolean) => void;
  readonly onResize: (key: string, width: number) => void;
  readonly onCell: (cell: Cell, extend: boolean) => void;
  readonly onOpen: (index: number) => void;
  readonly onTick: (index: number, extend: boolean) => void;
  readonly onTickAll: () => void;
  readonly menu?: (row: Row, event: { clientX: number; clientY: number }) => void;
  readonly children?: ReactNode;
}

export const headerHeight = 34;

export const Grid = <Row extends ListRow>(props: GridProps<Row>) => {
  const { columns, rowHeight, count, rowAt, active, onSight } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const firstTop = useRef(props.top);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled by the React compiler
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: 0,
    // The head lies over the rows' upper edge and pushes them down by as much.
    scrollPaddingStart: 0,
    scrollPaddingEnd: headerHeight,
    initialOffset: firstTop.current,
  });
  const lines = virtual.getVirtualItems();
  const from = lines[0]?.index ?? 0;
  const to = lines.at(-1)?.index ?? 0;
  useEffect(() => onSight(from, to), [from, to, onSight]);
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  const { row: activeRow, column: activeColumn } = active;
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) {
      moved.current = true;
      return;
    }
    if (activeRow < count) virtual.scrollToIndex(activeRow, { align: "auto" });
    const column = columns[activeColumn];
    const box = scroller.current;
    if (column === undefined || box === null || column.left !== undefined) return;
    const left = columns.slice(0, activeColumn).reduce((sum, { width }) => sum + width, tickWidth);
    const frozen = columns.reduce((sum, { left, width }) => (left === undefined ? sum : sum + width), tickWidth);
    if (left - frozen < box.scrollLeft) box.scrollLeft = left - frozen;
    else if (left + column.width > box.scrollLeft + box.clientWidth)
      box.scrollLeft = left + column.width - box.clientWidth;
  }, [activeRow, activeColumn, count, columns, virtual]);

  const width = columns.reduce((sum, column) => sum + column.width, tickWidth);
  const activeShown = activeRow >= from && activeRow <= to && count > 0 && rowAt(activeRow) !== undefined;
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={activeShown ? cellId(props.capability, activeRow, activeColumn) : undefined}
      onKeyDown={(event) =>
        props.onKey(event, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2))
      }
      onScroll={(event) => props.onTop(event.currentTarget.scrollTop)}
    >
      <GridHeader
        capability={props.capability}
        columns={columns}
        width={width}
        sort={props.sort}
        allTicked={count > 0 && props.selected.size >= count}
        someTicked={props.selected.size > 0}
        onSort={props.onSort}
        onResize={props.onResize}
        onTickAll={props.onTickAll}
      />
      <div className="grid-body" role="rowgroup" style={{ height: virtual.getTotalSize(), width }}>
        {lines.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <GridLine
              key={index}
              capability={props.capability}
              index={index}
              start={start}
              height={rowHeight}
              row={row}
              columns={columns}
              cells={props.cells}
              activeColumn={index === activeRow ? activeColumn : undefined}
              range={index >= props.range.top && index <= props.range.bottom ? props.range : undefined}
              ticked={row !== undefined && props.selected.has(row.id)}
              open={row !== undefined && row.id === props.openId}
              tickLabel={t("app.list.selectRow")}
              onCell={props.onCell}
              onOpen={props.onOpen}
              onTick={props.onTick}
              menu={props.menu}
            />
          );
        })}
      </div>
      {props.children}
    </div>
  );
};

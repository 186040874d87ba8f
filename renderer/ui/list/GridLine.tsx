/** One row of the table. Drawn again only when something of it changed: scrolling and moving touch two rows, not forty. */
import { memo } from "react";
import type { CSSProperties, MouseEvent } from "react";
import { tickWidth } from "./layout.ts";
import type { Column } from "./layout.ts";
import type { CellWords } from "./cells.tsx";
import { inRange } from "./keys.ts";
import type { Range } from "./keys.ts";
import type { Cell } from "./state.ts";
import type { ListRow } from "./types.ts";

export const cellId = (capability: string, row: number, column: number): string => `${capability}-${row}-${column}`;

interface GridLineProps<Row extends ListRow> {
  readonly capability: string;
  readonly index: number;
  readonly start: number;
  readonly height: number;
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
  readonly cells: CellWords<Row>;
  readonly activeColumn: number | undefined;
  readonly range: Range | undefined;
  readonly ticked: boolean;
  readonly open: boolean;
  readonly tickLabel: string;
  readonly onCell: (cell: Cell, extend: boolean) => void;
  readonly onOpen: (index: number) => void;
  readonly onTick: (index: number, extend: boolean) => void;
  readonly menu: ((row: Row, event: { clientX: number; clientY: number }) => void) | undefined;
}

const classes = (...names: readonly (string | false)[]): string => names.filter((name) => name !== false).join(" ");

const Line = <Row extends ListRow>(props: GridLineProps<Row>) => {
  const { row, index, columns, cells, height } = props;
  const several =
    props.range !== undefined && (props.range.top < props.range.bottom || props.range.left < props.range.right);
  const style: CSSProperties = { height, transform: `translateY(${props.start}px)` };
  if (row === undefined)
    return (
      <div className="grid-row waiting" role="row" aria-rowindex={index + 2} aria-busy="true" style={style}>
        <div className="grid-cell" role="gridcell" />
      </div>
    );
  return (
    <div
      className={classes(
        "grid-row",
        props.ticked && "ticked",
        props.open && "open",
        props.activeColumn !== undefined && "here",
      )}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.ticked}
      style={style}
      onDoubleClick={() => props.onOpen(index)}
      onContextMenu={(event: MouseEvent<HTMLDivElement>) => {
        if (props.menu === undefined) return;
        event.preventDefault();
        props.onCell({ row: index, column: props.activeColumn ?? 0 }, false);
        props.menu(row, event);
      }}
    >
      <div className="grid-cell grid-tick" role="gridcell" aria-colindex={1} style={{ width: tickWidth, left: 0 }}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={props.tickLabel}
          checked={props.ticked}
          onChange={(event) =>
            props.onTick(index, event.nativeEvent instanceof globalThis.MouseEvent && event.nativeEvent.shiftKey)
          }
          onDoubleClick={(event) => event.stopPropagation()}
        />
      </div>
      {columns.map(({ field, width, left }, column) => (
        <div
          key={field.key}
          id={cellId(props.capability, index, column)}
          className={classes(
            "grid-cell",
            `kind-${field.kind}`,
            left !== undefined && "frozen",
            props.activeColumn === column && "active",
            several && props.range !== undefined && inRange(props.range, index, column) && "ranged",
          )}
          role="gridcell"
          aria-colindex={column + 2}
          style={{ width, left }}
          onMouseDown={(event) => {
            if (event.button === 0) props.onCell({ row: index, column }, event.shiftKey);
          }}
          onClick={(event) => {
            if (field.key === "title" && !event.shiftKey && window.getSelection()?.isCollapsed !== false)
              props.onOpen(index);
          }}
        >
          <span className="grid-text">{cells.cell(field, row)}</span>
        </div>
      ))}
    </div>
  );
};

export const GridLine = memo(Line) as typeof Line;

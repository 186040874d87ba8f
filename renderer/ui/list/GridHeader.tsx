/** The head of the table: click sorts, Shift+click sorts further, the edge of a head is dragged to make it wider. */
import { useRef } from "react";
import type { PointerEvent } from "react";
import type { Sort } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { tickWidth } from "./layout.ts";
import type { Column } from "./layout.ts";

interface GridHeaderProps {
  readonly capability: string;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly sort: readonly Sort[];
  readonly allTicked: boolean;
  readonly someTicked: boolean;
  readonly onSort: (key: string, add: boolean) => void;
  readonly onResize: (key: string, width: number) => void;
  readonly onTickAll: () => void;
}

const ariaSort = { asc: "ascending", desc: "descending" } as const;
const marks = { asc: "↑", desc: "↓" } as const;

const Edge = ({
  column,
  label,
  onResize,
}: {
  readonly column: Column;
  readonly label: string;
  readonly onResize: GridHeaderProps["onResize"];
}) => {
  const from = useRef<{ x: number; width: number }>(undefined);
  const drag = (event: PointerEvent<HTMLSpanElement>): void => {
    if (from.current !== undefined) onResize(column.field.key, from.current.width + event.clientX - from.current.x);
  };
  return (
    <span
      className="grid-edge"
      title={label}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width: column.width };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.stopPropagation();
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onClick={(event) => event.stopPropagation()}
    />
  );
};

export const GridHeader = (props: GridHeaderProps) => {
  const { t } = useWords();
  const word = useLooseWord();
  return (
    <div className="grid-head" role="rowgroup" style={{ width: props.width }}>
      <div className="grid-row" role="row" aria-rowindex={1}>
        <div
          className="grid-cell grid-tick"
          role="columnheader"
          aria-colindex={1}
          style={{ width: tickWidth, left: 0 }}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t("app.list.selectAll")}
            checked={props.allTicked}
            ref={(box) => {
              if (box !== null) box.indeterminate = props.someTicked && !props.allTicked;
            }}
            onChange={props.onTickAll}
          />
        </div>
        {props.columns.map((column, index) => {
          const { field, width, left } = column;
          const place = props.sort.findIndex((sort) => sort.field === field.key);
          const dir = props.sort[place]?.dir;
          const name = word(`${props.capability}.fields.${field.key}`);
          return (
            <div
              key={field.key}
              className={`grid-cell kind-${field.kind}${left === undefined ? "" : " frozen"}${field.sortable ? " sortable" : ""}`}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={dir === undefined ? undefined : ariaSort[dir]}
              style={{ width, left }}
              title={field.sortable ? `${name} · ${t("app.list.sortHint")}` : name}
              onClick={(event) => (field.sortable ? props.onSort(field.key, event.shiftKey) : undefined)}
            >
              <span className="grid-name">{name}</span>
              {dir === undefined ? null : (
                <span className="grid-sort" aria-hidden="true">
                  {marks[dir]}
                  {props.sort.length > 1 ? place + 1 : ""}
                </span>
              )}
              <Edge column={column} label={t("app.list.resize", { field: name })} onResize={props.onResize} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

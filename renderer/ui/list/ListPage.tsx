/**
 * The one list of the program: a clerk who has learnt one list has learnt them all. A capability says what its fields,
 * detail, form and actions are (`ListPageProps`); search, filters, keys, columns, export and print are the same for all.
 */
import { Button, Dropdown } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Field, Filter } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { numberText } from "../dates.ts";
import { useStorePart } from "../store.ts";
import { useTellError } from "../toast/act.ts";
import { showToast } from "../toast/toasts.ts";
import { Beside } from "./Beside.tsx";
import { useCells } from "./cells.tsx";
import { ColumnChooser } from "./ColumnChooser.tsx";
import { useColumns } from "./columns.ts";
import { EmptyList } from "./EmptyList.tsx";
import { Filters } from "./Filters.tsx";
import { GridHost } from "./GridHost.tsx";
import { menuItems } from "./menu-items.ts";
import { PasteDialog } from "./PasteDialog.tsx";
import { mostPrinted, Printed } from "./Printed.tsx";
import { changeQuery, emptyQuery, listState, shownCounts } from "./state.ts";
import type { ListState } from "./state.ts";
import { ActionButtons, Search, Toolbar } from "./Toolbar.tsx";
import type { ListPageProps, ListRow } from "./types.ts";
import { useExport } from "./useExport.ts";
import { useListControl } from "./useListControl.ts";
import { usePaste } from "./usePaste.ts";
import { useRoom } from "./useRoom.ts";
import { allRows, useRows } from "./useRows.ts";

const queryOf = ({ query }: ListState) => query;
const selectedOf = ({ selected }: ListState) => selected;

const rowHeights = { comfortable: 32, compact: 24 } as const;

/** The bottom line tells of the list on the screen, and of none when there is none. */
const useShownCounts = (shown: number, total: number | undefined, selected: number): void => {
  useEffect(() => shownCounts.set({ shown, total: total ?? shown, selected }), [shown, total, selected]);
  useEffect(() => () => shownCounts.set(undefined), []);
};

export const ListPage = <Row extends ListRow, Key extends string>(props: ListPageProps<Row, Key>) => {
  const { capability, source } = props;
  const fields: readonly Field[] = props.fields;
  const { t, language } = useWords();
  const word = useLooseWord();
  const tellError = useTellError();
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const columns = useColumns(capability, fields, room);
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const onSight = useCallback((from: number, to: number) => setSight({ from, to }), []);
  const query = useStorePart(listState(capability), queryOf);
  const selected = useStorePart(listState(capability), selectedOf);
  const rows = useRows(capability, source, query, sight.from, sight.to);
  const cells = useCells<Row, Key>(props);
  const shownFields = columns.columns.map(({ field }) => field);
  const pasted = usePaste<Row>({
    capability,
    fields,
    source,
    paste: props.paste,
    rows,
    columns: shownFields,
    cells,
    store: listState(capability),
  });
  const control = useListControl<Row, Key>({
    props,
    rows,
    columns: columns.columns,
    cells,
    onResize: columns.resize,
    onFill: pasted.fillDown,
  });
  const { place, beside, store } = control;
  const exportList = useExport(capability);
  const [printing, setPrinting] = useState<readonly Row[]>();
  useShownCounts(rows.count, rows.total, selected.size);
  const onFilters = (filters: readonly Filter[]): void => changeQuery(store, { filters: [...filters] });

  const print = async (): Promise<void> => {
    try {
      const all = await allRows(source, rows.query, mostPrinted);
      if (all === undefined) showToast({ text: t("app.list.tooManyToPrint", { count: mostPrinted }), bad: true });
      else setPrinting(all);
    } catch (error) {
      tellError(error);
    }
  };
  const selection = { ids: [...selected], clear: control.clear };
  const narrowed = query.q !== "" || query.filters.length > 0;
  const besideContent =
    place.form === undefined
      ? place.id === undefined
        ? null
        : props.detail(place.id, beside)
      : (props.form?.(place.id, beside) ?? null);
  return (
    <div className="list-page">
      <div className="list-main" ref={box}>
        <Toolbar
          lead={props.lead}
          search={<Search q={query.q} onSearch={control.onSearch} input={control.search} onLeave={control.focusGrid} />}
          filters={
            <Filters capability={capability} fields={fields} source={source} query={query} onChange={onFilters} />
          }
          columns={<ColumnChooser capability={capability} fields={fields} columns={columns} />}
          actions={props.actions ?? []}
          onExport={() => void exportList(rows.query, columns.keys)}
          onPrint={() => void print()}
        />
        {selected.size > 0 ? (
          <div className="bulk-bar" role="toolbar" aria-label={t("app.list.bulkBar")}>
            <strong>{t("app.list.selected", { number: numberText(selected.size, language) })}</strong>
            <ActionButtons actions={props.bulkActions?.(selection) ?? []} />
            <Button size="small" onClick={() => void exportList(rows.query, columns.keys, selection.ids)}>
              {t("app.list.export")}
            </Button>
            <Button size="small" type="text" onClick={control.clear}>
              {t("app.list.clearSelection")}
            </Button>
          </div>
        ) : null}
        <GridHost<Row>
          store={store}
          label={word(`${capability}.name`)}
          capability={capability}
          columns={columns.columns}
          rowHeight={columns.compact ? rowHeights.compact : rowHeights.comfortable}
          count={rows.count}
          rowAt={rows.rowAt}
          cells={cells}
          sort={query.sort}
          selected={selected}
          openId={place.id}
          onTop={control.onTop}
          onSight={onSight}
          onKey={control.onKey}
          onSort={control.onSort}
          onResize={columns.resize}
          onCell={control.cell}
          onOpen={control.open}
          onTick={control.tick}
          onTickAll={control.tickAll}
          menu={props.rowActions === undefined ? undefined : control.onMenu}
        />
        {rows.count === 0 || rows.error !== null ? (
          <EmptyList
            error={rows.error}
            loading={rows.loading}
            narrowed={narrowed}
            empty={props.empty}
            onWiden={() => changeQuery(store, emptyQuery)}
            onAgain={rows.again}
          />
        ) : null}
      </div>
      {besideContent === null ? null : <Beside>{besideContent}</Beside>}
      {control.menuAt === undefined ? null : (
        <Dropdown
          open
          trigger={["click"]}
          menu={{
            items: menuItems(props.rowActions?.(control.menuAt.row) ?? []),
            onClick: control.closeMenu,
            autoFocus: true,
          }}
          autoFocus
          onOpenChange={(open) => (open ? undefined : control.closeMenu())}
        >
          <span className="menu-point" style={{ left: control.menuAt.x, top: control.menuAt.y }} />
        </Dropdown>
      )}
      {pasted.pasting === undefined ? null : (
        <PasteDialog capability={capability} pasting={pasted.pasting} control={pasted} onClosed={control.focusGrid} />
      )}
      {printing === undefined ? null : (
        <Printed
          capability={capability}
          title={word(`${capability}.name`)}
          fields={shownFields}
          rows={printing}
          cells={cells}
          onDone={() => setPrinting(undefined)}
        />
      )}
    </div>
  );
};

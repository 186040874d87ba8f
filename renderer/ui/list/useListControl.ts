/** What can be done in a list, apart from how it looks: moving, opening, ticking, copying, sorting. */
import type { InputRef } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { navigate, useHashLocation } from "wouter/use-hash-location";
import { useWords } from "../../i18n.ts";
import { copyText } from "../copyText.ts";
import { useLatest } from "../latest.ts";
import { useTellError } from "../toast/act.ts";
import { showToast } from "../toast/toasts.ts";
import type { CellWords } from "./cells.tsx";
import type { Column } from "./layout.ts";
import { rangeOf } from "./keys.ts";
import { besideOf, placeOf } from "./place.ts";
import { copiedText, mostSelected, rowsBetween, withTicked } from "./selection.ts";
import { nextSort } from "./sort.ts";
import { changeQuery, listState } from "./state.ts";
import type { Cell } from "./state.ts";
import type { ListPageProps, ListRow } from "./types.ts";
import { useGridKeys, usePageKeys } from "./useGridKeys.ts";
import { allRows } from "./useRows.ts";
import type { Rows } from "./useRows.ts";

interface Parts<Row extends ListRow, Key extends string> {
  readonly props: ListPageProps<Row, Key>;
  readonly rows: Rows<Row>;
  readonly columns: readonly Column[];
  readonly cells: CellWords<Row>;
  readonly onResize: (key: string, width: number) => void;
  readonly onFill: () => void;
}

const focusGrid = (): void => document.querySelector<HTMLElement>(".grid")?.focus({ preventScroll: true });

/** Handlers keep their identity (they read `latest`), so that rows are drawn again only when their own data changed. */
export const useListControl = <Row extends ListRow, Key extends string>(parts: Parts<Row, Key>) => {
  const { capability, form } = parts.props;
  const { t } = useWords();
  const tellError = useTellError();
  const store = listState(capability);
  const [location] = useHashLocation();
  const place = placeOf(capability, location);
  const search = useRef<InputRef>(null);
  const [menuAt, setMenuAt] = useState<{ readonly row: Row; readonly x: number; readonly y: number }>();
  const beside = useMemo(() => {
    const ways = besideOf(capability);
    return {
      ...ways,
      close: () => {
        ways.close();
        setTimeout(focusGrid);
      },
    };
  }, [capability]);
  const latest = useLatest({ ...parts, place });

  const open = useCallback(
    (index: number) => {
      const row = latest.current.rows.rowAt(index);
      if (row !== undefined) beside.open(row.id);
    },
    [beside, latest],
  );
  /** An open detail follows the active row, as one reads down a list. */
  const follow = useCallback(
    (index: number) => {
      const { place: now, rows } = latest.current;
      const row = rows.rowAt(index);
      if (now.id !== undefined && now.form === undefined && row !== undefined)
        navigate(`/${capability}/${encodeURIComponent(row.id)}`, { replace: true });
    },
    [capability, latest],
  );
  const tick = useCallback(
    (index: number, extend: boolean) =>
      store.set((before) => {
        const { rowAt } = latest.current.rows;
        const row = rowAt(index);
        if (row === undefined) return before;
        const ticked = !before.selected.has(row.id);
        const ids = (extend ? rowsBetween(rowAt, before.active.row, index) : [row]).map(({ id }) => id);
        const active = { row: index, column: before.active.column };
        return { ...before, selected: withTicked(before.selected, ids, ticked || extend), active, anchor: active };
      }),
    [store, latest],
  );
  /** Space: the rows of the range are ticked, or unticked when all of them were. */
  const toggle = (): void =>
    store.set((before) => {
      const { top, bottom } = rangeOf(before.active, before.anchor);
      const ids = rowsBetween(parts.rows.rowAt, top, bottom).map(({ id }) => id);
      return { ...before, selected: withTicked(before.selected, ids, !ids.every((id) => before.selected.has(id))) };
    });
  const clear = useCallback(() => store.set((before) => ({ ...before, selected: new Set() })), [store]);
  const tickAll = useCallback(async () => {
    const { rows, props } = latest.current;
    if (rows.count > 0 && store.get().selected.size >= rows.count) return clear();
    try {
      const all = await allRows(props.source, rows.query, mostSelected);
      if (all === undefined) showToast({ text: t("app.list.tooMany", { count: mostSelected }), bad: true });
      else store.set((before) => ({ ...before, selected: new Set(all.map(({ id }) => id)) }));
    } catch (error) {
      tellError(error);
    }
    return undefined;
  }, [store, clear, t, tellError, latest]);
  const tickedRows = async (): Promise<readonly Row[]> => {
    const { selected } = store.get();
    if (selected.size === 0) return [];
    const near = rowsBetween(parts.rows.rowAt, 0, Math.min(parts.rows.count, mostSelected)).filter(({ id }) =>
      selected.has(id),
    );
    if (near.length === selected.size) return near;
    return ((await allRows(parts.props.source, parts.rows.query, 200_000)) ?? near).filter(({ id }) =>
      selected.has(id),
    );
  };
  const copy = async (): Promise<void> => {
    const fields = parts.columns.map(({ field }) => field);
    const { text, rows } = copiedText(store.get(), fields, parts.rows.rowAt, await tickedRows(), parts.cells);
    copyText(text);
    showToast({ text: t("app.list.copied", { count: rows }) });
  };
  const back = (): void => {
    const { active, anchor, selected } = store.get();
    if (place.id !== undefined || place.form !== undefined) beside.close();
    else if (active.row !== anchor.row || active.column !== anchor.column)
      store.set((before) => ({ ...before, anchor: active }));
    else if (selected.size > 0) clear();
  };
  const edit = (): void => {
    const id = place.id ?? parts.rows.rowAt(store.get().active.row)?.id;
    if (form !== undefined && id !== undefined && place.form === undefined) beside.edit(id);
  };
  const cell = useCallback(
    (next: Cell, extend: boolean) => {
      store.set((before) => ({ ...before, active: next, anchor: extend ? before.anchor : next }));
      if (!extend) follow(next.row);
    },
    [store, follow],
  );
  const openMenu = (): void => {
    const row = parts.rows.rowAt(store.get().active.row);
    const box = document
      .querySelector(`.grid [aria-rowindex="${store.get().active.row + 2}"]`)
      ?.getBoundingClientRect();
    if (row !== undefined && box !== undefined) setMenuAt({ row, x: box.left + 120, y: box.bottom });
  };
  const onKey = useGridKeys({
    store,
    rows: parts.rows.count,
    columns: parts.columns.length,
    onOpen: open,
    onFollow: follow,
    onToggle: toggle,
    onTickAll: () => void tickAll(),
    onCopy: () => void copy().catch(tellError),
    onFill: parts.onFill,
    onUrge: () => {
      const row = parts.rows.rowAt(store.get().active.row);
      if (row !== undefined) parts.props.onUrge?.(row);
    },
    onBack: back,
    onMenu: openMenu,
    onSort: (add) => {
      const field = parts.columns[store.get().active.column]?.field;
      if (field?.sortable === true) changeQuery(store, { sort: nextSort(store.get().query.sort, field.key, add) });
    },
    onWiden: (pixels) => {
      const column = parts.columns[store.get().active.column];
      if (column !== undefined) parts.onResize(column.field.key, column.width + pixels);
    },
  });
  usePageKeys({
    onNew: () => (form !== undefined && place.form === undefined ? beside.add() : undefined),
    onEdit: edit,
    onSearch: () => search.current?.focus({ cursor: "all" }),
    onBack: back,
  });
  return {
    store,
    place,
    beside,
    search,
    menuAt,
    closeMenu: () => setMenuAt(undefined),
    onMenu: useCallback(
      (row: Row, event: { clientX: number; clientY: number }) => setMenuAt({ row, x: event.clientX, y: event.clientY }),
      [],
    ),
    open,
    tick,
    tickAll: useCallback(() => void tickAll(), [tickAll]),
    clear,
    cell,
    onKey,
    onTop: useCallback(
      (top: number) => {
        // The place is only needed when one comes back; nothing on the screen depends on it.
        Object.assign(store.get(), { top });
      },
      [store],
    ),
    onSort: useCallback(
      (key: string, add: boolean) => changeQuery(store, { sort: nextSort(store.get().query.sort, key, add) }),
      [store],
    ),
    onSearch: useCallback((q: string) => changeQuery(store, { q }), [store]),
    focusGrid,
  };
};

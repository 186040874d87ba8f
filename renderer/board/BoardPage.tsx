/** The board (配档表): the list's tasks by months and ten-day periods, under the list's own search and filters. */
import { ExportOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button, Segmented } from "antd";
import type { InputRef } from "antd";
import { useCallback, useEffect, useRef, useState } from "react";
import { navigate, useHashLocation } from "wouter/use-hash-location";
import { type BoardGrouping, boardGroupings } from "#shared/board/view.ts";
import type { Filter } from "#shared/list/query.ts";
import { taskFields } from "#shared/tasks/fields.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { usePreference } from "../preferences.ts";
import { PartsDialog } from "../tasks/PartsDialog.tsx";
import { StepDialog } from "../tasks/StepDialog.tsx";
import { TaskForm } from "../tasks/TaskForm.tsx";
import { TaskView } from "../tasks/TaskView.tsx";
import { Beside } from "../ui/list/Beside.tsx";
import { EmptyList } from "../ui/list/EmptyList.tsx";
import { Filters } from "../ui/list/Filters.tsx";
import { besideOf, placeOf } from "../ui/list/place.ts";
import { changeQuery, emptyQuery, listState } from "../ui/list/state.ts";
import type { ListState } from "../ui/list/state.ts";
import { Search } from "../ui/list/Toolbar.tsx";
import { usePageKeys } from "../ui/list/useGridKeys.ts";
import { useRoom } from "../ui/list/useRoom.ts";
import { useStorePart } from "../ui/store.ts";
import { Board } from "./Board.tsx";
import { PrintedBoard } from "./PrintedBoard.tsx";
import { type BoardState, boardState, readGrouping } from "./state.ts";
import { useBoard } from "./useBoard.ts";
import { useBoardExport } from "./useBoardExport.ts";
import { ViewSwitch } from "./ViewSwitch.tsx";
import { YearSwitch } from "./YearSwitch.tsx";

const queryOf = ({ query }: ListState) => query;
const yearOf = ({ year }: BoardState) => year;
const closedOf = ({ closed }: BoardState) => closed;
const beside = besideOf("tasks/board");
const focusBoard = (): void => document.querySelector<HTMLElement>(".board")?.focus();
const setClosed = (names: readonly string[]): void =>
  boardState.set((before) => ({ ...before, closed: new Set(names) }));
const toYear = (year: number): void => boardState.set((before) => ({ ...before, year }));

const besideContent = (location: string) => {
  const { id, form } = placeOf("board", location.replace(/^\/tasks/, ""));
  if (form !== undefined) return <TaskForm key={id ?? ""} id={id} beside={beside} />;
  return id === undefined ? null : <TaskView key={id} id={id} beside={beside} />;
};

export const BoardPage = () => {
  const { t } = useWords();
  const [location] = useHashLocation();
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<InputRef>(null);
  const room = useRoom(box);
  const store = listState("tasks");
  const query = useStorePart(store, queryOf);
  const chosen = useStorePart(boardState, yearOf);
  const closed = useStorePart(boardState, closedOf);
  const [group, setGroup] = usePreference<BoardGrouping>("board.group", readGrouping, "section");
  const { rows, year, years, loading, error, again } = useBoard(query, chosen, group);
  const exportBoard = useBoardExport();
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  const openId = placeOf("board", location.replace(/^\/tasks/, "")).id;
  const content = besideContent(location);
  const onFilters = (filters: readonly Filter[]): void => changeQuery(store, { filters: [...filters] });
  const onSearch = useCallback((q: string) => changeQuery(store, { q }), [store]);
  const back = (): void => (content === null ? undefined : beside.close());
  usePageKeys({
    onNew: beside.add,
    onEdit: () => (openId === undefined ? undefined : beside.edit(openId)),
    onSearch: () => search.current?.focus({ cursor: "all" }),
    onBack: back,
  });
  useEffect(focusBoard, []);
  const groups = [...new Set(rows.map((row) => row.group))];
  const isAllClosed = groups.length > 0 && groups.every((name) => closed.has(name));
  const narrowed = query.q !== "" || query.filters.length > 0;
  const other = years.findLast((each) => each !== year);
  return (
    <div className="list-page">
      <div className="list-main" ref={box}>
        <div className="toolbar board-toolbar">
          <ViewSwitch now="board" />
          <Search q={query.q} onSearch={onSearch} input={search} onLeave={focusBoard} />
          <Filters capability="tasks" fields={taskFields} source={client.tasks} query={query} onChange={onFilters} />
          <span className="toolbar-gap" />
          <YearSwitch year={year} years={years} onYear={toYear} />
          <Segmented<BoardGrouping>
            size="small"
            aria-label={t("board.group.label")}
            value={group}
            options={boardGroupings.map((value) => ({ value, label: t(`board.group.${value}`) }))}
            onChange={setGroup}
          />
          {group === "none" ? null : (
            <Button size="small" type="text" onClick={() => setClosed(isAllClosed ? [] : groups)}>
              {isAllClosed ? t("board.expand") : t("board.collapse")}
            </Button>
          )}
          <Button
            size="small"
            icon={<ExportOutlined aria-hidden="true" />}
            onClick={() => void exportBoard({ ...query, year, group })}
          >
            {t("app.list.export")}
          </Button>
          <Button
            size="small"
            icon={<PrinterOutlined aria-hidden="true" />}
            aria-label={t("app.list.print")}
            title={t("app.list.print")}
            onClick={() => setPrinting(true)}
          />
        </div>
        <Board rows={rows} year={year} group={group} openId={openId} room={room} onOpen={beside.open} onBack={back} />
        {rows.length > 0 && error === null ? null : (
          <EmptyList
            error={error}
            loading={loading}
            narrowed={narrowed}
            empty={{
              text: other === undefined ? t("board.empty") : t("board.emptyYear", { year }),
              actions: [
                other === undefined
                  ? { key: "import", label: t("tasks.act.import"), primary: true, run: () => navigate("/tasks/import") }
                  : { key: "year", label: t("board.toYear", { year: other }), run: () => toYear(other) },
              ],
            }}
            onWiden={() => changeQuery(store, emptyQuery)}
            onAgain={again}
          />
        )}
      </div>
      {content === null ? null : <Beside>{content}</Beside>}
      {printing ? <PrintedBoard rows={rows} year={year} group={group} onDone={printed} /> : null}
      <StepDialog />
      <PartsDialog />
    </div>
  );
};

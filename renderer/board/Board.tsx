/**
 * The board itself: only lines in sight are drawn, a bar is one element, and the 36 columns are a background. One element
 * has the focus and names the active line, as in the list, because lines come and go while one scrolls.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { CSSProperties, KeyboardEvent, MouseEvent } from "react";
import { placeAfterDay, tenDaysOfYear } from "#shared/board/ten-days.ts";
import type { BoardGrouping, BoardRow } from "#shared/board/view.ts";
import { useLooseWord, useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useHandler } from "../ui/latest.ts";
import { useStorePart } from "../ui/store.ts";
import { BoardHead } from "./BoardHead.tsx";
import { Line, lineId } from "./BoardLine.tsx";
import { barPlaceOf } from "./geometry.ts";
import { linesOf } from "./lines.ts";
import { type BoardState, boardState, boardTop, toggleGroup } from "./state.ts";
import { useBoardDrag } from "./useBoardDrag.ts";
import "./board.css";

interface BoardProps {
  readonly rows: readonly BoardRow[];
  readonly year: number;
  readonly group: BoardGrouping;
  readonly openId: string | undefined;
  /** Pixels from one side to the other. */
  readonly room: number;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
}

const lineHeight = 32;
const headHeight = 46;
/** A ten-day column is at least so wide; beside a record it scrolls sideways. */
const leastCell = 17;
const scrollBar = 15;
/** What the frozen columns take: whole, and beside an open record. */
const frozenWidths = { whole: 532, narrow: 300 } as const;
const narrowBelow = 980;

const closedOf = ({ closed }: BoardState) => closed;
const activeOf = ({ active }: BoardState) => active;
const setActive = (active: string): void => boardState.set((before) => ({ ...before, active }));

export const Board = ({ rows, year, group, openId, room, onOpen, onBack }: BoardProps) => {
  const { t } = useWords();
  const { today, day } = useDates();
  const word = useLooseWord();
  const words = useMemo(() => ({ t, word, day }), [t, word, day]);
  const scroller = useRef<HTMLDivElement>(null);
  const closed = useStorePart(boardState, closedOf);
  const activeKey = useStorePart(boardState, activeOf);
  const lines = useMemo(() => linesOf(rows, group, closed), [rows, group, closed]);
  const active = Math.max(
    0,
    lines.findIndex(({ key }) => key === activeKey),
  );
  const narrow = room < narrowBelow;
  const frozen = narrow ? frozenWidths.narrow : frozenWidths.whole;
  const cell = Math.max(leastCell, Math.floor((room - scrollBar - frozen) / tenDaysOfYear));
  const firstTop = useRef(boardTop.top);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled by the React compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 6,
    scrollPaddingEnd: headHeight,
    initialOffset: firstTop.current,
  });
  const open = useCallback(
    (id: string) => {
      setActive(id);
      onOpen(id);
      scroller.current?.focus({ preventScroll: true });
    },
    [onOpen],
  );
  const drag = useBoardDrag(rows, () => cell, open);
  const { moving } = drag;

  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && active < lines.length) virtual.scrollToIndex(active, { align: "auto" });
    moved.current = true;
  }, [active, lines.length, virtual]);

  // Where the year does not fit, the bar of the line that one is on comes into sight.
  const activeLine = lines[active];
  const shown = activeLine?.kind === "task" ? barPlaceOf(activeLine.row) : null;
  const [barLeft, barRight] =
    shown === null ? [undefined, undefined] : [shown.left * cell, (shown.left + shown.width) * cell];
  useEffect(() => {
    const scroll = scroller.current;
    if (scroll === null || barLeft === undefined || barRight === undefined) return;
    const sight = scroll.clientWidth - frozen;
    if (barRight < scroll.scrollLeft || barLeft > scroll.scrollLeft + sight - cell)
      scroll.scrollLeft = Math.max(0, barRight - sight + cell * 3);
  }, [barLeft, barRight, cell, frozen]);

  const go = (index: number): void => {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (line === undefined) return;
    setActive(line.key);
    if (openId !== undefined && line.kind === "task") onOpen(line.row.id);
  };
  const onKeyDown = useHandler((event: KeyboardEvent<HTMLDivElement>): void => {
    const line = lines[active];
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 600) - headHeight) / lineHeight) - 1);
    const did = (act: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey) {
      if (side !== undefined && line?.kind === "task")
        did(() => void drag.nudge(line.row, event.shiftKey ? "end" : "body", side));
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (steps !== undefined) did(() => go(active + steps));
    else if (event.key === "Home") did(() => go(0));
    else if (event.key === "End") did(() => go(lines.length - 1));
    else if (event.key === "Escape") did(() => (drag.cancel() ? undefined : onBack()));
    else if (line?.kind === "group" && (event.key === "Enter" || event.key === " ")) did(() => toggleGroup(line.name));
    else if (line?.kind === "group" && side !== undefined && line.open === side < 0) did(() => toggleGroup(line.name));
    else if (line?.kind === "task" && event.key === "Enter") did(() => (drag.keep() ? undefined : onOpen(line.row.id)));
  });
  const onClick = useHandler((event: MouseEvent<HTMLDivElement>): void => {
    const at = event.target instanceof Element ? event.target.closest("[data-index]") : null;
    const line = lines[Number(at?.getAttribute("data-index") ?? -1)];
    if (line === undefined) return;
    if (line.kind === "task") open(line.row.id);
    else {
      setActive(line.key);
      toggleGroup(line.name);
    }
  });

  const place = today.startsWith(`${year}-`) ? placeAfterDay(today) : undefined;
  const seen = virtual.getVirtualItems();
  const isActiveSeen = seen.some(({ index }) => index === active);
  return (
    <div
      ref={scroller}
      className={narrow ? "board is-narrow" : "board"}
      role="treegrid"
      tabIndex={0}
      aria-label={t("board.name")}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={isActiveSeen ? lineId(active) : undefined}
      style={
        {
          "--cell": `${cell}px`,
          "--frozen": `${frozen}px`,
          "--today": place ?? 0,
          "--now": place === undefined ? "transparent" : "var(--accent)",
        } as CSSProperties
      }
      onScroll={(event) => {
        boardTop.top = event.currentTarget.scrollTop;
      }}
      onKeyDown={onKeyDown}
    >
      <BoardHead today={place === undefined ? undefined : t("board.today", { date: day(today) })} />
      <div
        className="board-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        onClick={onClick}
        onPointerDown={drag.onPointerDown}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerUp}
        onPointerCancel={drag.onPointerCancel}
      >
        {seen.map(({ index, start }) => {
          const line = lines[index];
          return line === undefined ? null : (
            <Line
              key={line.key}
              words={words}
              line={line}
              index={index}
              top={start}
              active={index === active}
              open={line.kind === "task" && line.row.id === openId}
              year={year}
              group={group}
              moved={line.key === moving?.id ? moving.days : undefined}
            />
          );
        })}
      </div>
      {moving === undefined || moving.written ? null : (
        <div
          className="board-preview"
          role="status"
          style={moving.at === undefined ? undefined : { left: moving.at.x + 12, top: moving.at.y - 34 }}
        >
          {moving.at === undefined ? t("board.adjusting", { period: moving.text }) : moving.text}
        </div>
      )}
    </div>
  );
};

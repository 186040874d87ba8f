/**
 * Giving a task other days by the pointer or by the keys: what it would be is shown while one drags, and written as one
 * commit when one lets go (or presses Enter, or pauses). Esc leaves it as it was.
 */
import { useEffect, useRef, useState } from "react";
import type { PointerEvent } from "react";
import { type Days, daysOf, dragged, type Grip, movedText } from "#shared/board/drag.ts";
import type { BoardRow } from "#shared/board/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useHandler } from "../ui/latest.ts";
import { useAct } from "../ui/toast/act.ts";

export interface Moving {
  readonly id: string;
  readonly days: Days;
  /** The text that it will have. */
  readonly text: string;
  /** Where the pointer is; undefined while the keys move it. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  /** Let go of: it stands there until the rows say so themselves. */
  readonly written: boolean;
}

interface Held {
  readonly row: BoardRow;
  readonly days: Days;
  readonly grip: Grip;
  readonly x: number;
  readonly pointer: number;
  far: boolean;
}

/** So many pixels at the ends of a bar lengthen it, and so many make a drag of a click. */
const edge = 7;
const threshold = 4;
/** Keys are pressed several times; a pause means that it is where it should be. */
const keyPause = 1200;

const gripAt = (bar: DOMRect, x: number): Grip => {
  const near = Math.min(edge, bar.width / 3);
  if (x - bar.left < near) return "start";
  return bar.right - x < near ? "end" : "body";
};

const isSame = (a: Days, b: Days): boolean => a.start === b.start && a.due === b.due;

export interface BoardDrag {
  readonly moving: Moving | undefined;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  /** Alt+← →, with Shift the end alone. Answers whether the row can be moved. */
  readonly nudge: (row: BoardRow, grip: Grip, by: number) => boolean;
  /** Writes what the keys moved. */
  readonly keep: () => boolean;
  /** Esc: leaves it as it was. */
  readonly cancel: () => boolean;
}

/**
 * @param cell the width of a ten-day column now, in pixels
 * @param onClick a press that was no drag
 */
export const useBoardDrag = (
  rows: readonly BoardRow[],
  cell: () => number,
  onClick: (id: string) => void,
): BoardDrag => {
  const { t } = useWords();
  const act = useAct();
  const held = useRef<Held>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [moving, setMoving] = useState<Moving>();
  const [known, setKnown] = useState(rows);
  if (known !== rows) {
    setKnown(rows);
    if (moving?.written === true) setMoving(undefined);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const write = useHandler(async (now: Moving) => {
    const row = rows.find(({ id }) => id === now.id);
    const before = row === undefined ? null : daysOf(row.period);
    if (row === undefined || before === null || isSame(before, now.days)) {
      setMoving(undefined);
      return;
    }
    setMoving({ ...now, at: undefined, written: true });
    const { start, due } = now.days;
    const done = await act(
      () => client.board.move({ id: row.id, start, due }),
      ({ text }) => t("board.moved", { title: row.title, period: text }),
    );
    if (done === undefined) setMoving(undefined);
  });
  const drop = (): void => {
    clearTimeout(timer.current);
    held.current = undefined;
  };
  const show = (row: BoardRow, days: Days, at: Moving["at"]): void =>
    setMoving({ id: row.id, days, text: movedText(row.period, days, row.year), at, written: false });

  const cancel = useHandler((): boolean => {
    const was = held.current !== undefined || (moving !== undefined && !moving.written);
    drop();
    if (was) setMoving(undefined);
    return was;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || held.current === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [cancel]);

  return {
    moving,
    onPointerDown: useHandler((event) => {
      const bar = event.target instanceof Element ? event.target.closest("[data-bar]") : null;
      const row = rows.find(({ id }) => id === bar?.getAttribute("data-bar"));
      const days = row === undefined || row.fixed !== null ? null : daysOf(row.period);
      if (event.button !== 0 || bar === null || row === undefined || days === null) return;
      const grip = gripAt(bar.getBoundingClientRect(), event.clientX);
      event.preventDefault();
      held.current = { row, days, grip, x: event.clientX, pointer: event.pointerId, far: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    }),
    onPointerMove: useHandler((event) => {
      const now = held.current;
      if (now === undefined || now.pointer !== event.pointerId) return;
      const distance = event.clientX - now.x;
      now.far ||= Math.abs(distance) > threshold;
      if (!now.far) return;
      const step = event.altKey ? "day" : "ten-day";
      const by = Math.round(distance / (event.altKey ? cell() / 10 : cell()));
      const days = dragged(now.days, now.grip, by, step);
      show(now.row, days, { x: event.clientX, y: event.clientY });
    }),
    onPointerUp: useHandler((event) => {
      const now = held.current;
      if (now === undefined || now.pointer !== event.pointerId) return;
      drop();
      if (!now.far) {
        setMoving(undefined);
        onClick(now.row.id);
      } else if (moving !== undefined) void write(moving);
    }),
    onPointerCancel: useHandler(() => void cancel()),
    nudge: useHandler((row, grip, by) => {
      const from = moving?.id === row.id && !moving.written ? moving.days : daysOf(row.period);
      if (row.fixed !== null || from === null) return false;
      const days = dragged(from, grip, by, "ten-day");
      show(row, days, undefined);
      clearTimeout(timer.current);
      const next: Moving = { id: row.id, days, text: "", at: undefined, written: false };
      timer.current = setTimeout(() => void write(next), keyPause);
      return true;
    }),
    keep: useHandler(() => {
      if (moving === undefined || moving.written || held.current !== undefined) return false;
      clearTimeout(timer.current);
      void write(moving);
      return true;
    }),
    cancel,
  };
};

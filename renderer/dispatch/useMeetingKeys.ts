/**
 * The keys of a meeting: J and K (or the arrows) go through the agenda, N begins to write, U urges, T makes a task.
 * While one writes, Alt with an arrow goes on to the next task.
 */
import { useEffect } from "react";
import { useLatest } from "../ui/latest.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";

export interface MeetingKeys {
  readonly move: (by: number) => void;
  readonly write: () => void;
  readonly urge: () => void;
  readonly makeTask: () => void;
}

const moves: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

export const useMeetingKeys = (keys: MeetingKeys): void => {
  const latest = useLatest(keys);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing || isCovered()) return;
      const { key } = event;
      const { move, write, urge, makeTask } = latest.current;
      const isArrow = key === "ArrowDown" || key === "ArrowUp";
      if (event.altKey ? !isArrow : isTyping(event.target)) return;
      const name = key.length === 1 ? key.toLowerCase() : key;
      const act = { n: write, u: urge, t: makeTask }[name];
      const by = moves[name];
      if (act === undefined && by === undefined) return;
      event.preventDefault();
      if (by === undefined) act?.();
      else move(by);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [latest]);
};

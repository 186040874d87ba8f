/**
 * Which buttons of a toolbar fit into one line: the rest go into a menu. Widths are measured once for each button, when
 * all stand in the bar, so that one in the menu can come back when there is room again.
 */
import { useLayoutEffect, useState } from "react";
import type { RefObject } from "react";
import type { ListAction } from "./types.ts";

/** What the search needs at least (list.css); it takes what is left over. */
const searchRoom = 150;
/** The button of the menu itself. */
const menuRoom = 24;
const menuGap = 6;

/** Whether an action stays in the bar however narrow it is: what people come for, and the one that N does. */
const stays = ({ primary, key }: ListAction): boolean => primary === true || key === "add";

const spaceOf = (bar: HTMLElement): { readonly inner: number; readonly gap: number } => {
  const { paddingLeft, paddingRight, columnGap } = getComputedStyle(bar);
  return {
    inner: bar.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
    gap: Number.parseFloat(columnGap) || 0,
  };
};

/** What else stands in the bar, with a gap behind each. */
const restOf = (bar: HTMLElement, gap: number): number =>
  [...bar.children]
    .filter((child): child is HTMLElement => child instanceof HTMLElement && !("action" in child.dataset))
    .filter(({ dataset }) => !("actionMenu" in dataset))
    .reduce((sum, child) => sum + gap + (child.classList.contains("list-search") ? searchRoom : widthOf(child)), 0);

const widthOf = (child: HTMLElement): number => (child.classList.contains("toolbar-gap") ? 0 : child.offsetWidth);

/** Leaves out from the end what may go, until the others fit. */
const fitting = (
  actions: readonly ListAction[],
  widthBy: (action: ListAction) => number,
  room: number,
): ReadonlySet<string> => {
  const left = [...actions];
  const needed = (): number => left.reduce((sum, action) => sum + widthBy(action), 0);
  while (needed() + (left.length < actions.length ? menuRoom + menuGap : 0) > room) {
    const last = left.findLastIndex((action) => !stays(action));
    if (last === -1) break;
    left.splice(last, 1);
  }
  return new Set(left.map(({ key }) => key));
};

const nameOf = ({ key, label }: ListAction): string => `${key} ${label}`;

interface Measured {
  /** By name: a language or a label of its own is a width of its own. */
  readonly widths: ReadonlyMap<string, number>;
  readonly inBar: ReadonlySet<string>;
}

const measured = (bar: HTMLElement, actions: readonly ListAction[], before: Measured): Measured => {
  const widths = new Map(before.widths);
  for (const button of bar.querySelectorAll<HTMLElement>("[data-action]")) {
    const action = actions.find(({ key }) => key === button.dataset["action"]);
    if (action !== undefined) widths.set(nameOf(action), button.offsetWidth);
  }
  const { inner, gap } = spaceOf(bar);
  const widthBy = (action: ListAction): number => gap + (widths.get(nameOf(action)) ?? 0);
  const inBar = fitting(actions, widthBy, inner + gap - restOf(bar, gap));
  return isSameMap(before.widths, widths) && isSameSet(before.inBar, inBar) ? before : { widths, inBar };
};

const isSameMap = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([name, width]) => other.get(name) === width);

const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((key) => other.has(key));

/** @returns keys of the actions that stand in the bar; each of their elements carries `data-action` with its key */
export const useFitting = (bar: RefObject<HTMLElement | null>, actions: readonly ListAction[]): ReadonlySet<string> => {
  const [state, setState] = useState<Measured>({ widths: new Map(), inBar: new Set() });
  // Watching tells the sizes once at the beginning, before anything is painted.
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return undefined;
    const watcher = new ResizeObserver(() => setState((before) => measured(element, actions, before)));
    watcher.observe(element);
    for (const filters of element.querySelectorAll(".filters")) watcher.observe(filters);
    return () => watcher.disconnect();
  }, [bar, actions]);
  // What was never measured has to stand in the bar once.
  const isMeasured = actions.every((action) => state.widths.has(nameOf(action)));
  return isMeasured ? state.inBar : new Set(actions.map(({ key }) => key));
};

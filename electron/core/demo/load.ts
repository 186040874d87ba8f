/**
 * Loads the demonstration into a data folder that has no office yet: first run as Zhangdian's office, then the commits
 * of shared/demo, each on its own day, so that records show a history as if it had been lived here.
 */
import { buildDemo } from "#shared/demo/build.ts";
import { demoCity, demoOffice } from "#shared/demo/units.ts";
import { commit, type Committed } from "../store/commit.ts";
import { setMeta } from "../store/log.ts";
import type { Store } from "../store/store.ts";
import { initOffice } from "../system/office.ts";
import { ancestorsOf, childrenOf, divisionByCode, type Division } from "../units/divisions.ts";
import { knownUnits } from "../units/known.ts";

export interface DemoHooks {
  /** How many of the demonstration's commits are written. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Zibo with the province above it, its 8 districts and their 88 towns. */
const divisionsOfZibo = (): readonly Division[] => {
  const city = divisionByCode(demoCity);
  const districts = childrenOf(demoCity);
  const towns = districts.flatMap(({ code }) => childrenOf(code));
  return [...ancestorsOf(demoCity), ...(city === undefined ? [] : [city]), ...districts, ...towns];
};

/** Nine in the morning of that day, but never after now. */
const morningOf = (day: string, now: Date): Date => {
  const morning = new Date(`${day}T09:00:00`);
  return morning < now ? morning : now;
};

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How many commits are written before others are let in: key presses and reads wait no longer than for these. */
const inARow = 10;

/**
 * @returns the last commit, with the ids of all tasks and issues
 * @throws AppError `office-already-set`
 */
export const loadDemo = async (store: Store, { onProgress }: DemoHooks = {}): Promise<Committed> => {
  let last = initOffice(store, demoOffice.unit, demoOffice.name);
  const known = new Set(knownUnits(store.db).map(({ code }) => code));
  const commits = buildDemo(store.today(), divisionsOfZibo(), known);
  const ids = new Set<string>();
  for (const [index, { day, action, changes }] of commits.entries()) {
    last = commit(store, { action, changes, at: morningOf(day, store.env.now()) });
    if (action !== "units.add") for (const id of last.ids) ids.add(id);
    if (index % inARow === inARow - 1) {
      onProgress?.(index + 1, commits.length);
      await pause();
    }
  }
  setMeta(store.db, "demo", store.today());
  return { ...last, ids: [...ids] };
};

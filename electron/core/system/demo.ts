/**
 * The demonstration (Zibo 2020) in a data folder that has no office yet: the office of Zhangdian begun, and everything
 * written through commits like any work, so that histories, undo and search are there to be tried.
 */
import { buildDemo } from "#shared/demo/build.ts";
import { demoCity, demoOffice } from "#shared/demo/units.ts";
import { commit, type Committed } from "../store/commit.ts";
import { setMeta } from "../store/log.ts";
import type { Store } from "../store/store.ts";
import { ancestorsOf, childrenOf, type Division, divisionByCode } from "../units/divisions.ts";
import { knownUnits } from "../units/known.ts";
import { initOffice } from "./office.ts";

/**
 * All or nothing: the many commits stand in one transaction, so that a program that dies meanwhile leaves an empty folder.
 * @throws AppError `office-already-set`
 */
export const loadDemo = (store: Store): Committed =>
  store.atomically(() => {
    let last = initOffice(store, demoOffice.unit, demoOffice.name);
    setMeta(store.db, "demo", store.today());
    const known = new Set(knownUnits(store.db).map(({ code }) => code));
    for (const { day, action, changes } of buildDemo(store.today(), divisionsOfCity(), known)) {
      last = commit(store, { action, changes, at: morningOf(day, store.env.now()) });
    }
    return last;
  });

/** Nine in the morning of the day that a commit tells of, so that records show a history as if lived here; never after now. */
const morningOf = (day: string, now: Date): Date => {
  const morning = new Date(`${day}T09:00:00`);
  return morning < now ? morning : now;
};

/** The demonstration's city with all above and below it. */
const divisionsOfCity = (): Division[] => {
  const city = divisionByCode(demoCity);
  return [...ancestorsOf(demoCity), ...(city ? [city] : []), ...allBelow(demoCity)];
};

const allBelow = (code: string): Division[] => childrenOf(code).flatMap((child) => [child, ...allBelow(child.code)]);

/** For tests: offices of their own folders, with their keys and randomness. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { projections } from "../../projections.ts";
import { fixedEnv, temporaryFolder } from "../../store/testing.ts";
import { openStore, type Store } from "../../store/store.ts";
import { initOffice } from "../../system/office.ts";
import { cardOf, readCard } from "./card.ts";
import { enrol } from "./enrol.ts";
import { trust } from "./trust-root.ts";

export interface Town {
  /** A new office (or a further computer of one) in a folder of its own. */
  readonly office: (code: string) => Store;
  readonly folderOf: (store: Store) => string;
  readonly remove: () => void;
}

export const newTown = (): Town => {
  const folder = temporaryFolder();
  const open: Store[] = [];
  return {
    office: (code) => {
      const seed = open.length + 1;
      const store = openStore({
        folder: join(folder.path, `office-${seed}`),
        projections,
        env: fixedEnv("2026-01-05T08:00:00+08:00", seed),
      });
      open.push(store);
      initOffice(store, code);
      return store;
    },
    folderOf: (store) => store.folder,
    remove: () => {
      for (const store of open) store.close();
      rmSync(folder.path, { recursive: true, force: true });
    },
  };
};

/** `above` vouches for `newcomer`, who takes the roster in. */
export const enrolled = async (above: Store, newcomer: Store, options?: { adopt: boolean }): Promise<void> => {
  const roster = await enrol(above, readCard(await cardOf(newcomer)));
  await trust(newcomer, roster, options);
};

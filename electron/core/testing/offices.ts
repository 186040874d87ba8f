/** For tests: several offices, each with a store of its own, and what one wrote handed to another as a bundle would. */
import { initOffice } from "../system/office.ts";
import { acceptCommits } from "../store/accept.ts";
import type { Acceptance } from "../store/accepting.ts";
import { openStore, type Store } from "../store/store.ts";
import { commitsOf, incoming } from "../store/testing-commits.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { projections } from "../projections.ts";
import { clientOf } from "./client.ts";

export interface TestOffice extends ReturnType<typeof clientOf> {
  readonly code: string;
  readonly env: ReturnType<typeof fixedEnv>;
}

export interface TestOffices {
  readonly open: (code: string) => TestOffice;
  readonly close: () => void;
}

/** Offices by their division codes: 370300 the city, 370303 its district, 370303001 a town of it. */
export const testOffices = (): TestOffices => {
  const opened: { store: Store; remove: () => void }[] = [];
  return {
    open: (code) => {
      const folder = temporaryFolder();
      const env = fixedEnv(undefined, opened.length + 1);
      const store = openStore({ folder: folder.path, projections, env });
      opened.push({ store, remove: folder.remove });
      initOffice(store, code);
      return { code, env, ...clientOf(store) };
    },
    close: () => {
      for (const { store, remove } of opened) {
        store.close();
        remove();
      }
    },
  };
};

/**
 * Everything about tasks and issues that one office has comes to another; what it has already says nothing again.
 * @param also ids of unit records that come along
 */
export const hand = (from: TestOffice, to: TestOffice, also: readonly string[] = []): Acceptance => {
  const comes = (record: string): boolean => also.includes(record) || !/^(?:unit|office|settings):/.test(record);
  const commits = commitsOf(from.store, 0, comes);
  return to.store.atomically(() => acceptCommits(to.store, incoming(commits)));
};

/**
 * What came into the watched folder for this computer goes into the inbox, each file once. Those of the office's own
 * computers are taken in at once (EX21); those of other offices wait there for a person.
 */
import { createHash } from "node:crypto";
import { isAppError } from "#shared/errors.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import type { InboxItem } from "#shared/exchange/report.ts";
import type { Program } from "../../program.ts";
import type { Store } from "../../store/store.ts";
import { readOutside } from "../file/read-outside.ts";
import { stage, take } from "../inbox/inbox.ts";
import { ownPeer } from "../peers.ts";
import { trustOf } from "../identity/roster.ts";
import { type Addressed, addressedIn } from "./addressed.ts";
import { sharesFolder } from "./sharing.ts";
import type { SettledFiles } from "./settled.ts";

export interface Arrivals {
  /** As they are now: those of own computers were taken in. */
  readonly staged: readonly InboxItem[];
  readonly taken: readonly InboxItem[];
}

export const takeArrivals = async (program: Program, folder: string, files: SettledFiles): Promise<Arrivals> => {
  const { store } = program;
  const us = ownPeer(store);
  const found = files.settled();
  const arrived: string[] = [];
  for (const path of found) {
    const addressed = addressedIn(path);
    if (addressed === null || addressed.from === us) continue;
    if (addressed.to !== us && !tellsOfMovedDesk(store, addressed)) continue;
    sharesFolder(store, folder, addressed.from);
    if (!(await wasHere(store, path))) arrived.push(path);
  }
  const staged = arrived.length === 0 ? [] : await stage(program, arrived);
  for (const path of found) files.dealtWith(path);
  const taken = await takeInner(program, staged);
  return { staged, taken };
};

/**
 * EX21: the computer that is known here as the desk writes to the desk: it was moved, maybe to this very computer, which
 * hears of it by that file alone.
 */
const tellsOfMovedDesk = (store: Store, { from, to, device }: Addressed): boolean => {
  const office = store.officeCode() ?? "";
  return to === office && officeOfPeer(from) === office && trustOf(store).deskOf(office)?.device === device;
};

/** Whatever became of it then: what a person dropped is not brought again by its lying there. */
const wasHere = async ({ db }: Store, path: string): Promise<boolean> => {
  try {
    const hash = createHash("sha256")
      .update(await readOutside(path))
      .digest("hex");
    return db.prepare("SELECT 1 FROM bundles WHERE hash = ?").get(hash) !== undefined;
  } catch {
    return true;
  }
};

/** One that cannot be taken in stays in the inbox with its reason, and keeps none of the others from it. */
const takeInner = async (program: Program, staged: readonly InboxItem[]): Promise<InboxItem[]> => {
  const taken: InboxItem[] = [];
  const own = program.store.officeCode();
  for (const { id, from, state } of staged) {
    if (state !== "waiting" || officeOfPeer(from) !== own) continue;
    try {
      taken.push(...(await take(program, [id])));
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  }
  return taken;
};

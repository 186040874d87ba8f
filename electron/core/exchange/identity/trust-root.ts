/**
 * Taking a roster in: the root is pinned once (EX15). Another root is refused, unless it adopts this one: then this root
 * hands itself over by its own key, and everybody who pinned it follows.
 */
import { mergeStatements, type Trust, trustFrom } from "#shared/exchange/trust.ts";
import type { Root } from "#shared/exchange/roster.ts";
import { AppError } from "#shared/errors.ts";
import { isAbove } from "#shared/units/area.ts";
import type { Store } from "../../store/store.ts";
import type { RosterFile } from "./card.ts";
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { keysState, type OwnKeys, setOfficeKey } from "./keys.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { issue, mergeRoster, pinnedRoot, pinRoot, statementsHere, trustOf } from "./roster.ts";
import { verifyStatement } from "./signing.ts";

export interface RosterSeen {
  readonly root: { readonly code: string; readonly name: string; readonly fingerprint: Fingerprint };
  readonly offices: number;
  /** This office, or this computer of it, is named in it. */
  readonly names: boolean;
  /** Trust is in this root already; in none yet; in one that it stands above; in another. */
  readonly pinned: "same" | "none" | "above" | "other";
}

/** What a roster file says, without anything being kept. */
export const seeRoster = (store: Store, roster: RosterFile): RosterSeen => {
  const theirs = trustIn(roster);
  const root = roster.root;
  return {
    root: {
      code: root.code,
      name: theirs.officeOf(root.code)?.name ?? root.code,
      fingerprint: fingerprintOf(root.key),
    },
    offices: theirs.trustedOffices().length,
    names: isNamedIn(theirs, store, keysState(store).officeKey),
    pinned: standingOf(store, roster),
  };
};

const trustIn = ({ root, statements }: RosterFile): Trust =>
  trustFrom(root, mergeStatements([], statements, verifyStatement));

const standingOf = (store: Store, { root, statements }: RosterFile): RosterSeen["pinned"] => {
  const here = trustFrom(pinnedRoot(store), mergeStatements(statementsHere(store), statements, verifyStatement));
  if (here.root === null) return "none";
  if (isSame(here.root, root)) return "same";
  return isAbove(root.code, here.root.code) ? "above" : "other";
};

const isSame = (a: Root, b: Root): boolean => a.code === b.code && a.key === b.key;

const isNamedIn = (trust: Trust, store: Store, officeKey: string | null): boolean => {
  const own = ownOffice(store);
  const office = trust.officeOf(own);
  return office !== null && (office.key === officeKey || trust.deviceOf(own, store.device) !== null);
};

/**
 * @param adopt the person has compared the fingerprint of another root, and wants to follow it
 * @throws AppError `roster-without-us`, `roster-other-key`, `root-above`, `root-other`, and as `ensureKeys` does
 */
export const trust = async (
  store: Store,
  roster: RosterFile,
  { adopt = false }: { readonly adopt?: boolean } = {},
): Promise<RosterSeen> => {
  const keys = await ensureKeys(store);
  const theirs = trustIn(roster);
  refuseUnnamed(store, keys, theirs);
  const seen = seeRoster(store, roster);
  store.db.transaction(() => {
    follow(store, keys, roster, seen, adopt);
    mergeRoster(store, roster.statements);
  })();
  letGoOfOfficeKey(store, keys);
  return seen;
};

const refuseUnnamed = (store: Store, keys: OwnKeys, theirs: Trust): void => {
  const own = ownOffice(store);
  const office = theirs.officeOf(own);
  if (!office) throw new AppError("roster-without-us", { code: own });
  const device = theirs.deviceOf(own, store.device);
  if (device && device.key !== keys.device.key) throw new AppError("roster-other-key", { code: own });
  if (!device && office.key !== keys.office?.key) throw new AppError("roster-other-key", { code: own });
};

const follow = (store: Store, keys: OwnKeys, { root }: RosterFile, { pinned }: RosterSeen, adopt: boolean): void => {
  if (pinned === "same") return;
  if (pinned === "none") {
    pinRoot(store, root);
    return;
  }
  const name = trustOf(store).root?.code ?? "";
  if (!adopt)
    throw new AppError(pinned === "above" ? "root-above" : "root-other", { offered: root.code, pinned: name });
  const now = trustOf(store).root;
  if (pinned === "above" && now && keys.office && now.key === keys.office.key) {
    issue(store, keys.office, { type: "adoption", code: now.code, to: root.code, toKey: root.key });
  } else {
    // Not the root itself: a person compared the fingerprint, and pins anew (the root lost its keys, or is no more).
    pinRoot(store, root);
  }
};

/** EX21: another computer, enrolled by its desk, has no use for an office key that it made before it knew. */
const letGoOfOfficeKey = (store: Store, keys: OwnKeys): void => {
  const office = trustOf(store).officeOf(ownOffice(store));
  if (keys.office && office && office.key !== keys.office.key) setOfficeKey(store, null);
};

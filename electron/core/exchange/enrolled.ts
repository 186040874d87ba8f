/** Which units write for themselves: those that have a computer that the roster vouches for and that was not revoked. */
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { trustOf } from "./identity/roster.ts";

/** Asks the roster when it is first asked, and only where there is one. */
export const enrolledHere = (store: Store): ((code: string) => boolean) => {
  let known: ReadonlySet<string> | undefined;
  return (code) => {
    known ??= enrolledCodes(store);
    return known.has(code);
  };
};

const enrolledCodes = (store: Store): ReadonlySet<string> => {
  if (prepared(store.db, "SELECT 1 FROM roster LIMIT 1").get() === undefined) return new Set();
  const trust = trustOf(store);
  const writing = trust
    .trustedOffices()
    .filter(({ code }) => trust.devicesOf(code).some((device) => device.revoked === null));
  return new Set(writing.map(({ code }) => code));
};

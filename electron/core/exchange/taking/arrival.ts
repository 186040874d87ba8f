/** A bundle as it came, opened, and the refusals that need no look at its entries (EX16, EX21). */
import { AppError } from "#shared/errors.ts";
import type { Bundle, Peer } from "#shared/exchange/bundle.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import type { Store } from "../../store/store.ts";
import type { Trust } from "#shared/exchange/trust.ts";
import { linkInNamed } from "../links.ts";
import { isDesk, ownPeer } from "../peers.ts";

export interface Arrival {
  readonly bundle: Bundle;
  /** Places of entries that are not as commits have to be: set aside alone (EX22). */
  readonly poisoned: ReadonlySet<number>;
  /** Opening the file has computed the hash of each whole commit, and those of another one are among the poisoned. */
  readonly proved?: true;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly name: string;
}

/**
 * @throws AppError `bundle-not-for-us`, `exchange-with-oneself`, `exchange-at-the-desk`, `bundle-link-of-another`
 */
export const refuseMisdirected = (store: Store, { bundle: { head } }: Arrival, trust: Trust): void => {
  const { from, to, device, link } = head;
  if (!ownAddresses(store, trust).includes(to)) throw new AppError("bundle-not-for-us", { from, to });
  if (device === store.device || from === ownPeer(store, trust)) {
    throw new AppError("exchange-with-oneself", { office: from });
  }
  if (officeOfPeer(from) !== store.officeCode() && !isDesk(store, trust)) {
    throw new AppError("exchange-at-the-desk", { office: from });
  }
  const [, named] = from.split("/");
  const known = linkInNamed(store.db, link);
  if ((named !== undefined && named !== device) || (known && known.peer !== from)) {
    throw new AppError("bundle-link-of-another", { from });
  }
};

/** As this computer may be written to: a desk also by the name that it had as another computer of its office. */
const ownAddresses = (store: Store, trust: Trust): Peer[] => {
  const office = store.officeCode() ?? "";
  return isDesk(store, trust) ? [office, `${office}/${store.device}`] : [ownPeer(store, trust)];
};

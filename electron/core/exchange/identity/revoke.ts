/**
 * Revoking a computer (EX17): an office its own, and an office above any computer of an office in its area. The statement
 * names the last bundle that counts of each link by which the computer wrote; of a link that it does not name, none does.
 */
import { AppError } from "#shared/errors.ts";
import type { TrustedDevice } from "#shared/exchange/trust.ts";
import { isAbove } from "#shared/units/area.ts";
import type { Store } from "../../store/store.ts";
import { vouchingKey } from "./enrol.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { issue, trustOf } from "./roster.ts";

export interface Revocation {
  readonly office: string;
  readonly device: string;
  /** The last number that counts, by link. */
  readonly last: Readonly<Record<string, number>>;
}

/**
 * Signs the revocation; it travels with the roster. What had been taken in after it is shown for review.
 * @throws AppError `device-unknown`, `revoke-not-ours`, `revoke-this-computer`, `not-the-desk`, `not-enrolled`
 */
export const revoke = async (store: Store, { office, device, last }: Revocation): Promise<void> => {
  const keys = await ensureKeys(store);
  const own = ownOffice(store);
  if (device === store.device) throw new AppError("revoke-this-computer");
  if (office !== own && !isAbove(own, office)) throw new AppError("revoke-not-ours", { office });
  const key = vouchingKey(store, keys);
  const known = trustOf(store).deviceOf(office, device);
  if (!known) throw new AppError("device-unknown", { office, device });
  issue(store, key, { ...bodyOf(known), revoked: { last: { ...last }, at: store.env.now().toISOString() } });
};

const bodyOf = ({ office, device, key, recipient }: TrustedDevice) =>
  ({ type: "device", office, device, key, recipient, desk: false }) as const;

/**
 * Moving the exchange desk to another computer of the office (EX21). The move is a commit, which goes to the office's own
 * computers alone, and carries the office's signing key encrypted to the new desk; the office's key signs for everyone
 * else which computer is the desk now.
 */
import { AppError } from "#shared/errors.ts";
import type { TrustedDevice } from "#shared/exchange/trust.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { commit, type Committed } from "../../store/commit.ts";
import type { Store } from "../../store/store.ts";
import { encryptTo } from "../file/age.ts";
import { vouchingKey } from "./enrol.ts";
import { setOfficeKey } from "./keys.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { issue, trustOf } from "./roster.ts";

/**
 * This computer is no desk any more when it returns, and has no office key: the other one has it from the next bundle.
 * @throws AppError `device-unknown`, `desk-here`, `not-the-desk`, `not-enrolled`, and as `ensureKeys` does
 */
export const moveDesk = async (store: Store, device: string): Promise<Committed> => {
  const keys = await ensureKeys(store);
  const office = ownOffice(store);
  const key = vouchingKey(store, keys);
  if (device === store.device) throw new AppError("desk-here");
  const trust = trustOf(store);
  const target = trust.deviceOf(office, device);
  if (!target || target.revoked) throw new AppError("device-unknown", { office, device });
  const sealed = await encryptTo([target.recipient], Buffer.from(key.secret, "base64url"));
  const moved = store.atomically(() => {
    for (const known of trust.devicesOf(office)) {
      if (known.device === device) issue(store, key, deskOf(known, true));
      else if (known.desk) issue(store, key, deskOf(known, false));
    }
    const value = { device, key: Buffer.from(sealed).toString("base64") };
    return commit(store, {
      action: "exchange.move-desk",
      changes: [{ record: officeRecordId, kind: "office", unit: "desk", value }],
    });
  });
  setOfficeKey(store, null);
  return moved;
};

const deskOf = ({ office, device, key, recipient, revoked }: TrustedDevice, desk: boolean) => {
  const told = revoked === null ? null : { last: { ...revoked.last }, at: revoked.at };
  return { type: "device", office, device, key, recipient, desk, revoked: told } as const;
};

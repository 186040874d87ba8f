/** Vouching for another office's card, or for another computer of one's own office (EX15, EX21). */
import { AppError } from "#shared/errors.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { readStatement } from "#shared/exchange/trust.ts";
import { isAbove } from "#shared/units/area.ts";
import { isVillageCode } from "#shared/units/codes.ts";
import type { Store } from "../../store/store.ts";
import { knownUnits } from "../../units/known.ts";
import { beginAnewFor } from "../links.ts";
import type { ReadCard, RosterFile } from "./card.ts";
import type { OwnKeys } from "./keys.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { issue, mergeRoster, pinRoot, rosterFor, trustOf } from "./roster.ts";
import type { SigningKey } from "./signing.ts";

/**
 * Signs what a card says, after people have compared its fingerprint. An office that trusts nobody yet becomes the root.
 * @returns the roster to be given back, by which the newcomer works at once
 * @throws AppError `card-own`, `card-above`, `card-not-below`, `village-not-enrolled`, `not-the-desk`, `not-enrolled`, and as `ensureKeys` does
 */
export const enrol = async (store: Store, card: ReadCard): Promise<RosterFile> => {
  const keys = await ensureKeys(store);
  const own = ownOffice(store);
  if (card.code === own) {
    if (card.device === store.device) throw new AppError("card-own");
    const office = vouchingKey(store, keys);
    enrolComputer(store, office, card);
  } else {
    if (isAbove(card.code, own)) throw new AppError("card-above", { name: card.name });
    if (!isAbove(own, card.code)) throw new AppError("card-not-below", { name: card.name, code: card.code });
    if (isVillage(store, card.code)) throw new AppError("village-not-enrolled", { name: card.name });
    if (!card.deviceStatement) throw new AppError("card-of-further-computer", { name: card.name });
    enrolOffice(store, vouchingKey(store, keys), card);
  }
  return rosterHere(store);
};

/** The fourth level (四级联动) exchanges nothing itself: the town reports for its villages and communities. */
export const isVillage = (store: Store, code: string): boolean =>
  isVillageCode(code) || knownUnits(store.db).some((unit) => unit.code === code && unit.tier === "village");

/** The key by which this office may vouch for others: it has it, and the root leads to it. */
export const vouchingKey = (store: Store, { office }: OwnKeys): SigningKey => {
  const own = ownOffice(store);
  if (!office) throw new AppError("not-the-desk");
  if (trustOf(store).root === null) becomeRoot(store, office);
  if (trustOf(store).officeOf(own)?.key !== office.key) throw new AppError("not-enrolled");
  return office;
};

/** EX15: the topmost office that uses the program signs itself; it can be adopted later by one above. */
const becomeRoot = (store: Store, office: SigningKey): void => {
  const code = ownOffice(store);
  const name = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? code;
  store.db.transaction(() => {
    issue(store, office, { type: "office", code, name, key: office.key, above: code });
    pinRoot(store, { code, key: office.key });
  })();
};

const enrolOffice = (
  store: Store,
  office: SigningKey,
  { code, name, officeKey, device, deviceStatement }: ReadCard,
): void => {
  const word = deviceStatement && readStatement(deviceStatement.body);
  if (word?.type !== "device" || word.office !== code || word.device !== device) throw new AppError("card-not-one");
  const before = trustOf(store).officeOf(code)?.key ?? officeKey;
  issue(store, office, { type: "office", code, name, key: officeKey, above: ownOffice(store) });
  mergeRoster(store, deviceStatement ? [deviceStatement] : []);
  if (before !== officeKey) beginAnewFor(store, code);
};

const enrolComputer = (store: Store, office: SigningKey, { code, device, deviceKey, recipient }: ReadCard): void => {
  issue(store, office, { type: "device", office: code, device, key: deviceKey, recipient, desk: false, revoked: null });
};

/** The roster as a file to give away. @throws AppError `not-enrolled` where nobody is trusted yet */
export const rosterHere = (store: Store): RosterFile => {
  const { root } = trustOf(store);
  if (!root) throw new AppError("not-enrolled");
  return { root, statements: rosterFor(store) };
};

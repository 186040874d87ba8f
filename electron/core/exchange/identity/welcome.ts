/**
 * The keys in a welcome (EX13): the office above makes an office key and a first computer for a unit that has no program
 * yet or lost it, so that the stream from the beginning can be written to it. The newcomer makes its computer's keys
 * itself; the first computer serves to read what was written until it is heard of, and is revoked at once.
 */
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { z } from "zod";
import { signedStatementSchema } from "#shared/exchange/bundle.ts";
import { recipientSchema, rootSchema, signKeySchema } from "#shared/exchange/roster.ts";
import { AppError } from "#shared/errors.ts";
import { isAbove } from "#shared/units/area.ts";
import { usualOfficeName } from "#shared/units/office-name.ts";
import { hex } from "../../store/env.ts";
import type { Store } from "../../store/store.ts";
import { initOffice } from "../../system/office.ts";
import { divisionByCode } from "../../units/divisions.ts";
import { isVillage, rosterHere, vouchingKey } from "./enrol.ts";
import { keysState, newRecoveryCode, ownKeys, storeNewKeys } from "./keys.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { issue, mergeRoster, pinRoot, trustOf } from "./roster.ts";
import { signingKeyFrom } from "./signing.ts";
import { makeCode, readCode, welcomeCodeLength } from "./spoken-code.ts";

const welcomeKeysSchema = z.object({
  unit: z.string(),
  name: z.string(),
  officeKey: z.object({ key: signKeySchema, secret: z.string() }),
  device: z.object({
    id: z.string().regex(/^[0-9a-f]{16}$/),
    key: signKeySchema,
    identity: z.string(),
    recipient: recipientSchema,
  }),
  roster: z.object({ root: rootSchema, statements: z.array(signedStatementSchema) }),
});
/** To be sealed under a code and never kept otherwise. */
export type WelcomeKeys = z.infer<typeof welcomeKeysSchema>;

/** A code to be told by telephone: four groups of four, the last two characters a check. */
export const newWelcomeCode = (store: Store): string => makeCode(store.env, welcomeCodeLength);

/** The code as it was made, from what was typed. @throws AppError `code-mistyped` */
export const readWelcomeCode = (typed: string): string => readCode(typed, welcomeCodeLength);

/**
 * Vouches for a new office of `unit`; where one was enrolled already (its computer was lost), this one takes its place.
 * @throws AppError `division-unknown`, `village-not-enrolled`, `welcome-not-below`, `not-the-desk`, `not-enrolled`, and as `ensureKeys` does
 */
export const makeWelcomeKeys = async (store: Store, unit: string): Promise<WelcomeKeys> => {
  const own = ownOffice(store);
  const division = divisionByCode(unit);
  if (isVillage(store, unit)) throw new AppError("village-not-enrolled", { name: unit });
  if (!division) throw new AppError("division-unknown", { code: unit });
  if (!isAbove(own, unit)) throw new AppError("welcome-not-below", { code: unit });
  const key = vouchingKey(store, await ensureKeys(store));
  const name = usualOfficeName(division.name, division.tier);
  const officeKey = signingKeyFrom(store.env.randomBytes(32));
  const deviceKey = signingKeyFrom(store.env.randomBytes(32));
  const identity = await generateX25519Identity();
  const device = {
    id: hex(store.env.randomBytes(8)),
    key: deviceKey.key,
    identity,
    recipient: await identityToRecipient(identity),
  };
  store.db.transaction(() => {
    issue(store, key, { type: "office", code: unit, name, key: officeKey.key, above: own });
    issue(store, officeKey, { ...deviceOf(unit, device), desk: true, revoked: null });
  })();
  const { root, statements } = rosterHere(store);
  return { unit, name, officeKey, device, roster: { root, statements: [...statements] } };
};

const deviceOf = (office: string, { id, key, recipient }: WelcomeKeys["device"]) =>
  ({ type: "device", office, device: id, key, recipient }) as const;

/** As text, for the sealed file. */
export const welcomeKeysText = (keys: WelcomeKeys): string => JSON.stringify(keys);

/** @throws AppError `welcome-malformed` */
export const readWelcomeKeys = (text: string): WelcomeKeys => {
  const keys = welcomeKeysSchema.safeParse(jsonOf(text));
  if (!keys.success) throw new AppError("welcome-malformed");
  return keys.data;
};

/** Without the cause of what failed: it would name private things. */
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Begins the office of a welcome in a data folder that has none (or that of this unit, without keys): its keys, the
 * pinned root, and a computer of its own, which is its exchange desk.
 * @returns the recovery code, shown this once
 * @throws AppError `office-already-set`, `keys-there`, `welcome-malformed`
 */
export const takeWelcomeKeys = async (
  store: Store,
  keys: WelcomeKeys,
  passphrase?: string,
): Promise<{ recoveryCode: string }> => {
  const begun = isBegun(store, keys);
  if (store.officeCode() === null) initOffice(store, keys.unit, keys.name);
  if (!begun) await storeNewKeys(store, keys.officeKey, passphrase, [keys.device.identity]);
  store.db.transaction(() => {
    pinRoot(store, keys.roster.root);
    mergeRoster(store, keys.roster.statements);
  })();
  if (trustOf(store).officeOf(keys.unit)?.key !== keys.officeKey.key) throw new AppError("welcome-malformed");
  await ensureKeys(store);
  issue(store, keys.officeKey, {
    ...deviceOf(keys.unit, keys.device),
    desk: false,
    revoked: { last: {}, at: store.env.now().toISOString() },
  });
  return { recoveryCode: newRecoveryCode(store) };
};

/** Whether an earlier try was broken off after it had stored the keys. @throws where there is another office or other keys */
const isBegun = (store: Store, { unit, officeKey }: WelcomeKeys): boolean => {
  const known = store.officeCode();
  if (known !== null && known !== unit) throw new AppError("office-already-set", { unit: known });
  const { state } = keysState(store);
  if (state === "none") return false;
  if (state !== "ready" || ownKeys(store).office?.key !== officeKey.key) throw new AppError("keys-there");
  if (trustOf(store).root !== null) throw new AppError("welcome-taken");
  return true;
};

/**
 * The card that an office gives to the one above, or another computer to its desk (EX15): who it is and its public keys,
 * signed by itself, with its own word on its computer, so that it can work as soon as it is enrolled.
 */
import { z } from "zod";
import { type SignedStatement, signedStatementSchema } from "#shared/exchange/bundle.ts";
import { type Card, cardSchema, type Root, rootSchema } from "#shared/exchange/roster.ts";
import { AppError } from "#shared/errors.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { canonical } from "../../store/canonical.ts";
import type { Store } from "../../store/store.ts";
import { ensureKeys, ownOffice } from "./ready.ts";
import { statementsSchema, trustOf } from "./roster.ts";
import { signStatement, verifyStatement } from "./signing.ts";

const cardFileSchema = z.object({
  card: signedStatementSchema,
  /** The office's word on this computer; none from a computer without the office's key. */
  device: signedStatementSchema.nullable(),
});
export type CardFile = z.infer<typeof cardFileSchema>;

export interface ReadCard extends Card {
  readonly deviceStatement: SignedStatement | null;
}

const rosterFileSchema = z.object({ root: rootSchema, statements: statementsSchema });

/** What a roster file holds: the root, and the chain from it. */
export interface RosterFile {
  readonly root: Root;
  readonly statements: readonly SignedStatement[];
}

/** Makes keys where there are none. @throws AppError as `ensureKeys` does */
export const cardOf = async (store: Store): Promise<CardFile & { readonly officeKey: string }> => {
  const keys = await ensureKeys(store);
  const code = ownOffice(store);
  const name = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? code;
  const officeKey = keys.office?.key ?? trustOf(store).officeOf(code)?.key;
  if (officeKey === undefined) throw new AppError("keys-missing");
  const card: Card = {
    type: "card",
    code,
    name,
    officeKey,
    device: store.device,
    deviceKey: keys.device.key,
    recipient: keys.recipient,
    at: store.env.now().toISOString(),
  };
  const subject = `device:${code}/${store.device}`;
  const signed = signStatement(keys.office ?? keys.device, canonical(card));
  return { card: signed, device: keys.office ? wordOn(store, subject, keys.office.key) : null, officeKey };
};

const wordOn = (store: Store, subject: string, by: string): SignedStatement | null =>
  (store.db.prepare("SELECT body, by, signature FROM roster WHERE subject = ? AND by = ?").get(subject, by) as
    | SignedStatement
    | undefined) ?? null;

/** What the parsed content of a card file says. @throws AppError `card-not-one` also when it was altered */
export const readCard = (content: unknown): ReadCard => {
  const file = cardFileSchema.safeParse(content);
  if (!file.success || !verifyStatement(file.data.card)) throw new AppError("card-not-one");
  const { card: signed, device } = file.data;
  const card = cardSchema.safeParse(parsed(signed.body));
  if (!card.success) throw new AppError("card-not-one");
  // A card without the office's word on its computer is one of a further computer: its own key signs it.
  const signer = device === null ? card.data.deviceKey : card.data.officeKey;
  if (signed.by !== signer || (device !== null && device.by !== signer)) throw new AppError("card-not-one");
  return { ...card.data, deviceStatement: device };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @throws AppError `roster-not-one` */
export const readRoster = (content: unknown): RosterFile => {
  const file = rosterFileSchema.safeParse(content);
  if (!file.success) throw new AppError("roster-not-one");
  return file.data;
};

/** Whether a card's office, with this very key, is trusted here already. */
export const isKnownCard = (store: Store, { code, officeKey, device }: Card): boolean => {
  const trust = trustOf(store);
  return trust.officeOf(code)?.key === officeKey && trust.deviceOf(code, device) !== null;
};

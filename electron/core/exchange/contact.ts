/** First contact by files (EX15): the card that is given to the office above, and the roster that comes back. */
import type { Program } from "../program.ts";
import { assertOutside } from "../store/outside.ts";
import { readSmallFile, writeSmallFile } from "./file/small-files.ts";
import { writeFileSafely } from "./file/write-safely.ts";
import { cardOf, isKnownCard, readCard, type ReadCard, readRoster } from "./identity/card.ts";
import { enrol } from "./identity/enrol.ts";
import { type Fingerprint, fingerprintOf } from "./identity/fingerprint.ts";
import { seeRoster, trust } from "./identity/trust-root.ts";
import { bytesOf } from "./inbox/open-file.ts";
import { noteUsed } from "./inbox/used.ts";

type OverStore = Pick<Program, "store">;

/** @throws AppError `inside-data-folder`, `exchange-target`, `disk-full`, and as `cardOf` does */
export const writeCard = async ({ store }: OverStore, path: string) => {
  assertOutside(store.folder, path);
  const { card, device } = await cardOf(store);
  const file = { card, device };
  await writeFileSafely(path, writeSmallFile("card", file));
  return { path, fingerprint: fingerprintOfCard(readCard(file)) };
};

/** What a card says, for two people to compare. @throws AppError `card-not-one`, `file-missing`, `bundle-…` */
export const seeCard = async ({ store }: OverStore, path: string) => {
  const card = readCard(readSmallFile("card", await bytesOf(path)));
  const { code, name, device } = card;
  return { code, name, device, fingerprint: fingerprintOfCard(card), known: isKnownCard(store, card) };
};

/** Vouches for the card once its fingerprint was compared, and writes the roster that the newcomer is to take in. */
export const enrolCard = async ({ store }: OverStore, { card: path, roster }: { card: string; roster: string }) => {
  assertOutside(store.folder, roster);
  const bytes = await bytesOf(path);
  const card = readCard(readSmallFile("card", bytes));
  await writeFileSafely(roster, writeSmallFile("roster", await enrol(store, card)));
  await noteUsed({ store }, bytes);
  return { office: card.code, name: card.name, fingerprint: fingerprintOfCard(card) };
};

/** @throws AppError `roster-not-one`, `file-missing`, `bundle-…` */
export const seeRosterFile = async ({ store }: OverStore, path: string) =>
  seeRoster(store, readRoster(readSmallFile("roster", await bytesOf(path))));

/** Pins the root of the roster and takes its statements in. @throws AppError as `trust` does */
export const trustRoster = async ({ store }: OverStore, { path, adopt }: { path: string; adopt: boolean }) => {
  const bytes = await bytesOf(path);
  const { root, offices } = await trust(store, readRoster(readSmallFile("roster", bytes)), { adopt });
  await noteUsed({ store }, bytes);
  return { root: root.code, name: root.name, fingerprint: root.fingerprint, offices };
};

/** The office's key; of a further computer, which has none, its own (EX21). */
const fingerprintOfCard = ({ deviceStatement, deviceKey, officeKey }: ReadCard): Fingerprint =>
  fingerprintOf(deviceStatement === null ? deviceKey : officeKey);

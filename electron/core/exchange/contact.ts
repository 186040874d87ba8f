/** First contact by files (EX15): the card that is given to the office above, and the roster that comes back. */
import { readFile } from "node:fs/promises";
import { AppError } from "#shared/errors.ts";
import type { Program } from "../program.ts";
import { assertOutside } from "../store/outside.ts";
import { readSmallFile, type SmallKind, writeSmallFile } from "./file/small-files.ts";
import { writeFileSafely } from "./file/write-safely.ts";
import { cardOf, isKnownCard, readCard, type ReadCard, readRoster, type RosterFile } from "./identity/card.ts";
import { enrol } from "./identity/enrol.ts";
import { type Fingerprint, fingerprintOf } from "./identity/fingerprint.ts";
import { seeRoster, trust } from "./identity/trust-root.ts";

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
  const card = await cardIn(path);
  const { code, name, device } = card;
  return { code, name, device, fingerprint: fingerprintOfCard(card), known: isKnownCard(store, card) };
};

/** Vouches for the card once its fingerprint was compared, and writes the roster that the newcomer is to take in. */
export const enrolCard = async ({ store }: OverStore, { card: path, roster }: { card: string; roster: string }) => {
  assertOutside(store.folder, roster);
  const card = await cardIn(path);
  await writeFileSafely(roster, writeSmallFile("roster", await enrol(store, card)));
  return { office: card.code, name: card.name, fingerprint: fingerprintOfCard(card) };
};

/** @throws AppError `roster-not-one`, `file-missing`, `bundle-…` */
export const seeRosterFile = async ({ store }: OverStore, path: string) => seeRoster(store, await rosterIn(path));

/** Pins the root of the roster and takes its statements in. @throws AppError as `trust` does */
export const trustRoster = async ({ store }: OverStore, { path, adopt }: { path: string; adopt: boolean }) => {
  const { root, offices } = await trust(store, await rosterIn(path), { adopt });
  return { root: root.code, name: root.name, fingerprint: root.fingerprint, offices };
};

const cardIn = async (path: string): Promise<ReadCard> => readCard(await contentOf("card", path));
const rosterIn = async (path: string): Promise<RosterFile> => readRoster(await contentOf("roster", path));

/** The office's key; of a further computer, which has none, its own (EX21). */
const fingerprintOfCard = ({ deviceStatement, deviceKey, officeKey }: ReadCard): Fingerprint =>
  fingerprintOf(deviceStatement === null ? deviceKey : officeKey);

const contentOf = async (kind: SmallKind, path: string): Promise<unknown> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new AppError("file-missing", { path }, { cause: error });
  }
  return readSmallFile(kind, bytes);
};

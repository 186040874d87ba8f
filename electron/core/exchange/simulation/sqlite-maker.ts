/**
 * Data folders of the whole cast, begun and introduced once by cards and rosters as people do it, and copied for each
 * history: making keys and comparing fingerprints anew would tell nothing more.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { initOffice } from "../../system/office.ts";
import { temporaryFolder } from "../../store/testing.ts";
import { cardOf, readCard } from "../identity/card.ts";
import { enrol } from "../identity/enrol.ts";
import { trust } from "../identity/trust-root.ts";
import { cast, type Part, province, secondDevice } from "./cast.ts";
import type { OfficeMaker } from "./office.ts";
import { simulatedEnv } from "./sqlite-env.ts";
import { SqliteOffice } from "./sqlite-office.ts";

const nameOf = (peer: string): string => peer.replace("/", "-");
const begin = new Date("2020-05-19T08:00:00+08:00");

const cardsUp = async (above: SqliteOffice, below: SqliteOffice): Promise<void> => {
  const { card, device } = await cardOf(below.program.store);
  const roster = await enrol(above.program.store, readCard({ card, device }));
  await trust(below.program.store, roster);
};

export interface SqliteMaker extends OfficeMaker {
  /** Takes all folders away. */
  readonly remove: () => void;
}

export const sqliteOffices = async (): Promise<SqliteMaker> => {
  const root = temporaryFolder();
  const templates = join(root.path, "begun");
  const begun = new Map<string, SqliteOffice>();
  const beginOne = ({ peer, code }: Part): SqliteOffice => {
    const env = simulatedEnv(peer, begin, peer === code ? null : secondDevice);
    const office = new SqliteOffice(peer, {
      folder: join(templates, nameOf(peer)),
      beside: join(root.path, "files"),
      env,
    });
    initOffice(office.program.store, code);
    begun.set(peer, office);
    return office;
  };
  for (const part of cast) {
    const office = beginOne(part);
    const above = begun.get(part.peer === part.code ? (part.parent ?? "") : part.code);
    if (above) await cardsUp(above, office);
  }
  beginOne(province);
  for (const office of begun.values()) await office.close();

  let made = 0;
  return {
    make: async (peer, { seed, now }) => {
      made += 1;
      const folder = join(root.path, `${made}`, nameOf(peer));
      cpSync(join(templates, nameOf(peer)), folder, { recursive: true });
      return new SqliteOffice(peer, { folder, beside: `${folder}-files`, env: simulatedEnv(`${seed}/${peer}`, now) });
    },
    introduce: async () => {},
    remove: root.remove,
  };
};

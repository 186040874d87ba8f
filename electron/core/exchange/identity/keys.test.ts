import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unwatched } from "../../jobs/context.ts";
import { projections } from "../../projections.ts";
import { openStore, type Store } from "../../store/store.ts";
import { fixedEnv } from "../../store/testing.ts";
import { createBackup } from "../../system/backup.ts";
import { openBackup } from "../../system/backup-archive.ts";
import { restoreBackup } from "../../system/restore.ts";
import { refusalOf } from "../../testing/client.ts";
import { cardOf } from "./card.ts";
import { enrol, rosterHere } from "./enrol.ts";
import { readCard } from "./card.ts";
import { handOsKey, keysState, newRecoveryCode, ownKeys, protectKeys, unlockKeys } from "./keys.ts";
import { keysPathIn } from "./keys-file.ts";
import { moveDesk } from "./desk.ts";
import { ensureKeys, setUpKeys } from "./ready.ts";
import { mergeRoster, rosterFor, trustOf } from "./roster.ts";
import { enrolled, newTown, type Town } from "./testing.ts";

const passphrase = "correct horse battery";

let town: Town;
const open: Store[] = [];
beforeEach(() => {
  town = newTown();
});
afterEach(() => {
  for (const store of open.splice(0)) store.close();
  town.remove();
});

/** The same data folder, as the next start of the program finds it. */
const opened = (folder: string, seed = 1000): Store => {
  const store = openStore({ folder, projections, env: fixedEnv("2026-01-06T08:00:00+08:00", seed) });
  open.push(store);
  return store;
};
const restarted = (store: Store): Store => {
  store.close();
  return opened(store.folder);
};

const codeOf = (run: () => unknown): string => {
  try {
    run();
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

const backedUp = async (store: Store): Promise<string> => {
  const path = `${store.folder}.backup`;
  const temporary = { archive: `${path}.part`, database: `${path}.sqlite.part` };
  await createBackup({ folder: store.folder, path, temporary, version: "0.0.0" }, unwatched);
  return path;
};

test("EX18a: keys are made once, with a recovery code of 130 bits in groups that is shown this once", async () => {
  const city = town.office("370300");
  const { recoveryCode } = await setUpKeys(city);
  expect(recoveryCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(keysState(city)).toMatchObject({ state: "ready", recovery: true });
  expect(await refusalOf(setUpKeys(city))).toBe("keys-there");
  if (process.platform !== "win32") expect(statSync(keysPathIn(city.folder)).mode & 0o777).toBe(0o600);
});

test("EX18a: under a passphrase the keys are locked at the next start, until it or the recovery code is given", async () => {
  const city = town.office("370300");
  const { recoveryCode } = await setUpKeys(city, passphrase);
  const keys = ownKeys(city);
  const again = restarted(city);
  expect(keysState(again)).toMatchObject({ state: "locked", protection: "passphrase" });
  expect(codeOf(() => ownKeys(again))).toBe("keys-locked");
  expect(await refusalOf(ensureKeys(again))).toBe("keys-locked");
  expect(await refusalOf(unlockKeys(again, { passphrase: "wrong horse battery" }))).toBe("passphrase-wrong");
  await unlockKeys(again, { passphrase });
  expect(ownKeys(again)).toEqual(keys);
  const third = restarted(again);
  await unlockKeys(third, { recoveryCode: recoveryCode.toLowerCase().replaceAll("-", "") });
  expect(ownKeys(third)).toEqual(keys);
  expect(keysState(third)).toMatchObject({ state: "ready", protection: "passphrase" });
  expect(await refusalOf(protectKeys(third, "short"))).toBe("passphrase-short");
  await protectKeys(third, null);
  expect(keysState(restarted(third))).toMatchObject({ state: "ready", protection: "none" });
});

test("EX18a: a code that was mistyped is told apart from one of another time", async () => {
  const city = town.office("370300");
  const { recoveryCode } = await setUpKeys(city);
  const other = recoveryCode.endsWith("0") ? "1" : "0";
  const mistyped = recoveryCode.slice(0, -1) + other;
  expect(await refusalOf(unlockKeys(city, { recoveryCode: mistyped }))).toBe("code-mistyped");
  const next = newRecoveryCode(city);
  expect(await refusalOf(unlockKeys(city, { recoveryCode }))).toBe("recovery-code-wrong");
  await unlockKeys(city, { recoveryCode: next });
  const bare = town.office("370302");
  expect(await refusalOf(unlockKeys(bare, { recoveryCode }))).toBe("keys-missing");
  await ensureKeys(bare);
  expect(await refusalOf(unlockKeys(bare, { recoveryCode }))).toBe("recovery-none");
});

test("EX18a: where the operating system keeps the key, they open by themselves, and only there", async () => {
  const city = town.office("370300");
  const osKey = Uint8Array.from({ length: 32 }, (_, at) => at);
  handOsKey(city, osKey);
  expect(keysState(city).protection).toBe("os");
  await setUpKeys(city);
  const keys = ownKeys(city);
  const again = restarted(city);
  expect(codeOf(() => ownKeys(again))).toBe("keys-locked-os");
  handOsKey(again, new Uint8Array(32));
  expect(keysState(again).state).toBe("locked");
  handOsKey(again, osKey);
  expect(ownKeys(again)).toEqual(keys);
  await protectKeys(again, passphrase);
  expect(keysState(again)).toMatchObject({ state: "ready", protection: "passphrase" });
  await protectKeys(again, null);
  expect(keysState(again)).toMatchObject({ state: "ready", protection: "os" });
});

test("EX18a: a damaged file of keys is told, and never shown", async () => {
  const city = town.office("370300");
  await ensureKeys(city);
  writeFileSync(keysPathIn(city.folder), "{");
  expect(codeOf(() => keysState(city))).toBe("keys-damaged");
  const path = await backedUp(city);
  const archive = await openBackup(path);
  archive.close();
  expect(archive.manifest.keys).toBeNull();
});

test("EX18a: a backup carries the keys under the recovery code alone, which opens them on another machine", async () => {
  const [city, district] = [town.office("370300"), town.office("370303")];
  const { recoveryCode } = await setUpKeys(district);
  await enrolled(city, district);
  const keys = ownKeys(district);
  const path = await backedUp(district);
  const { manifest, close } = await openBackup(path);
  close();
  expect(manifest.keys).toMatchObject({ lock: null, officeKey: keys.office?.key });

  const elsewhere = join(`${district.folder}-elsewhere`);
  await restoreBackup({ path, folder: elsewhere, force: false }, unwatched);
  const restored = opened(elsewhere);
  expect(restored.device).not.toBe(district.device);
  expect(codeOf(() => ownKeys(restored))).toBe("keys-locked-recovery");
  expect(await refusalOf(cardOf(restored))).toBe("keys-locked-recovery");
  await unlockKeys(restored, { recoveryCode });
  expect(keysState(restored)).toMatchObject({ state: "ready", protection: "none", recovery: true });

  // EX19: another name, so other keys; the office's key vouches for them, and those of before still read.
  const renewed = await ensureKeys(restored);
  expect(renewed.office).toEqual(keys.office);
  expect(renewed.device.key).not.toBe(keys.device.key);
  expect(renewed.identities).toEqual([expect.any(String), keys.identities[0]]);
  expect(await ensureKeys(restored)).toEqual(renewed);
  mergeRoster(city, rosterFor(restored));
  expect(trustOf(city).deskOf("370303")?.device).toBe(restored.device);
  expect(trustOf(city).recipientsOf("370303")).toEqual([renewed.recipient]);
});

test("EX18a: without a recovery code the backup has no keys, and the restored office is to be enrolled anew", async () => {
  const city = town.office("370300");
  await ensureKeys(city);
  const path = await backedUp(city);
  const elsewhere = `${city.folder}-elsewhere`;
  await restoreBackup({ path, folder: elsewhere, force: false }, unwatched);
  expect(keysState(opened(elsewhere))).toMatchObject({ state: "none" });
});

test("EX18a: who restores over the same office on the same machine keeps the keys open as they were", async () => {
  const city = town.office("370300");
  await setUpKeys(city);
  const keys = ownKeys(city);
  const path = await backedUp(city);
  city.close();
  await restoreBackup({ path, folder: city.folder, force: true }, unwatched);
  const restored = opened(city.folder);
  expect(ownKeys(restored)).toEqual(keys);
  expect((await ensureKeys(restored)).office).toEqual(keys.office);
});

test("EX18a: nothing private stands in the database, a backup, a card, a roster, a log or a refusal", async () => {
  const [city, desk, second] = [town.office("370300"), town.office("370303"), town.office("370303")];
  await setUpKeys(desk, passphrase);
  await enrolled(city, desk);
  await enrolled(desk, second);
  const secretsOf = (store: Store): string[] => {
    const { office, device, identities } = ownKeys(store);
    return [...(office ? [office.secret] : []), device.secret, ...identities];
  };
  const secrets = [city, desk, second].flatMap(secretsOf);
  const recoveryCode = newRecoveryCode(desk);
  const path = await backedUp(desk);
  await moveDesk(desk, second.device);
  const refusals = [
    await unlockKeys(desk, { recoveryCode: `${recoveryCode}X` }).catch(String),
    await unlockKeys(desk, { recoveryCode }).catch(String),
    await enrol(second, readCard(await cardOf(city))).catch((error: Error) => `${error.message} ${error.stack ?? ""}`),
  ];
  const files = [desk, second, city].flatMap(({ folder }) =>
    readdirSync(folder).flatMap((name) =>
      name !== "keys.json" && statSync(join(folder, name)).isFile() ? [join(folder, name)] : [],
    ),
  );
  const public_ = [
    ...[...files, path].map((file) => readFileSync(file)),
    readFileSync(keysPathIn(desk.folder)),
    Buffer.from(JSON.stringify([await cardOf(city), rosterHere(city), rosterFor(desk), refusals])),
  ];
  const needles = secrets.flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, "base64url")]);
  for (const bytes of public_) {
    for (const needle of [...needles, Buffer.from(passphrase), Buffer.from(recoveryCode)]) {
      expect(bytes.includes(needle)).toBe(false);
    }
  }
  // The search finds what is there: where keys lie under nothing, their data key does.
  expect(needles.length).toBeGreaterThan(10);
});

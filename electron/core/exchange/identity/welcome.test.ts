import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projections } from "../../projections.ts";
import { fixedEnv, temporaryFolder } from "../../store/testing.ts";
import { openStore, type Store } from "../../store/store.ts";
import { refusalOf } from "../../testing/client.ts";
import { ownKeys } from "./keys.ts";
import { mergeRoster, rosterFor, trustOf } from "./roster.ts";
import { newTown, type Town } from "./testing.ts";
import {
  makeWelcomeKeys,
  newWelcomeCode,
  readWelcomeCode,
  readWelcomeKeys,
  takeWelcomeKeys,
  welcomeKeysText,
} from "./welcome.ts";

let town: Town;
let folder: { path: string; remove: () => void };
let empty: Store;
beforeEach(() => {
  town = newTown();
  folder = temporaryFolder();
  empty = openStore({ folder: join(folder.path, "new"), projections, env: fixedEnv("2026-01-05T08:01:00+08:00", 99) });
});
afterEach(() => {
  empty.close();
  town.remove();
  folder.remove();
});

test("EX13: a town of nothing but the program and a welcome's keys is an enrolled office with a computer of its own", async () => {
  const city = town.office("370300");
  const keys = readWelcomeKeys(welcomeKeysText(await makeWelcomeKeys(city, "370303001")));
  expect(trustOf(city).recipientsOf("370303001")).toEqual([keys.device.recipient]);
  const { recoveryCode } = await takeWelcomeKeys(empty, keys);
  expect(recoveryCode).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  expect(empty.officeCode()).toBe("370303001");
  expect(trustOf(empty).root?.code).toBe("370300");
  const own = ownKeys(empty);
  expect(own.identities).toContain(keys.device.identity);
  expect(own.device.key).not.toBe(keys.device.key);
  mergeRoster(city, rosterFor(empty));
  expect(trustOf(city).recipientsOf("370303001")).toEqual([own.recipient]);
  expect(trustOf(city).isRevoked(keys.device.id, "0123456789abcdef", 1)).toBe(true);
  expect(await refusalOf(takeWelcomeKeys(empty, keys))).toBe("welcome-taken");
});

test("EX13: a welcome does not take the place of another office, nor of keys that are there", async () => {
  const city = town.office("370300");
  const keys = await makeWelcomeKeys(city, "370303");
  expect(await refusalOf(takeWelcomeKeys(town.office("370302"), keys))).toBe("office-already-set");
  const begun = town.office("370303");
  await takeWelcomeKeys(begun, keys);
  const again = await makeWelcomeKeys(city, "370303");
  expect(await refusalOf(takeWelcomeKeys(begun, again))).toBe("keys-there");
  expect(await refusalOf(makeWelcomeKeys(city, "370000"))).toBe("welcome-not-below");
  expect(await refusalOf(makeWelcomeKeys(city, "999999"))).toBe("division-unknown");
  expect(() => readWelcomeKeys("{}")).toThrow("welcome-malformed");
});

test("EX13: the code told by telephone has a check: what was misheard is told before anything is tried", () => {
  const code = newWelcomeCode(empty);
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  expect(readWelcomeCode(` ${code.toLowerCase().replaceAll("-", " ")}`)).toBe(code);
  expect(readWelcomeCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
  const other = code.startsWith("A") ? "B" : "A";
  expect(() => readWelcomeCode(other + code.slice(1))).toThrow("code-mistyped");
  expect(() => readWelcomeCode(code.slice(1))).toThrow("code-mistyped");
});

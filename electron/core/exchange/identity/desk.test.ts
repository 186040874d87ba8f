import { afterEach, beforeEach, expect, test } from "vitest";
import { officeRecordId } from "#shared/system/settings.ts";
import { commit } from "../../store/commit.ts";
import { undo } from "../../store/undo.ts";
import { refusalOf } from "../../testing/client.ts";
import { moveDesk } from "./desk.ts";
import { ownKeys } from "./keys.ts";
import { ensureKeys } from "./ready.ts";
import { revoke } from "./revoke.ts";
import { mergeRoster, rosterFor, trustOf } from "./roster.ts";
import { enrolled, newTown, type Town } from "./testing.ts";

let town: Town;
beforeEach(() => {
  town = newTown();
});
afterEach(() => town.remove());

const office = async () => {
  const [city, desk, second] = [town.office("370300"), town.office("370303"), town.office("370303")];
  await enrolled(city, desk);
  await enrolled(desk, second);
  return { city, desk, second };
};

test("EX21: the desk moves with the office's key, which only the computer that it moves to can read", async () => {
  const { city, desk, second } = await office();
  const key = ownKeys(desk).office;
  const { version } = await moveDesk(desk, second.device);
  expect(() => undo(desk, version)).toThrow("not-undoable");
  expect(ownKeys(desk).office).toBeNull();
  mergeRoster(city, rosterFor(desk));
  expect(trustOf(city).deskOf("370303")?.device).toBe(second.device);
  expect(trustOf(city).recipientsOf("370303")).toEqual([ownKeys(second).recipient]);

  // What the inner exchange brings: the roster, and the commit of the office's record.
  mergeRoster(second, rosterFor(desk));
  const value = desk.fact(officeRecordId, "desk");
  commit(second, { action: "test", changes: [{ record: officeRecordId, kind: "office", unit: "desk", value }] });
  expect(ownKeys(second).office).toBeNull();
  expect((await ensureKeys(second)).office).toEqual(key);
  expect(JSON.stringify(value)).not.toContain(key?.secret);
  expect(await refusalOf(moveDesk(desk, second.device))).toBe("not-the-desk");
  await moveDesk(second, desk.device);
  expect(trustOf(second).deskOf("370303")?.device).toBe(desk.device);
});

test("EX21: the desk does not move to itself, nor to a computer that the roster does not know", async () => {
  const { desk, city } = await office();
  expect(await refusalOf(moveDesk(desk, desk.device))).toBe("desk-here");
  expect(await refusalOf(moveDesk(desk, city.device))).toBe("device-unknown");
});

test("EX17: a revoked computer counts to the last bundle named; of a link that is not named, none counts", async () => {
  const { city, desk, second } = await office();
  const link = "0123456789abcdef";
  await revoke(desk, { office: "370303", device: second.device, last: { [link]: 7 } });
  mergeRoster(city, rosterFor(desk));
  const trust = trustOf(city);
  expect(trust.isRevoked(second.device, link, 7)).toBe(false);
  expect(trust.isRevoked(second.device, link, 8)).toBe(true);
  expect(trust.isRevoked(`370303/${second.device}`, "fedcba9876543210", 1)).toBe(true);
  expect(trust.isRevoked(desk.device, link, 8)).toBe(false);
  expect(trust.recipientsOf(`370303/${second.device}`)).toEqual([]);
});

test("EX17: an office above revokes the computer of an office in its area, and no other office does", async () => {
  const { city, desk, second } = await office();
  mergeRoster(city, rosterFor(desk));
  const neighbour = town.office("370302");
  await enrolled(city, neighbour);
  await enrolled(city, desk);
  const last = {};
  expect(await refusalOf(revoke(neighbour, { office: "370303", device: desk.device, last }))).toBe("revoke-not-ours");
  expect(await refusalOf(revoke(desk, { office: "370300", device: city.device, last }))).toBe("revoke-not-ours");
  expect(await refusalOf(revoke(desk, { office: "370303", device: desk.device, last }))).toBe("revoke-this-computer");
  expect(await refusalOf(revoke(city, { office: "370303", device: "0".repeat(16), last }))).toBe("device-unknown");
  await revoke(city, { office: "370303", device: desk.device, last });
  expect(trustOf(city).deskOf("370303")).toBeNull();
  mergeRoster(second, rosterFor(city));
  expect(trustOf(second).isRevoked(desk.device, "0123456789abcdef", 1)).toBe(true);
});

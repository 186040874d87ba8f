import { afterEach, beforeEach, expect, test } from "vitest";
import { refusalOf } from "../../testing/client.ts";
import type { Store } from "../../store/store.ts";
import { cardOf, readCard } from "./card.ts";
import { enrol, rosterHere } from "./enrol.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { keysState, ownKeys } from "./keys.ts";
import { ensureKeys } from "./ready.ts";
import { mergeRoster, rosterFor, trustOf } from "./roster.ts";
import { enrolled, newTown, type Town } from "./testing.ts";
import { seeRoster, trust } from "./trust-root.ts";
import { makeWelcomeKeys } from "./welcome.ts";

let town: Town;
beforeEach(() => {
  town = newTown();
});
afterEach(() => town.remove());

const cardFrom = async (store: Store) => readCard(JSON.parse(JSON.stringify(await cardOf(store))));

test("EX15: the office above signs a card, and the newcomer that takes the roster in works at once", async () => {
  const city = town.office("370300");
  const district = town.office("370303");
  const card = await cardFrom(district);
  expect(card).toMatchObject({ code: "370303", device: district.device });
  const roster = await enrol(city, card);
  expect(seeRoster(district, roster)).toMatchObject({ names: true, pinned: "none", offices: 2 });
  const seen = await trust(district, JSON.parse(JSON.stringify(roster)));
  expect(seen.root).toEqual({
    code: "370300",
    name: expect.any(String),
    fingerprint: fingerprintOf(ownKeys(city).office?.key ?? ""),
  });
  for (const store of [city, district]) {
    expect(trustOf(store).root?.code).toBe("370300");
    for (const other of [city, district]) {
      const code = other.officeCode() ?? "";
      expect(trustOf(store).signerKey(code, other.device)).toBe(ownKeys(other).device.key);
      expect(trustOf(store).recipientsOf(code)).toEqual([ownKeys(other).recipient]);
      expect(trustOf(store).deskOf(code)?.device).toBe(other.device);
    }
  }
});

test("EX15: a town enrolled by its district is trusted by the city, once the roster has travelled", async () => {
  const [city, district, site] = [town.office("370300"), town.office("370303"), town.office("370303001")];
  await enrolled(city, district);
  await enrolled(district, site);
  expect(trustOf(city).officeOf("370303001")).toBeNull();
  expect(trustOf(site).root?.code).toBe("370300");
  mergeRoster(city, rosterFor(district));
  expect(trustOf(city).officeOf("370303001")).toMatchObject({ above: "370303" });
  expect(rosterFor(city)).toEqual(rosterFor(district));
});

test("the fourth level exchanges nothing itself: a village is not enrolled, by its code or by what is known of it", async () => {
  const [site, village] = [town.office("370303105"), town.office("370303001")];
  const card = await cardFrom(village);
  expect(await refusalOf(enrol(site, { ...card, code: "370303105-V01" }))).toBe("village-not-enrolled");
  expect(await refusalOf(makeWelcomeKeys(site, "370303105-V01"))).toBe("village-not-enrolled");
  expect(trustOf(site).officeOf("370303105-V01")).toBeNull();
});

test("EX15: an office that nobody has enrolled vouches for nobody; cards go to the office above", async () => {
  const [city, district, other] = [town.office("370300"), town.office("370303"), town.office("370302")];
  await enrolled(city, district);
  expect(await refusalOf(cardFrom(city).then((card) => enrol(district, card)))).toBe("card-above");
  expect(await refusalOf(cardFrom(other).then((card) => enrol(district, card)))).toBe("card-not-below");
  expect(await refusalOf(cardFrom(district).then((card) => enrol(district, card)))).toBe("card-own");
});

test("EX15: a card that was altered is refused", async () => {
  const [city, district] = [town.office("370300"), town.office("370303")];
  const card = await cardOf(district);
  const body = card.card.body.replace('"370303"', '"370304"');
  expect(body).not.toBe(card.card.body);
  expect(() => readCard({ ...card, card: { ...card.card, body } })).toThrow("card-not-one");
  expect(() => readCard({ card: "none" })).toThrow("card-not-one");
  expect(trustOf(city).root).toBeNull();
});

test("EX15: a roster that does not name this office, or names it by other keys, is refused with words", async () => {
  const [city, district, other, again] = [
    town.office("370300"),
    town.office("370303"),
    town.office("370302"),
    town.office("370303"),
  ];
  await enrolled(city, district);
  const refusal = (store: Store) => refusalOf(trust(store, rosterHere(city)));
  expect(await refusal(other)).toBe("roster-without-us");
  expect(await refusal(again)).toBe("roster-other-key");
  expect(trustOf(other).root).toBeNull();
});

test("EX15: another root is refused, and one above is followed by whoever pinned the one that it adopts", async () => {
  const [city, district, province] = [town.office("370300"), town.office("370303"), town.office("370000")];
  await enrolled(city, district);
  const roster = await enrol(province, await cardFrom(city));
  expect(seeRoster(city, roster).pinned).toBe("above");
  expect(await refusalOf(trust(city, roster))).toBe("root-above");
  expect(trustOf(city).root?.code).toBe("370300");
  await trust(city, roster, { adopt: true });
  expect(trustOf(city).root?.code).toBe("370000");
  expect(mergeRoster(district, rosterFor(city))).toMatchObject([{ code: "root-moved", params: { office: "370000" } }]);
  expect(trustOf(district).root?.code).toBe("370000");
  expect(trustOf(district).officeOf("370300")).toMatchObject({ above: "370000" });
  expect(trustOf(district).officeOf("370303")).toMatchObject({ above: "370300" });
});

test("EX15: who has another root that stands nowhere above refuses it", async () => {
  const [city, district, stranger] = [town.office("370300"), town.office("370303"), town.office("370300")];
  await enrolled(city, district);
  const roster = await enrol(stranger, await cardFrom(district));
  expect(seeRoster(district, roster).pinned).toBe("other");
  expect(await refusalOf(trust(district, roster))).toBe("root-other");
  expect(trustOf(district).root).toEqual({ code: "370300", key: ownKeys(city).office?.key });
});

test("EX15: an office that lost its keys is enrolled anew, and everyone is told", async () => {
  const [city, district, site, again] = [
    town.office("370300"),
    town.office("370303"),
    town.office("370303001"),
    town.office("370303001"),
  ];
  await enrolled(city, district);
  await enrolled(district, site);
  mergeRoster(city, rosterFor(district));
  await enrolled(district, again);
  const notices = mergeRoster(city, rosterFor(district));
  expect(notices).toMatchObject([{ code: "enrolled-anew", params: { office: "370303001" } }]);
  expect(mergeRoster(city, rosterFor(district))).toEqual([]);
  expect(trustOf(city).signerKey("370303001", again.device)).toBe(ownKeys(again).device.key);
  expect(trustOf(city).signerKey("370303001", site.device)).toBeNull();
});

test("EX21: another computer is enrolled by its desk, which keeps the office's key alone", async () => {
  const [city, desk, second] = [town.office("370300"), town.office("370303"), town.office("370303")];
  await enrolled(city, desk);
  await enrolled(desk, second);
  expect(keysState(second).officeKey).toBeNull();
  expect(ownKeys(second).office).toBeNull();
  expect(trustOf(second).deskOf("370303")?.device).toBe(desk.device);
  expect(trustOf(desk).recipientsOf(`370303/${second.device}`)).toEqual([ownKeys(second).recipient]);
  expect(trustOf(desk).recipientsOf("370303")).toEqual([ownKeys(desk).recipient]);
  const site = town.office("370303001");
  expect(await refusalOf(cardFrom(site).then((card) => enrol(second, card)))).toBe("not-the-desk");
  // Its card made anew is still good for enrolling it again.
  expect(await cardFrom(second)).toMatchObject({ device: second.device, deviceStatement: null });
});

test("the keys are there without asking where a script needs them, and are the same the next time", async () => {
  const city = town.office("370300");
  expect(keysState(city)).toEqual({ state: "none", protection: "none", recovery: false, officeKey: null });
  const keys = await ensureKeys(city);
  expect(await ensureKeys(city)).toEqual(keys);
  expect(keysState(city)).toMatchObject({ state: "ready", protection: "none", recovery: false });
});

/** EX12: whom the outbox lists, and who counts as unheard of. */
import { expect, test } from "vitest";
import type { OfficeView } from "#shared/exchange/report.ts";
import { grouped, heardOf, outboxLines } from "./outbox.ts";

const office = (code: string, more: Partial<OfficeView> = {}): OfficeView => ({
  peer: code,
  code,
  name: code,
  tier: "district",
  own: false,
  above: "370300",
  fingerprint: null,
  devices: [],
  sent: 0,
  confirmed: 0,
  due: false,
  unheardDays: null,
  lastOut: null,
  lastIn: null,
  digest: "unknown",
  digestCode: null,
  ...more,
});

const city = office("370300", { tier: "city", above: "370300" });

test("a district sees the city, its towns and its own computers, not the other districts and their towns", () => {
  const own = office("370303", { own: true });
  const town = office("370303001", { tier: "town", above: "370303" });
  const computer = office("370303", { own: true, peer: "370303/0123456789abcdef" });
  const others = [office("370302"), office("370302001", { above: "370302" })];
  const lines = outboxLines([city, own, town, computer, ...others]);
  expect(lines.map(({ peer }) => peer)).toEqual(["370300", "370303001", "370303/0123456789abcdef"]);
});

test("what is due comes first; whoever was exchanged with stays listed", () => {
  const own = { ...city, own: true };
  const lines = outboxLines([
    own,
    office("370302"),
    office("370303", { due: true }),
    office("1", { above: "2", sent: 3 }),
  ]);
  expect(lines.map(({ code }) => code)).toEqual(["370303", "370302", "1"]);
});

test("EX12: an office is unheard of from the setting's days on; one that never wrote is not late", () => {
  expect(heardOf({ unheardDays: null }, 7)).toEqual({ code: "never", days: 0, late: false });
  expect(heardOf({ unheardDays: 0 }, 7)).toEqual({ code: "today", days: 0, late: false });
  expect(heardOf({ unheardDays: 6 }, 7)).toEqual({ code: "days", days: 6, late: false });
  expect(heardOf({ unheardDays: 7 }, 7)).toEqual({ code: "days", days: 7, late: true });
});

test("EX26: 8 digits are read out in two groups", () => {
  expect(grouped("12345678")).toBe("1234 5678");
  expect(grouped("")).toBe("");
});

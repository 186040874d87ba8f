/** EX15: the roster drawn as a tree. */
import { expect, test } from "vitest";
import type { OfficeView } from "#shared/exchange/report.ts";
import { isRevocable, officeTree } from "./office-tree.ts";

const office = (code: string, above: string | null, peer = code): OfficeView => ({
  peer,
  code,
  name: code,
  tier: null,
  own: false,
  above,
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
});

test("each office stands under the one that enrolled it; own computers are no offices", () => {
  const lines = officeTree([
    office("370303001", "370303"),
    office("370303", "370300"),
    office("370300", "370300"),
    office("370302", "370300"),
    office("370303", "370300", "370303/0123456789abcdef"),
  ]);
  expect(lines.map(({ office: { code }, depth }) => [code, depth])).toEqual([
    ["370300", 0],
    ["370303", 1],
    ["370303001", 2],
    ["370302", 1],
  ]);
});

test("an office whose superior is not known, and a ring, leave nobody out", () => {
  expect(officeTree([office("1", "9")]).map(({ depth }) => depth)).toEqual([0]);
  expect(officeTree([office("1", "2"), office("2", "1")]).map(({ office: { code } }) => code)).toEqual(["1", "2"]);
});

test("EX17: an office revokes its own computers and those of offices that it enrolled", () => {
  const [own, below, other] = [office("370303", "370300"), office("370303001", "370303"), office("370302", "370300")];
  expect([own, below, other].map((each) => isRevocable(each, "370303"))).toEqual([true, true, false]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SignedStatement } from "./bundle.ts";
import type { Root } from "./roster.ts";
import { mergeStatements, type Trust, trustFrom } from "./trust.ts";

/** Signatures by arithmetic: whoever has not the secret (its number) cannot make one, and anybody can check it. */
const keyOf = (secret: number): string => `k${secret}`.padEnd(43, "_");
const checksum = (text: string): string => {
  let sum = 7;
  for (const char of text) sum = (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
};
const signed = (secret: number, body: object): SignedStatement => {
  const text = JSON.stringify(body);
  return { body: text, by: keyOf(secret), signature: checksum(`${keyOf(secret)}${text}`) };
};
const verify = ({ body, by, signature }: SignedStatement): boolean => signature === checksum(`${by}${body}`);

const at = "2026-01-05T00:00:00.000Z";
const codes = ["370000", "370300", "370303", "370302", "370303001", "370302002"] as const;
const deviceId = (no: number): string => String(no).padStart(16, "0");

const office = (by: number, code: string, key: number, above: string, counter = 1): SignedStatement =>
  signed(by, { type: "office", code, name: `Office ${code}`, key: keyOf(key), above, counter, at });
const device = (by: number, of: string, no: number, more: object = {}): SignedStatement =>
  signed(by, {
    type: "device",
    office: of,
    device: deviceId(no),
    key: keyOf(100 + no),
    recipient: `age1${no}`,
    desk: true,
    revoked: null,
    counter: 1,
    at,
    ...more,
  });
const adoption = (by: number, code: string, to: string, toKey: number): SignedStatement =>
  signed(by, { type: "adoption", code, to, toKey: keyOf(toKey), counter: 1, at });

const merged = (statements: readonly SignedStatement[]) => mergeStatements([], statements, verify);
const trusting = (root: Root | null, ...statements: SignedStatement[]): Trust => trustFrom(root, merged(statements));
const codesOf = (trust: Trust): string[] => trust.trustedOffices().map(({ code }) => code);

/** The city (1) has enrolled a district (2), which has enrolled a town (3). */
const city: Root = { code: "370300", key: keyOf(1) };
const chain = [
  office(1, "370300", 1, "370300"),
  office(1, "370303", 2, "370300"),
  office(2, "370303001", 3, "370303"),
  device(1, "370300", 1),
  device(2, "370303", 2),
  device(3, "370303001", 3),
];

describe("whom a root leads to", () => {
  test("EX15: the root signs itself, and each office is trusted by the one above that signed it", () => {
    const trust = trusting(city, ...chain);
    expect(codesOf(trust)).toEqual(["370300", "370303", "370303001"]);
    expect(trust.officeOf("370303001")).toMatchObject({ key: keyOf(3), above: "370303" });
    expect(trust.officeOf("370300")).toMatchObject({ name: "Office 370300", above: null });
    expect(trust.signerKey("370303", deviceId(2))).toBe(keyOf(102));
    expect(trust.recipientsOf("370303")).toEqual(["age12"]);
    expect(trust.recipientsOf(`370303/${deviceId(2)}`)).toEqual(["age12"]);
  });

  test("EX15: who has pinned nobody trusts nobody", () => {
    expect(codesOf(trusting(null, ...chain))).toEqual([]);
    expect(trusting(null, ...chain).recipientsOf("370303")).toEqual([]);
  });

  test("EX15: circles, chains from below and chains from elsewhere lead nowhere", () => {
    const trust = trusting(
      city,
      ...chain,
      // Two that vouch for each other.
      office(8, "370302", 9, "370302002"),
      office(9, "370302002", 8, "370302"),
      // A town for its district, a district for its neighbour, a stranger that signs itself as the city.
      office(3, "370303", 7, "370303001", 9),
      office(2, "370302", 7, "370303", 9),
      office(7, "370300", 7, "370300", 9),
      // The district in the city's name.
      office(2, "370302", 7, "370300", 9),
    );
    expect(codesOf(trust)).toEqual(["370300", "370303", "370303001"]);
    expect(trust.officeOf("370303")?.key).toBe(keyOf(2));
  });

  test("EX15: enrolled anew by the same signer, the higher counter counts, and the old key vouches for no computer", () => {
    const trust = trusting(city, ...chain, office(1, "370303", 5, "370300", 2), device(5, "370303", 6));
    expect(trust.officeOf("370303")?.key).toBe(keyOf(5));
    expect(trust.devicesOf("370303").map((known) => known.device)).toEqual([deviceId(6)]);
    expect(codesOf(trust)).not.toContain("370303001");
  });

  test("EX15: where two offices above vouch for one, the nearer one's word counts", () => {
    const trust = trusting(city, ...chain, office(1, "370303001", 6, "370300", 9));
    expect(trust.officeOf("370303001")).toMatchObject({ key: keyOf(3), above: "370303" });
  });

  test("EX15: an adoption by the root's own key moves everyone who pinned it, and no other's does", () => {
    const province = [office(20, "370000", 20, "370000"), office(20, "370300", 1, "370000")];
    expect(trusting(city, ...chain, ...province).root).toEqual(city);
    const trust = trusting(city, ...chain, ...province, adoption(1, "370300", "370000", 20));
    expect(trust.root).toEqual({ code: "370000", key: keyOf(20) });
    expect(codesOf(trust)).toEqual(["370000", "370300", "370303", "370303001"]);
    for (const forged of [
      adoption(2, "370300", "370000", 20),
      adoption(2, "370303", "370000", 20),
      adoption(1, "370300", "370303", 2),
      adoption(1, "370300", "370300", 9),
    ]) {
      expect(trusting(city, ...chain, ...province, forged).root).toEqual(city);
    }
  });
});

describe("computers", () => {
  const link = "00000000000000aa";
  const revoked = (last: object) => ({ revoked: { last, at }, counter: 2 });

  test("EX17: a revocation names the last that counts by link; of a link that is not named, none does", () => {
    const trust = trusting(city, ...chain, device(2, "370303", 2, revoked({ [link]: 7 })));
    expect([7, 8].map((number) => trust.isRevoked(deviceId(2), link, number))).toEqual([false, true]);
    expect(trust.isRevoked(deviceId(2), "00000000000000bb", 1)).toBe(true);
    expect(trust.isRevoked(deviceId(1), link, 8)).toBe(false);
    expect(trust.isRevoked(deviceId(77), link, 8)).toBe(false);
    expect(trust.recipientsOf("370303")).toEqual([]);
    expect(trust.signerKey("370303", deviceId(2))).toBe(keyOf(102));
  });

  test("EX17: an office above revokes too, one below or beside does not; of two revocations the fewer count", () => {
    const byCity = trusting(city, ...chain, device(1, "370303001", 3, revoked({ [link]: 5 })));
    expect([5, 6].map((number) => byCity.isRevoked(deviceId(3), link, number))).toEqual([false, true]);
    const byTown = trusting(city, ...chain, device(3, "370303", 2, revoked({})));
    expect(byTown.isRevoked(deviceId(2), link, 1)).toBe(false);
    const both = trusting(
      city,
      ...chain,
      device(1, "370303001", 3, revoked({ [link]: 5 })),
      device(2, "370303001", 3, revoked({ [link]: 3 })),
    );
    expect([3, 4].map((number) => both.isRevoked(deviceId(3), link, number))).toEqual([false, true]);
  });

  test("EX17: an office that claims another's computer revokes nothing of the other's", () => {
    const trust = trusting(city, ...chain, device(3, "370303001", 2, revoked({})));
    expect(trust.isRevoked(deviceId(2), link, 9)).toBe(false);
    expect(trust.isRevoked(`370303001/${deviceId(2)}`, link, 9)).toBe(true);
  });

  test("EX21: the desk is the computer that the office's latest word names", () => {
    const trust = trusting(
      city,
      ...chain,
      device(2, "370303", 2, { desk: false, counter: 2 }),
      device(2, "370303", 4, { counter: 3 }),
    );
    expect(trust.deskOf("370303")?.device).toBe(deviceId(4));
    expect(trust.recipientsOf("370303")).toEqual(["age14"]);
    expect(trust.recipientsOf(`370303/${deviceId(2)}`)).toEqual(["age12"]);
  });
});

/** Any statements of six offices and ten keys, by whomever, in whatever contradiction. */
const secret = fc.integer({ min: 1, max: 10 });
const code = fc.constantFrom(...codes);
const counter = fc.integer({ min: 1, max: 4 });
const anyStatement: fc.Arbitrary<SignedStatement> = fc.oneof(
  fc.tuple(secret, code, secret, code, counter).map((all) => office(...all)),
  fc
    .tuple(secret, code, fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean(), counter)
    .map(([by, of, no, desk, gone, count]) =>
      device(by, of, no, { desk, counter: count, revoked: gone ? { last: {}, at } : null }),
    ),
  fc.tuple(secret, code, code, secret).map((all) => adoption(...all)),
);
const anyRoot = fc.oneof(fc.constant(city), fc.record({ code, key: secret.map(keyOf) }));

/** All that can be asked, for comparing. */
const answers = (trust: Trust): unknown => ({
  root: trust.root,
  offices: trust.trustedOffices(),
  devices: codes.map((each) => [trust.devicesOf(each), trust.deskOf(each), trust.recipientsOf(each)]),
});

describe("properties", () => {
  test("EX15: the same statements lead to the same trust, in any order, in any portions, more than once", () => {
    let notable = 0;
    fc.assert(
      fc.property(
        anyRoot,
        fc
          .array(anyStatement, { maxLength: 25 })
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
              fc.integer({ min: 0, max: all.length }),
            ),
          ),
        (root, [all, other, cut]) => {
          const once = merged([...chain, ...all]);
          const inPortions = mergeStatements(mergeStatements([], other.slice(0, cut), verify), chain, verify);
          const again = mergeStatements(inPortions, [...other.slice(cut), ...other.slice(0, cut)], verify);
          expect(again).toEqual(once);
          expect(answers(trustFrom(root, again))).toEqual(answers(trustFrom(root, once)));
          expect(answers(trustFrom(root, once.toReversed()))).toEqual(answers(trustFrom(root, once)));
          if (trustFrom(root, once).trustedOffices().length > 1) notable += 1;
        },
      ),
      { numRuns: 500 },
    );
    expect(notable).toBeGreaterThan(100);
  });

  test("EX15: what was not signed by the key that it names changes nothing, whoever it claims to be from", () => {
    fc.assert(
      fc.property(
        fc.array(anyStatement, { maxLength: 15 }),
        fc.array(fc.tuple(anyStatement, secret), { minLength: 1, maxLength: 10 }),
        (honest, forged) => {
          const before = merged([...chain, ...honest]);
          // Another's name under it; a text changed under the signature; the signature of another text.
          const claims = forged.flatMap(([statement, by], at) => [
            ...(statement.by === keyOf(by) ? [] : [{ ...statement, by: keyOf(by) }]),
            { ...statement, body: statement.body.replace(/"counter":\d+/, '"counter":99') },
            { ...statement, signature: forged[at - 1]?.[0].signature ?? "" },
          ]);
          const false_ = claims.filter((claim) => !verify(claim));
          expect(mergeStatements(before, false_, verify)).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("EX15: strangers' keys, however they sign, are trusted by nobody and move nobody", () => {
    const strangers = fc.integer({ min: 11, max: 15 });
    const strange: fc.Arbitrary<SignedStatement> = fc.oneof(
      fc.tuple(strangers, code, strangers, code, counter).map((all) => office(...all)),
      fc.tuple(strangers, code, fc.integer({ min: 5, max: 8 })).map(([by, of, no]) => device(by, of, no)),
      fc.tuple(strangers, code, code, strangers).map((all) => adoption(...all)),
      fc
        .tuple(strangers, code, fc.integer({ min: 1, max: 3 }))
        .map(([by, of, no]) => device(by, of, no, { revoked: { last: {}, at } })),
    );
    fc.assert(
      fc.property(fc.array(strange, { minLength: 1, maxLength: 25 }), (statements) => {
        expect(answers(trusting(city, ...statements, ...chain))).toEqual(answers(trusting(city, ...chain)));
      }),
      { numRuns: 300 },
    );
  });
});

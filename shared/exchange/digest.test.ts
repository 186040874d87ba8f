import { hash as digestOf } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareDigests, type Digested, recordDigest, scopeDigest } from "./digest.ts";

const hash = (text: string): string => digestOf("sha256", text, "hex");

const letter = fc.constantFrom(...Array.from("0123456789abcdef"));

const facts = fc.record({
  creations: fc.uniqueArray(letter, { minLength: 1, maxLength: 2 }),
  heads: fc.uniqueArray(fc.tuple(fc.constantFrom("title", "no", "note"), fc.uniqueArray(letter, { minLength: 1 })), {
    selector: ([unit]) => unit,
  }),
  appended: fc.uniqueArray(letter),
});

const scopes = fc
  .uniqueArray(fc.tuple(fc.uuid(), facts), { maxLength: 60, selector: ([record]) => record })
  .map((all) => all.map(([record, each]): Digested => ({ record, digest: recordDigest(hash, record, each) })));

test("EX26: the same records give the same digest and the same 8 digits, in whatever order they are kept", () => {
  fc.assert(
    fc.property(scopes, (records) => {
      const theirs = scopeDigest(hash, records, null);
      expect(theirs.code).toMatch(/^\d{8}$/);
      const own = compareDigests(hash, theirs, records.toReversed());
      expect(own).toEqual({ same: true, code: theirs.code, records: [] });
    }),
  );
});

test("EX26: one record that differs, is missing or is too many is found, and named where it is here", () => {
  fc.assert(
    fc.property(
      scopes.filter(({ length }) => length > 0),
      fc.nat(),
      (records, at) => {
        const theirs = scopeDigest(hash, records, null);
        const place = at % records.length;
        const [one] = records.slice(place) as [Digested];
        const other = compareDigests(hash, theirs, records.with(place, { ...one, digest: one.digest ^ 1n }));
        expect(other.same).toBe(false);
        expect(other.records).toContain(one.record);
        expect(compareDigests(hash, theirs, records.toSpliced(place, 1)).same).toBe(false);
        const more = { record: "more", digest: 5n };
        expect(compareDigests(hash, theirs, [...records, more]).records).toContain("more");
      },
    ),
  );
});

test("EX26: a unit of merge that stands as the record was made adds nothing, whether it is listed or not", () => {
  const creations = ["c"];
  const bare = recordDigest(hash, "r", { creations, heads: [], appended: [] });
  expect(recordDigest(hash, "r", { creations, heads: [["title", ["c"]]], appended: [] })).toBe(bare);
  expect(recordDigest(hash, "r", { creations, heads: [["title", ["d"]]], appended: [] })).not.toBe(bare);
  expect(recordDigest(hash, "r", { creations, heads: [], appended: ["s#1"] })).not.toBe(bare);
});

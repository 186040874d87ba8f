import { hash as digestOf } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { BundledCommit, Entry } from "./bundle.ts";
import { chainOf } from "./chain.ts";
import { judgeAck, judgeBundle, type LinkTaken } from "./judge-incoming.ts";

const hash = (text: string): string => digestOf("sha256", text, "hex");

const entry = (name: string): Entry =>
  name.startsWith("notice")
    ? { type: "notice", notice: { kind: "enter", record: name } }
    : { type: "commit", commit: { hash: hash(name), whole: true, changes: [] } as unknown as BundledCommit };
const commitHash = (one: Entry): string | null => (one.type === "commit" ? one.commit.hash : null);

const stream = (names: readonly string[]) => {
  const entries = names.map(entry);
  const hashes = chainOf(hash, "", 1, entries);
  const before = (number: number): string => (number === 0 ? "" : (hashes[number - 1] ?? ""));
  const bundle = (from: number, to: number) => ({
    from,
    before: before(from - 1),
    after: before(to),
    hashes: hashes.slice(from - 1, to),
    commits: entries.slice(from - 1, to).map(commitHash),
  });
  const taken = (last: number, marks: readonly number[]): LinkTaken => ({
    last,
    forked: false,
    markAt: (number) => (number === 0 || marks.includes(number) ? before(number) : undefined),
    commitAt: (number) => (number <= last && number > 0 ? commitHash(entries[number - 1] as Entry) : undefined),
  });
  return { bundle, taken, before };
};

const ten = stream(["a", "b", "notice1", "c", "d", "notice2", "e", "f", "g", "h"]);

test("EX11: what is here is passed over, what follows is taken, what begins later is refused with the last number", () => {
  const link = ten.taken(4, [2, 4]);
  expect(judgeBundle(link, ten.bundle(3, 8))).toEqual({ how: "take", skip: 2, forked: false });
  expect(judgeBundle(link, ten.bundle(5, 10))).toEqual({ how: "take", skip: 0, forked: false });
  expect(judgeBundle(link, ten.bundle(1, 4))).toEqual({ how: "nothing-new", forked: false });
  expect(judgeBundle(link, ten.bundle(6, 10))).toEqual({ how: "begins-after", last: 4 });
  expect(judgeBundle(link, { ...ten.bundle(9, 8), after: ten.before(8) })).toEqual({
    how: "nothing-new",
    forked: false,
  });
});

test("EX11: taking bundles of any ranges, in any order, lost or twice, leaves every number taken once and in order", () => {
  const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 9 })), { maxLength: 30 });
  fc.assert(
    fc.property(ranges, (sent) => {
      let last = 0;
      const marks = new Set<number>();
      const taken: number[] = [];
      for (const [from, length] of sent) {
        const to = Math.min(10, from + length);
        const verdict = judgeBundle(ten.taken(last, [...marks]), ten.bundle(from, to));
        if (verdict.how !== "take") continue;
        expect(verdict.forked).toBe(false);
        for (let number = from + verdict.skip; number <= to; number += 1) taken.push(number);
        last = to;
        marks.add(to);
      }
      expect(taken).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }),
  );
});

test("EX20: a stream that differs at any number that is here is a copied machine, whatever marks were kept", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  const whole = stream(names);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.nat({ max: 5 }),
      fc.subarray([1, 2, 3, 4, 5, 6]),
      (last, at, marks) => {
        const other = stream(names.with(at, "other"));
        const link = whole.taken(
          last,
          marks.filter((mark) => mark <= last),
        );
        const verdict = judgeBundle(link, other.bundle(1, 6));
        if (verdict.how !== "take") throw new Error(verdict.how);
        expect(verdict.forked).toBe(at < last);
        expect(verdict.skip).toBe(at < last ? 0 : last);
      },
    ),
  );
});

test("EX11: a bundle whose chain does not end where it says is broken", () => {
  expect(judgeBundle(ten.taken(0, []), { ...ten.bundle(1, 3), after: ten.before(4) })).toEqual({ how: "broken" });
});

test("EX12, EX19: an acknowledgement confirms, goes back, tells of a restored peer, or of oneself put back", () => {
  const link = { last: 8, acked: 5, live: true, peerEpoch: "E", hashAt: ten.before };
  const at = (number: number) => ({ number, hash: ten.before(number) });
  expect(judgeAck(link, at(7), "E", false)).toEqual({ how: "confirmed", number: 7 });
  expect(judgeAck(link, at(5), "E", false)).toEqual({ how: "nothing" });
  expect(judgeAck(link, at(3), "E", false)).toEqual({ how: "went-back", number: 3 });
  expect(judgeAck(link, at(3), "E", true)).toEqual({ how: "nothing" });
  expect(judgeAck(link, at(9), "E", false)).toEqual({ how: "we-went-back" });
  expect(judgeAck(link, { number: 6, hash: "other" }, "E", false)).toEqual({ how: "we-went-back" });
  expect(judgeAck(link, at(7), "F", false)).toEqual({ how: "peer-restored" });
  expect(judgeAck(link, null, "F", false)).toEqual({ how: "peer-restored" });
  expect(judgeAck({ ...link, live: false }, at(9), "F", false)).toEqual({ how: "nothing" });
  expect(judgeAck(null, at(2), "E", false)).toEqual({ how: "we-went-back" });
  expect(judgeAck(null, null, "E", false)).toEqual({ how: "nothing" });
});

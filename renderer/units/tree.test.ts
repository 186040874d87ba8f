import fc from "fast-check";
import { expect, test } from "vitest";
import type { Unit } from "#shared/units/record.ts";
import { foldedBeside, movedTo, treeLines } from "./tree.ts";

const unit = (code: string, parent: string | null): Unit => ({
  code,
  name: code,
  kind: "division",
  tier: "town",
  parent,
  order: null,
  aliases: [],
  sameAs: null,
  withdrawn: false,
});

test("units stand in their official order, each below its own parent", () => {
  const units = [unit("city", null), unit("b", "city"), unit("b1", "b"), unit("a", "city"), unit("stray", "unknown")];
  const lines = treeLines(units, new Set()).map(({ unit: { code }, depth }) => `${depth} ${code}`);
  expect(lines).toEqual(["0 city", "1 b", "2 b1", "1 a", "0 stray"]);
  expect(treeLines(units, new Set(["b"])).map(({ unit: { code } }) => code)).toEqual(["city", "b", "a", "stray"]);
});

test("moving a unit keeps every sibling once, and puts it where it was moved to", () => {
  const siblings = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(siblings, fc.nat(), fc.integer({ min: -3, max: 15 }), (codes, pick, to) => {
      const code = codes[pick % codes.length] ?? "";
      const moved = movedTo(codes, code, to);
      expect([...moved].sort()).toEqual([...codes].sort());
      expect(moved.indexOf(code)).toBe(Math.max(0, Math.min(to, codes.length - 1)));
    }),
  );
});

test("at first the office's own units lie open, those of its neighbours folded", () => {
  const units = [unit("city", null), unit("b", "city"), unit("b1", "b"), unit("a", "city"), unit("a1", "a")];
  expect([...foldedBeside(units, "b")]).toEqual(["a"]);
});

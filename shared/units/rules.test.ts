import * as fc from "fast-check";
import { expect, test } from "vitest";
import { divisionOfCode, isCustomCode, isNationalCode, nextCustomCode } from "./codes.ts";
import { zibo } from "./fixtures/zibo.ts";
import { compareSiblings, officialOrder } from "./order.ts";
import { unitKinds } from "./record.ts";
import { joinsOf, resolveSameAs, wouldCircle } from "./same.ts";

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

test("units stand in official order: divisions by code, zones after districts, departments after all of them", () => {
  fc.assert(
    fc.property(shuffled(zibo), (units) => {
      const order = officialOrder(units).map(({ name }) => name);
      expect(order.filter((name) => /^(..[区县]|文昌湖区)$/.test(name))).toEqual([
        "淄川区",
        "张店区",
        "博山区",
        "周村区",
        "桓台县",
        "高新区",
        "经开区",
        "文昌湖区",
      ]);
      expect(order.indexOf("市生态环境局")).toBeGreaterThan(order.indexOf("文昌湖区"));
      expect(order.slice(order.indexOf("张店区"), order.indexOf("博山区"))).toEqual([
        "张店区",
        "车站街道",
        "和平街道",
        "科苑街道",
        "马尚街道",
        "南定镇",
        "傅家镇",
        "区生态环境分局",
        "区住房和城乡建设局",
        "区综合行政执法局",
        "区自然资源局",
        "区人力资源和社会保障局",
        "区环卫中心",
      ]);
    }),
  );
});

test("an order given by the office goes before the codes, and leaves departments apart", () => {
  const given = new Map([
    ["370303", 0],
    ["370300-Z01", 1],
    ["370302", 2],
    ["370300-D06", 0],
  ]);
  const units = zibo.map((unit) => ({ ...unit, order: given.get(unit.code) ?? null }));
  const order = officialOrder(units).map(({ name }) => name);
  const places = ["张店区", "高新区", "淄川区", "博山区", "文昌湖区", "市公安局", "市生态环境局"].map((name) =>
    order.indexOf(name),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("the order is total: no pair is equal, no circle of three, nothing is lost", () => {
  const unit = fc.record({
    code: fc.stringMatching(/^37030[0-9]$/),
    kind: fc.constantFrom(...unitKinds),
    parent: fc.option(fc.stringMatching(/^37030[0-9]$/)),
    order: fc.option(fc.integer({ min: 0, max: 3 })),
  });
  fc.assert(
    fc.property(unit, unit, unit, (a, b, c) => {
      expect(Math.sign(compareSiblings(a, b))).toBe(-Math.sign(compareSiblings(b, a)) + 0);
      const [first, second, third] = [a, b, c].sort(compareSiblings);
      if (first === undefined || second === undefined || third === undefined) throw new Error("three went in");
      expect(compareSiblings(first, third)).toBeLessThanOrEqual(0);
      expect(compareSiblings(second, third)).toBeLessThanOrEqual(0);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(unit, { selector: ({ code }) => code }), (units) => {
      expect(new Set(officialOrder(units))).toEqual(new Set(units));
      expect(officialOrder(units)).toHaveLength(units.length);
    }),
  );
});

test("EX8a: a join is followed to its end, and parted by taking it away", () => {
  const joins = new Map([
    ["b", "a"],
    ["c", "b"],
  ]);
  expect(resolveSameAs("c", joins)).toBe("a");
  expect(resolveSameAs("x", joins)).toBe("x");
  expect(wouldCircle("a", "c", joins)).toBe(true);
  expect(wouldCircle("x", "c", joins)).toBe(false);
  joins.delete("c");
  expect(resolveSameAs("c", joins)).toBe("c");
  expect(joinsOf([{ code: "a", sameAs: "a" }]).size).toBe(0);
});

test("EX8a: joins made at once in two offices, even in a circle, are read alike from every member", () => {
  const codes = ["a", "b", "c", "d", "e"];
  const joins = fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes)), { maxLength: 8 });
  fc.assert(
    fc.property(joins, (pairs) => {
      const map = joinsOf(pairs.map(([code, sameAs]) => ({ code, sameAs })));
      for (const [code, same] of map) expect(resolveSameAs(code, map)).toBe(resolveSameAs(same, map));
      for (const code of codes) expect(resolveSameAs(resolveSameAs(code, map), map)).toBe(resolveSameAs(code, map));
    }),
  );
});

test("codes of our own are free, of a form that no national code has, and name their division", () => {
  expect(nextCustomCode("370303", "department", [])).toBe("370303-D01");
  expect(nextCustomCode("370303", "department", ["370303-D01", "370303-D07", "370300-D09", "370303-Z11"])).toBe(
    "370303-D08",
  );
  expect(nextCustomCode("370300", "zone", ["370300-Z99"])).toBe("370300-Z100");
  expect(nextCustomCode("370300-Z01", "department", [])).toBe("370300-D01");
  expect(nextCustomCode("370300", "department", ["370300-D01"], "370303")).toBe("370300-D01.370303");
  fc.assert(
    fc.property(fc.constantFrom(...unitKinds), fc.integer({ min: 1, max: 30 }), (kind, count) => {
      const taken = new Set<string>();
      for (let index = 0; index < count; index += 1) {
        const code = nextCustomCode("370303", kind, taken, "370300");
        expect([taken.has(code), isCustomCode(code), isNationalCode(code), divisionOfCode(code)]).toEqual([
          false,
          true,
          false,
          "370303",
        ]);
        taken.add(code);
      }
    }),
  );
});

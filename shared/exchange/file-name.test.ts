import { expect, test } from "vitest";
import { isBundleName } from "./extension.ts";
import { exchangeFileName } from "./file-name.ts";

test("a bundle's name says from whom, to whom, when and which", () => {
  const bundle = { kind: "bundle", from: "张店区", to: "淄博市", day: "2026-11-22", number: 3 } as const;
  expect(exchangeFileName(bundle)).toBe("联动包-张店区-至-淄博市-20261122-0003.ldx");
  expect(exchangeFileName({ ...bundle, part: { no: 2, of: 3 } })).toBe("联动包-张店区-至-淄博市-20261122-0003-2_3.ldx");
  expect(exchangeFileName({ ...bundle, part: { no: 1, of: 1 } })).toBe("联动包-张店区-至-淄博市-20261122-0003.ldx");
  expect(exchangeFileName(bundle, "en")).toBe("bundle-张店区-to-淄博市-20261122-0003.ldx");
});

test("names of offices cannot lead elsewhere, nor hold what a file system refuses", () => {
  const name = exchangeFileName({ kind: "card", from: '../../a:b*c?"<>|\u0000 张店' });
  expect(name).toMatch(/^[^\\/:*?"<>|\s\p{Cc}]+\.ldx$/u);
  const long = exchangeFileName({
    kind: "bundle",
    from: "淄".repeat(300),
    to: "张".repeat(300),
    day: "2026-11-22",
    number: 12_345,
  });
  expect(long).toContain("-20261122-12345.ldx");
  expect(new TextEncoder().encode(long).length).toBeLessThan(255);
});

test("a file of ours is known by its end, whatever the case", () => {
  expect(["a.ldx", "A.LDX", "a.ldx.part", "ldx", "a.xlsx"].map(isBundleName)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

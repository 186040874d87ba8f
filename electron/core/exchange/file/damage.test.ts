import { beforeAll, expect, test } from "vitest";
import { isAppError } from "#shared/errors.ts";
import { readEnvelope, readFile, withEnvelope } from "./envelope.ts";
import { clearPart } from "./envelope.ts";
import { bundleOf, openAs, refusal, sealFor, smallEntries } from "../../testing/bundles.ts";

let whole: Uint8Array;

beforeAll(async () => {
  ({ bytes: whole } = await sealFor(bundleOf(smallEntries())));
});

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

const damage: readonly string[] = ["bundle-not-one", "bundle-too-new", "bundle-cut-off", "bundle-damaged"];

test("EX16: a bundle is refused whichever bit of it is flipped", async () => {
  expect(await refusal(openAs(whole))).toBe("accepted");
  const seen = new Set<string>();
  for (let at = 0; at < whole.length; at += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const code = await refusal(openAs(flipped(whole, at, bit)));
      seen.add(code);
      if (code === "accepted") throw new Error(`bit ${bit} of byte ${at} of ${whole.length} may be flipped`);
    }
  }
  expect(whole.length).toBeGreaterThan(1000);
  expect([...seen].filter((code) => code.startsWith("bundle-"))).toEqual([...seen]);
}, 60_000);

test("EX16: the encrypted part is refused whichever byte of it is flipped, even under an envelope made to fit", async () => {
  const { envelope, sealed } = readFile(whole);
  for (let at = 0; at < sealed.length; at += 1) {
    const fitting = withEnvelope(clearPart(envelope), "bundle", flipped(sealed, at, at % 8));
    const code = await refusal(openAs(fitting));
    if (!["bundle-damaged", "bundle-not-for-us"].includes(code)) throw new Error(`byte ${at}: ${code}`);
  }
}, 60_000);

test("EX23: a bundle is refused at every length but its own, and longer ones too", async () => {
  for (let length = 0; length < whole.length; length += 1) {
    const code = await refusal(openAs(whole.subarray(0, length)));
    if (!damage.includes(code)) throw new Error(`length ${length}: ${code}`);
  }
  for (const more of ["\0", "\n", "{}", "liandong-bundle\n"]) {
    expect(await refusal(openAs(Buffer.concat([whole, Buffer.from(more)])))).toBe("bundle-damaged");
  }
}, 60_000);

test("EX16: a file that is cut off says how much of it has arrived", () => {
  const { sealed } = readEnvelope(whole);
  try {
    readEnvelope(whole.subarray(0, whole.length - 100));
    expect.unreachable();
  } catch (error) {
    expect(isAppError(error) && error).toMatchObject({
      code: "bundle-cut-off",
      params: { have: sealed.length - 100, length: sealed.length },
    });
  }
});

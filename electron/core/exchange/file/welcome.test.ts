import { beforeAll, expect, test } from "vitest";
import { clearPart, readEnvelope, readFile, withEnvelope } from "./envelope.ts";
import { kindOfFile } from "./first-line.ts";
import { bundleOf, city, district, openAs, refusal, sealFor, smallEntries } from "../../testing/bundles.ts";
import { openWelcome, sealWelcome } from "./welcome.ts";

const head = { from: city, to: district, at: "2020-05-19T01:02:03.004Z", program: "0.1.0" };
const keys = '{"identity":"AGE-SECRET-KEY-…"}';
const code = "ABCD-EFGH-JKMN";
let welcome: Uint8Array;
let bundle: Uint8Array;

beforeAll(async () => {
  ({ bytes: bundle } = await sealFor(bundleOf(smallEntries())));
  welcome = await sealWelcome(head, { keys, bundles: [bundle, bundle] }, code, { workFactor: 1 });
});

test("EX13: a welcome is a file of its own kind that holds keys and the stream from the beginning", async () => {
  expect(kindOfFile(welcome)).toBe("welcome");
  expect(readEnvelope(welcome)).toMatchObject({ kind: "welcome", from: city, to: district });
  const opened = await openWelcome(welcome, code);
  expect(opened.keys).toBe(keys);
  expect(opened.bundles).toHaveLength(2);
  expect((await openAs(opened.bundles[1] ?? new Uint8Array())).bundle.entries).toEqual(smallEntries());
});

test("EX13: another code does not open it, and a bundle is no welcome", async () => {
  expect(await refusal(openWelcome(welcome, "ABCD-EFGH-JKMM"))).toBe("welcome-code-wrong");
  expect(await refusal(openWelcome(bundle, code))).toBe("file-is-bundle");
  expect(await refusal(openAs(welcome))).toBe("file-is-welcome");
});

test("EX16: a welcome is refused whichever byte of it is flipped, and at every length", async () => {
  for (let at = 0; at < welcome.length; at += 1) {
    const copy = Uint8Array.from(welcome);
    copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
    if ((await refusal(openWelcome(copy, code))) === "accepted") throw new Error(`byte ${at}`);
    if ((await refusal(openWelcome(welcome.subarray(0, at), code))) === "accepted") throw new Error(`length ${at}`);
  }
}, 30_000);

test("EX16: its envelope may not be changed though it fit the rest", async () => {
  const { envelope, sealed } = readFile(welcome);
  const changed = withEnvelope({ ...clearPart(envelope), to: "370302" }, "welcome", sealed);
  expect(await refusal(openWelcome(changed, code))).toBe("bundle-envelope-differs");
});

import { expect, test } from "vitest";
import { isAppError } from "#shared/errors.ts";
import { canonical } from "../../store/canonical.ts";
import { clearPart, readEnvelope, readFile, withEnvelope } from "./envelope.ts";
import { kindOfFile } from "./first-line.ts";
import {
  bundleOf,
  city,
  district,
  headFor,
  openAs,
  otherIdentity,
  publicKeyOf,
  refusal,
  sealFor,
  smallEntries,
  testSignKey,
} from "../../testing/bundles.ts";

const sealed = async (): Promise<Uint8Array> => (await sealFor(bundleOf(smallEntries()))).bytes;

test("EX16: without a key the envelope says what it is, from whom, to whom and which range", async () => {
  const bytes = await sealed();
  expect(kindOfFile(bytes)).toBe("bundle");
  expect(readEnvelope(bytes)).toMatchObject({
    kind: "bundle",
    format: 1,
    suite: "age-x25519+ed25519+sha256",
    from: district,
    to: city,
    range: { from: 1, to: 3 },
  });
});

test("EX16: an office that a bundle is not for is told for whom it is", async () => {
  const failed = await openAs(await sealed(), { identities: [otherIdentity] }).catch((error: unknown) => error);
  expect(isAppError(failed) && failed).toMatchObject({
    code: "bundle-not-for-us",
    params: { from: district, to: city },
  });
});

test("EX16: nothing of what the envelope says may be changed, though it fit the encrypted part", async () => {
  const { envelope, sealed: rest } = readFile(await sealed());
  const others = {
    from: "370302",
    to: "370301",
    device: "ffffffffffffffff",
    epoch: "f".repeat(32),
    link: "f".repeat(16),
    range: { from: 2, to: 4 },
    part: { no: 1, of: 2 },
    at: "2021-05-19T01:02:03.004Z",
    program: "9.9.9",
    reader: { format: 1, program: "9.9.9" },
    format: 2,
    more: "and more",
  };
  for (const [field, value] of Object.entries(others)) {
    const changed = withEnvelope({ ...clearPart(envelope), [field]: value }, "bundle", rest);
    expect([field, await refusal(openAs(changed, { signerKey: () => publicKeyOf(district) }))]).toEqual([
      field,
      "bundle-envelope-differs",
    ]);
  }
});

test("EX16: an envelope that is not its own canonical form is refused", async () => {
  const { envelope, sealed: rest } = readFile(await sealed());
  const spaced = Buffer.concat([Buffer.from(`liandong-bundle\n${canonical(envelope).replace(":", ": ")}\n`), rest]);
  const turned = Buffer.concat([
    Buffer.from(`liandong-bundle\n${JSON.stringify(Object.fromEntries(Object.entries(envelope).reverse()))}\n`),
    rest,
  ]);
  expect(await refusal(openAs(spaced))).toBe("bundle-damaged");
  expect(await refusal(openAs(turned))).toBe("bundle-damaged");
});

test("EX22: a bundle too new to read says which version to install, whatever else stands in it", () => {
  const future = { reader: { format: 7, program: "3.1.0" }, suite: "sm2+sm3+sm4", format: 7, sums: ["whatever"] };
  const bytes = Buffer.from(`liandong-bundle\n${canonical(future)}\n…`);
  const failed = (() => {
    try {
      return readEnvelope(bytes);
    } catch (error) {
      return error;
    }
  })();
  expect(isAppError(failed) && failed).toMatchObject({ code: "bundle-too-new", params: { version: "3.1.0" } });
});

test("EX18: a suite of algorithms that this version does not have is a newer version's", () => {
  const future = { reader: { format: 1, program: "0.9.0" }, suite: "sm2+sm3+sm4" };
  expect(() => readEnvelope(Buffer.from(`liandong-bundle\n${canonical(future)}\n`))).toThrow("bundle-too-new");
});

test("EX16: a bundle that another device signed, or one nobody vouches for, is refused", async () => {
  const forged = await sealFor(bundleOf(smallEntries()), { signKey: testSignKey("someone else") });
  expect(await refusal(openAs(forged.bytes))).toBe("bundle-signature-wrong");
  expect(await refusal(openAs(forged.bytes, { signerKey: () => null }))).toBe("bundle-sender-unknown");
});

test("EX15: who wrote it is judged with the roster in the bundle at hand", async () => {
  const roster = [{ body: "{}", by: "x", signature: "y" }];
  const { bytes } = await sealFor(bundleOf(smallEntries(), { roster }));
  const asked: unknown[] = [];
  await openAs(bytes, {
    signerKey: (head, statements) => {
      asked.push(head, statements);
      return publicKeyOf(head.from);
    },
  });
  expect(asked).toEqual([headFor(3), roster]);
});

test("EX23: a file of another kind is not taken for a bundle, and one of ours is called what it is", async () => {
  for (const text of ["", "PK\u0003\u0004", "liandong-bundlE\n{}", "联动"]) {
    expect([text, await refusal(openAs(Buffer.from(text)))]).toEqual([text, "bundle-not-one"]);
  }
  for (const kind of ["card", "roster"]) {
    expect(await refusal(openAs(Buffer.from(`liandong-${kind}\n{}\n`)))).toBe(`file-is-${kind}`);
  }
  expect(await refusal(openAs(Buffer.from("liandong-bu")))).toBe("bundle-cut-off");
});

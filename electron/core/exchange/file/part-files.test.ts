import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isAppError } from "#shared/errors.ts";
import { isPartName } from "./part-files.ts";
import { attachmentOf, bundleOf, openAs, recipientOf, refusal, sealFor, testIdentity } from "../../testing/bundles.ts";

const small = Buffer.from("一张很小的照片");
const large = randomBytes(10_000);
const bundle = bundleOf([], { attachments: [attachmentOf(small), attachmentOf(large, "走访录像.mp4")] });
const options = {
  insideLimit: 1000,
  partSize: 4096,
  attachments: async (hash: string) => (hash === attachmentOf(small).hash ? small : large),
};

const sealedHere = async () => {
  const { bytes, beside, attachments } = await sealFor(bundle, options);
  const shelf = new Map(beside.map((file) => [file.name, file.bytes]));
  return { bytes, beside, attachments, shelf, find: async (name: string) => shelf.get(name) ?? null };
};

test("EX14: small attachments travel inside, large ones in encrypted parts with random names beside it", async () => {
  const { bytes, beside, attachments, find } = await sealedHere();
  expect(beside).toHaveLength(3);
  expect(beside.every(({ name }) => isPartName(name))).toBe(true);
  expect(attachments.map(({ parts }) => parts)).toEqual(["inside", beside.map(({ name }) => name)]);
  for (const { bytes: part } of beside) {
    expect(Buffer.from(part).includes(large.subarray(0, 16))).toBe(false);
    expect(part.length).toBeLessThan(4096 + 400);
  }
  const opened = await openAs(bytes, { beside: find });
  expect(opened.bundle.attachments).toEqual(attachments);
  expect(await opened.attachment(attachmentOf(small).hash)).toEqual(small);
  expect(await opened.attachment(attachmentOf(large).hash)).toEqual(large);
  expect(await opened.attachment("0".repeat(64))).toBeNull();
});

test("EX14: a part that is missing is no error; the attachment stays wanted and the bundle opens", async () => {
  const { bytes, beside, shelf, find } = await sealedHere();
  shelf.delete(beside[1]?.name ?? "");
  const opened = await openAs(bytes, { beside: find });
  expect(await opened.attachment(attachmentOf(large).hash)).toBeNull();
  expect(await opened.attachment(attachmentOf(small).hash)).toEqual(small);
  expect(await (await openAs(bytes)).attachment(attachmentOf(large).hash)).toBeNull();
});

test("EX14: a part that is damaged or stands for another is refused by its name", async () => {
  const { bytes, beside, shelf, find } = await sealedHere();
  const [first, second] = beside;
  if (!first || !second) throw new Error("two parts are needed");
  const opened = await openAs(bytes, { beside: find });
  const read = () => opened.attachment(attachmentOf(large).hash);
  shelf.set(first.name, first.bytes.subarray(0, -5));
  const failed = await read().catch((error: unknown) => error);
  expect(isAppError(failed) && failed).toMatchObject({
    code: "attachment-part-damaged",
    params: { name: first.name },
  });
  shelf.set(first.name, second.bytes);
  shelf.set(second.name, first.bytes);
  expect(await refusal(read())).toBe("attachment-part-damaged");
  shelf.set(first.name, first.bytes);
  shelf.set(second.name, second.bytes);
  expect(await read()).toEqual(large);
});

test("EX14: parts are made one after the other from a stream, and handed on as they are made", async () => {
  const taken = new Map<string, Uint8Array>();
  async function* pieces() {
    for (let at = 0; at < large.length; at += 777) yield large.subarray(at, at + 777);
  }
  const { bytes, beside } = await sealFor(bundleOf([], { attachments: [attachmentOf(large)] }), {
    ...options,
    attachments: async () => pieces(),
    beside: async ({ name, bytes: part }) => void taken.set(name, part),
  });
  expect(beside).toEqual([]);
  expect(taken.size).toBe(3);
  const opened = await openAs(bytes, { beside: async (name) => taken.get(name) ?? null });
  expect(await opened.attachment(attachmentOf(large).hash)).toEqual(large);
});

test("EX14: an attachment inside that is not what its name says is refused when the bundle is opened", async () => {
  const named = bundleOf([], { attachments: [{ ...attachmentOf(small), hash: attachmentOf(large).hash }] });
  const { bytes } = await sealFor(named, { attachments: async () => small });
  const opened = await openAs(bytes);
  expect(await refusal(opened.attachment(attachmentOf(large).hash))).toBe("attachment-part-damaged");
});

test("EX16: every receiving device can read the bundle and its parts", async () => {
  const { generateX25519Identity } = await import("age-encryption");
  const further = await generateX25519Identity();
  const recipients = [await recipientOf(testIdentity), await recipientOf(further)];
  const { bytes, beside } = await sealFor(bundle, { ...options, recipients });
  const find = async (name: string) => beside.find((file) => file.name === name)?.bytes ?? null;
  for (const identity of [testIdentity, further]) {
    const opened = await openAs(bytes, { identities: [identity], beside: find });
    expect(await opened.attachment(attachmentOf(large).hash)).toEqual(large);
  }
});

import { expect, test } from "vitest";
import { kindOfFile } from "./first-line.ts";
import { readSmallFile, writeSmallFile } from "./small-files.ts";
import { refusal } from "../../testing/bundles.ts";

const content = { card: { body: '{"name":"张店区人大"}', by: "x", signature: "y" }, device: null };

test("EX15: cards and rosters say in their first line what they are", () => {
  for (const kind of ["card", "roster"] as const) {
    const bytes = writeSmallFile(kind, content);
    expect(kindOfFile(bytes)).toBe(kind);
    expect(readSmallFile(kind, bytes)).toEqual(content);
  }
});

test("EX23: a card is refused as a roster, cut off, damaged, deep, or written another way", async () => {
  const bytes = writeSmallFile("card", content);
  const line = (text: string) => Buffer.from(`liandong-card\n${text}\n`);
  const read = (file: Uint8Array) => refusal(() => readSmallFile("card", file));
  expect(await refusal(() => readSmallFile("roster", bytes))).toBe("file-is-card");
  expect(await read(Buffer.from("联动"))).toBe("bundle-not-one");
  for (let length = 1; length < bytes.length; length += 1) {
    expect([length, await read(bytes.subarray(0, length))]).toEqual([length, "bundle-cut-off"]);
  }
  expect(await read(line('{"b":1,"a":2}'))).toBe("bundle-damaged");
  expect(await read(line('{ "a":2}'))).toBe("bundle-damaged");
  expect(await read(line('{"__proto__":{}}'))).toBe("bundle-damaged");
  expect(await read(line("["))).toBe("bundle-damaged");
  expect(await read(line("[".repeat(100_000) + "]".repeat(100_000)))).toBe("bundle-damaged");
  expect(await read(Buffer.concat([bytes, Buffer.from("more\n")]))).toBe("bundle-damaged");
});

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../store/testing.ts";
import { refusalOf } from "../testing/client.ts";
import { attachmentPath, keepFile, mostMegabytes } from "./files.ts";

let data: ReturnType<typeof temporaryFolder>;
let outside: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  data = temporaryFolder();
  outside = temporaryFolder();
});
afterEach(() => {
  data.remove();
  outside.remove();
});

const file = (name: string, content: Buffer | string): string => {
  const path = `${outside.path}/${name}`;
  writeFileSync(path, content);
  return path;
};
const incoming = () => readdirSync(`${data.path}/attachments/incoming`);

test("a file is kept byte for byte under its SHA-256, whatever its type and name, and the original is left alone", async () => {
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) % 256));
  const path = file("..照片 (1).JPG", content);
  const kept = await keepFile(data.path, path);
  const hash = createHash("sha256").update(content).digest("hex");
  expect(kept).toEqual({ hash, name: "..照片 (1).JPG", size: 300_000, mime: "image/jpeg" });
  const target = `${data.path}/attachments/${hash.slice(0, 2)}/${hash}`;
  expect(attachmentPath(data.path, hash)).toBe(target);
  expect(readFileSync(target).equals(content)).toBe(true);
  expect(existsSync(path)).toBe(true);
  expect(incoming()).toEqual([]);
});

test("the same content is kept once, under whatever names and however often at the same time", async () => {
  const paths = ["a.txt", "b.bin", "c"].map((name) => file(name, "same"));
  const kept = await Promise.all([...paths, ...paths].map((path) => keepFile(data.path, path)));
  expect(new Set(kept.map(({ hash }) => hash)).size).toBe(1);
  expect(readdirSync(`${data.path}/attachments`).filter((name) => name !== "incoming")).toHaveLength(1);
  expect(incoming()).toEqual([]);
});

test("a vanished, empty or too large file and a folder are refused by name, and leave nothing behind", async () => {
  const large = file("录像.mp4", "x");
  truncateSync(large, mostMegabytes * 1024 * 1024 + 1);
  mkdirSync(`${outside.path}/文件夹`);
  const refusals = [`${outside.path}/gone.jpg`, file("empty.pdf", ""), large, `${outside.path}/文件夹`].map((path) =>
    refusalOf(keepFile(data.path, path)),
  );
  expect(await Promise.all(refusals)).toEqual([
    "evidence-gone",
    "evidence-empty",
    "evidence-too-large",
    "evidence-not-readable",
  ]);
  expect(existsSync(`${data.path}/attachments`)).toBe(false);
});

test("a hash that is none is never made a path", () => {
  for (const hash of ["", "../../secret", "A".repeat(64), "a".repeat(63)]) {
    expect(() => attachmentPath(data.path, hash)).toThrow("attachment-missing");
  }
});

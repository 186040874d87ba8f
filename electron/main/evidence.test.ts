import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyForViewer, evidencePath, forgetCopies, readEvidence } from "./evidence.ts";

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "liandong-evidence-"));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const store = async (content: Buffer): Promise<string> => {
  const hash = createHash("sha256").update(content).digest("hex");
  const path = join(data, "attachments", hash.slice(0, 2), hash);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return hash;
};

describe("evidence by hash: pictures and PDF alone", () => {
  it.each([
    ["image/png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ["image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["image/webp", Buffer.from("RIFF0000WEBPVP8 ")],
    ["application/pdf", Buffer.from("%PDF-1.7\n")],
  ])("shows %s by its first bytes", async (type, content) => {
    expect(await readEvidence(data, await store(content))).toMatchObject({ type });
  });

  it.each([
    ["a page", "<!doctype html><script>1</script>"],
    ["a drawing that can hold scripts", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["a program", "MZ\u0000"],
    ["nothing", ""],
  ])("does not show %s", async (_what, content) => {
    expect(await readEvidence(data, await store(Buffer.from(content)))).toBe("not shown");
  });

  it("knows no other names than hashes", async () => {
    expect(evidencePath(data, "../../liandong.sqlite")).toBeUndefined();
    expect(evidencePath(data, "A".repeat(64))).toBeUndefined();
    expect(await readEvidence(data, "0".repeat(64))).toBe("unknown");
  });
});

it("a copy for the system's viewer bears its true extension and is gone at the next start", async () => {
  const hash = "ab".repeat(32);
  const png = { content: Buffer.from("89504e470d0a1a0a", "hex"), type: "image/png", extension: ".png" };
  const copy = await copyForViewer(data, hash, png);
  expect(extname(copy)).toBe(".png");
  expect(await readFile(copy)).toEqual(png.content);
  await forgetCopies(data);
  await expect(readFile(copy)).rejects.toThrow("ENOENT");
  await forgetCopies(data);
});

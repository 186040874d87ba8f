import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refusal } from "../../testing/bundles.ts";
import { writeFileSafely } from "./write-safely.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liandong-write-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("EX27: an older file of exchange is replaced, another file that bears the name is left alone", async () => {
  const path = join(folder, "a.ldx");
  writeFileSync(path, "precious");
  expect(await refusal(writeFileSafely(path, Buffer.from("liandong-bundle\nnew")))).toBe("exchange-target-other");
  expect(readFileSync(path, "utf8")).toBe("precious");
  expect(readdirSync(folder)).toEqual(["a.ldx"]);
  writeFileSync(path, "liandong-bundle\nold");
  await writeFileSafely(path, Buffer.from("liandong-bundle\nnew"));
  expect(readFileSync(path, "utf8")).toBe("liandong-bundle\nnew");
});

/** Runs `work` with a small file system mounted at the folder; false where this user may not mount one. */
const onSmallDisk = async (options: string, work: () => Promise<void>): Promise<boolean> => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return false;
  }
  try {
    await work();
  } finally {
    execFileSync("umount", [folder], { stdio: "ignore" });
  }
  return true;
};

const notHere = "no small file system can be mounted here; this is seen where tests run as root on Linux";

test("EX27: a file is there whole under its name, and nothing else is", async () => {
  const path = join(folder, "一个包.ldx");
  await writeFileSafely(path, Buffer.from("liandong-bundle\nfirst"));
  await writeFileSafely(path, Buffer.from("liandong-bundle\nsecond"));
  expect(readFileSync(path, "utf8")).toBe("liandong-bundle\nsecond");
  expect(readdirSync(folder)).toEqual(["一个包.ldx"]);
});

test("EX27: a full target leaves no half file, and the file that was there stays", async (context) => {
  const mounted = await onSmallDisk("size=256k", async () => {
    const path = join(folder, "a.ldx");
    expect(await refusal(writeFileSafely(path, Buffer.alloc(1024 * 1024)))).toBe("disk-full");
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path, "liandong-bundle\nbefore");
    expect(await refusal(writeFileSafely(path, Buffer.alloc(1024 * 1024)))).toBe("disk-full");
    expect(readdirSync(folder)).toEqual(["a.ldx"]);
    expect(readFileSync(path, "utf8")).toBe("liandong-bundle\nbefore");
    await writeFileSafely(path, Buffer.alloc(1024));
  });
  if (!mounted) context.skip(notHere);
});

test("EX27: a write-protected target is refused and left as it is", async (context) => {
  const mounted = await onSmallDisk("size=256k,ro", async () => {
    expect(await refusal(writeFileSafely(join(folder, "a.ldx"), Buffer.from("x")))).toBe("exchange-target");
    expect(readdirSync(folder)).toEqual([]);
  });
  if (!mounted) context.skip(notHere);
});

test("EX27: a target that is not there, is no folder, or bears a folder's name is refused", async () => {
  writeFileSync(join(folder, "file"), "x");
  const bytes = Buffer.from("x");
  for (const path of [join(folder, "gone", "a.ldx"), join(folder, "file", "a.ldx")]) {
    expect(await refusal(writeFileSafely(path, bytes))).toBe("exchange-target");
  }
  const named = mkdtempSync(join(folder, "named-"));
  writeFileSync(join(named, "inside"), "x");
  expect(await refusal(writeFileSafely(named, bytes))).toBe("exchange-target");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

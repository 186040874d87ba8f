import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../store/testing.ts";
import { refusalOf } from "../../testing/client.ts";
import { beginningOutside, readOutside } from "./read-outside.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());
const at = (name: string): string => `${folder.path}/${name}`;

test.skipIf(process.platform === "win32")(
  "EX25: a pipe, a device or a folder under a bundle's name is no file, and is not waited for",
  async () => {
    execFileSync("mkfifo", [at("pipe.ldx")]);
    symlinkSync("/dev/zero", at("device.ldx"));
    mkdirSync(at("folder.ldx"));
    for (const name of ["pipe.ldx", "device.ldx", "folder.ldx", "none.ldx"]) {
      expect(await refusalOf(readOutside(at(name)))).toBe("file-missing");
      expect(beginningOutside(at(name), 10)).toBeNull();
    }
  },
);

test("EX23: a file larger than any bundle is refused before it is read", async () => {
  writeFileSync(at("large.ldx"), "liandong-bundle\n");
  truncateSync(at("large.ldx"), 64 * 1024 ** 3);
  expect(await refusalOf(readOutside(at("large.ldx")))).toBe("bundle-too-large");
  expect(beginningOutside(at("large.ldx"), 8)?.toString()).toBe("liandong");
});

import { createCipheriv, createDecipheriv } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealedKey, type Sealer } from "./sealed-key.ts";

/** A store as the systems have them: what one user sealed, another cannot open. */
const storeOf = (user: number, isAvailable = true): Sealer => {
  const key = Buffer.alloc(32, user);
  const nonce = Buffer.alloc(12);
  return {
    isAvailable: () => isAvailable,
    seal: (text) => {
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed) => {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
    },
  };
};

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liandong-"));
  file = join(folder, "os-key.sealed");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("EX18a: the key is made once, and lies sealed by the operating system's store", () => {
  const key = sealedKey(file, storeOf(1));
  expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(sealedKey(file, storeOf(1))).toBe(key);
  expect(readFileSync(file).includes(key ?? "")).toBe(false);
});

test("EX18a: where there is no store, or it fails, there is no key, and nothing is written", () => {
  expect(sealedKey(file, storeOf(1, false))).toBeNull();
  const failing = (): never => {
    throw new Error("the keyring is locked");
  };
  expect(sealedKey(file, { isAvailable: () => true, seal: failing, open: failing })).toBeNull();
  expect(sealedKey(join(folder, "none", "key"), storeOf(1))).toBeNull();
  expect(existsSync(file)).toBe(false);
});

test("EX18a: what another user sealed is put aside, and a new key is made", () => {
  const first = sealedKey(file, storeOf(1));
  const second = sealedKey(file, storeOf(2));
  expect(second).not.toBe(first);
  expect(sealedKey(`${file}.unreadable`, storeOf(1))).toBe(first);
  writeFileSync(file, "damaged");
  expect(sealedKey(file, storeOf(2))).not.toBe(second);
});

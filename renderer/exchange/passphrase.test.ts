/** EX18a: a passphrase is entered twice, and may be left out only when keys are made. */
import { expect, test } from "vitest";
import { passphraseTrouble } from "./passphrase.ts";

test("EX18a: too short, different, or right", () => {
  expect(passphraseTrouble("", "", true)).toBeUndefined();
  expect(passphraseTrouble("", "", false)).toBe("passphraseShort");
  expect(passphraseTrouble("七个字的口令呀", "七个字的口令呀", true)).toBe("passphraseShort");
  expect(passphraseTrouble("八个字的口令可以", "八个字的口令不行", true)).toBe("passphraseDiffers");
  expect(passphraseTrouble("八个字的口令可以", "八个字的口令可以", false)).toBeUndefined();
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hashPart, readReceiptCode, writeReceiptCode } from "./receipt-code.ts";

const hashes = fc
  .array(fc.constantFrom(...Array.from("0123456789abcdef")), { minLength: 64, maxLength: 64 })
  .map((all) => all.join(""));
const numbers = fc.integer({ min: 0, max: 1_000_000 });

test("EX12: a receipt code says number and part of the hash, however it is typed", () => {
  fc.assert(
    fc.property(numbers, hashes, (number, hash) => {
      const code = writeReceiptCode(number, hash);
      expect(code).toMatch(/^\d+-\d{5}-\d$/);
      const said = { number, part: hashPart(hash) };
      for (const typed of [code, code.replaceAll("-", ""), ` ${code.replaceAll("-", " – ")} `]) {
        expect(readReceiptCode(typed)).toEqual(said);
      }
      const wide = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      expect(readReceiptCode(wide)).toEqual(said);
    }),
  );
});

test("EX12: one wrong digit, or two neighbours swapped, is always noticed", () => {
  fc.assert(
    fc.property(numbers, hashes, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, hash, at, more) => {
      const digits = Array.from(writeReceiptCode(number, hash).replaceAll("-", ""));
      const place = at % digits.length;
      const wrong = digits.with(place, String((Number(digits[place]) + more) % 10));
      expect(readReceiptCode(wrong.join(""))).toBeNull();
      const [one = "", other = ""] = digits.slice(place);
      if (other !== "" && one !== other) {
        expect(
          readReceiptCode(
            digits
              .with(place, other)
              .with(place + 1, one)
              .join(""),
          ),
        ).toBeNull();
      }
    }),
  );
});

test("EX12: what is no code is none", () => {
  for (const text of ["", "1", "abc", "12345678901234567890123456", "１２"]) expect(readReceiptCode(text)).toBeNull();
});

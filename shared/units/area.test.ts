import { expect, test } from "vitest";
import { isAbove, isWithin } from "./area.ts";

test("a province, a city, a district and a town stand above what lies in them, and none above itself", () => {
  expect(isAbove("370000", "370300")).toBe(true);
  expect(isAbove("370300", "370303")).toBe(true);
  expect(isAbove("370300", "370303001")).toBe(true);
  expect(isAbove("370303", "370303001")).toBe(true);
  expect(isAbove("370303", "370303")).toBe(false);
  expect(isAbove("370303", "370300")).toBe(false);
  expect(isAbove("370303", "370302001")).toBe(false);
  expect(isAbove("370310", "370300")).toBe(false);
});

test("a code of our own lies where its division does", () => {
  expect(isWithin("370303-D01", "370300")).toBe(true);
  expect(isWithin("370300-D01.370303", "370303")).toBe(false);
  expect(isWithin("370303", "370303")).toBe(true);
  expect(isWithin("nonsense", "370300")).toBe(false);
});

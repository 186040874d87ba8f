import { expect, test } from "vitest";
import { pagesOf, pagesRound } from "./pages.ts";

test("only the pages in sight are asked for", () => {
  expect(pagesOf(0, 20)).toEqual([0]);
  expect(pagesOf(190, 210)).toEqual([0, 1]);
  expect(pagesOf(400, 400)).toEqual([2]);
});

test("the next problem is looked for to the end and round again to where one stands", () => {
  expect(pagesRound(250, 500)).toEqual([1, 2, 0, 1]);
  expect(pagesRound(0, 10)).toEqual([0, 0]);
  expect(pagesRound(0, 0)).toEqual([0]);
});

import { expect, test } from "vitest";
import { nextSort } from "./sort.ts";

test("a click sorts ascending, then descending, then gives the list its own order again", () => {
  const first = nextSort([], "due", false);
  const second = nextSort(first, "due", false);
  expect(first).toEqual([{ field: "due", dir: "asc" }]);
  expect(second).toEqual([{ field: "due", dir: "desc" }]);
  expect(nextSort(second, "due", false)).toEqual([]);
});

test("a click on another head sorts by it alone, Shift+click sorts further", () => {
  const sort = nextSort([], "due", false);
  expect(nextSort(sort, "no", false)).toEqual([{ field: "no", dir: "asc" }]);
  const both = nextSort(sort, "no", true);
  expect(both).toEqual([
    { field: "due", dir: "asc" },
    { field: "no", dir: "asc" },
  ]);
  expect(nextSort(both, "due", true)).toEqual([
    { field: "due", dir: "desc" },
    { field: "no", dir: "asc" },
  ]);
});

import { expect, test } from "vitest";
import { namesIn } from "./village-names.ts";

test("names of villages are one in each line, or parted as lists part them, each once", () => {
  expect(namesIn("积家村\n沈家社区\r\n积家村\n\n 胡家村、王家村 ")).toEqual(["积家村", "沈家社区", "胡家村", "王家村"]);
  expect(namesIn(" \n")).toEqual([]);
});

import { afterEach, expect, test } from "vitest";
import { dayHere } from "./day-here.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

test("before eight in the morning it is today in China, though UTC still counts yesterday", () => {
  process.env["TZ"] = "Asia/Shanghai";
  expect(dayHere(new Date("2020-05-19T07:59:00+08:00"))).toBe("2020-05-19");
  expect(dayHere(new Date("2020-05-19T23:59:00+08:00"))).toBe("2020-05-19");
});

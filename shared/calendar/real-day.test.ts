import { expect, test } from "vitest";
import { isRealDay, realDay } from "./real-day.ts";

test("a day is real when the calendar has it; what it has not is refused by name", () => {
  expect(["2020-02-29", "2020-12-31"].filter(isRealDay)).toEqual(["2020-02-29", "2020-12-31"]);
  expect(["2019-02-29", "2020-02-31", "2020-13-01", "2020-00-10", "2020-04-00"].filter(isRealDay)).toEqual([]);
  expect(realDay("2020-02-29")).toBe("2020-02-29");
  expect(() => realDay("2020-02-31")).toThrow(
    expect.objectContaining({ code: "day-unreal", params: { day: "2020-02-31" } }),
  );
});

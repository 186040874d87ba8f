import { describe, expect, it } from "vitest";
import { addWorkdays, isWorkday, lastTableYear } from "./workdays.ts";

describe("Working days", () => {
  it("weekends, holidays and the weekends worked instead", () => {
    expect(isWorkday("2020-04-23").works).toBe(true);
    expect(isWorkday("2020-04-25").works).toBe(false);
    expect(isWorkday("2020-04-26").works).toBe(true);
    expect(isWorkday("2020-05-01").works).toBe(false);
  });

  it("the day of receipt is not counted: 7 working days over the first of May", () => {
    expect(addWorkdays("2020-04-24", 1)).toEqual({ date: "2020-04-26", beyondTable: false });
    expect(addWorkdays("2020-04-24", 7)).toEqual({ date: "2020-05-07", beyondTable: false });
  });

  it("says so when a date is beyond its table", () => {
    expect(lastTableYear()).toBeGreaterThanOrEqual(2026);
    expect(addWorkdays("2049-01-04", 5)).toEqual({ date: "2049-01-11", beyondTable: true });
    expect(isWorkday("2049-10-01")).toEqual({ works: true, beyondTable: true });
  });

  it("lets the yearly table be imported", () => {
    const table = { "2049": { holidays: ["2049-10-01"], workdays: ["2049-10-02"] } };
    expect(lastTableYear(table)).toBe(2049);
    expect(isWorkday("2049-10-01", table)).toEqual({ works: false, beyondTable: false });
    expect(isWorkday("2049-10-02", table)).toEqual({ works: true, beyondTable: false });
    expect(addWorkdays("2049-09-30", 1, table)).toEqual({ date: "2049-10-02", beyondTable: false });
  });

  it("an imported year replaces what was known of it", () => {
    const table = { "2020": { holidays: [], workdays: [] } };
    expect(isWorkday("2020-05-01", table).works).toBe(true);
    expect(isWorkday("2020-04-26", table).works).toBe(false);
    expect(isWorkday("2021-05-03", table).works).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { daysBetween, standingOf } from "./standing.ts";

const open = { due: "2020-09-30", doneOn: null, closedOn: null, state: "in-progress" } as const;

describe("'Overdue is derived, never stored'", () => {
  it("counts the last day as in time", () => {
    expect(standingOf(open, "2020-09-29")).toEqual({ is: "left", days: 1 });
    expect(standingOf(open, "2020-09-30")).toEqual({ is: "today" });
    expect(standingOf(open, "2020-10-01")).toEqual({ is: "over", days: 1 });
  });

  it("shows what was reported in time but is not yet verified as such, however long verification takes", () => {
    const reported = { ...open, state: "awaiting", doneOn: "2020-09-30" } as const;
    expect(standingOf(reported, "2020-12-31")).toEqual({ is: "doneInTime", on: "2020-09-30" });
  });

  it("says by how many days a late report was late", () => {
    const late = { ...open, state: "closed", doneOn: "2020-10-03", closedOn: "2020-10-09" } as const;
    expect(standingOf(late, "2020-12-31")).toEqual({ is: "doneLate", on: "2020-10-03", days: 3 });
  });

  it("judges an issue that failed verification by its limit again", () => {
    expect(standingOf({ ...open, doneOn: "2020-09-01" }, "2020-10-02")).toEqual({ is: "over", days: 2 });
  });

  it("has no standing without a date, nor when withdrawn", () => {
    expect(standingOf({ ...open, due: null }, "2020-10-01")).toEqual({ is: "none" });
    expect(standingOf({ ...open, state: "withdrawn" }, "2020-10-01")).toEqual({ is: "none" });
  });

  it("counts days across a change of year and a leap day", () => {
    expect(daysBetween("2019-12-31", "2020-03-01")).toBe(61);
  });
});

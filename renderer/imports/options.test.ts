import { describe, expect, test } from "vitest";
import { headerAfterClick, withHeader, withMeaning, withSheet } from "./options.ts";

const column = (index: number, meaning: string) => ({ index, name: `c${index}`, meaning, samples: [] });

describe("reading options", () => {
  test("another sheet drops the header and mapping made for the first, and keeps the year", () => {
    const options = { year: 2020, sheet: "甲", headerRows: { from: 3, to: 4 }, mapping: { "0": "no" } };
    expect(withSheet(options, "乙")).toEqual({ year: 2020, sheet: "乙" });
  });

  test("another header drops the mapping", () => {
    const options = { year: 2020, sheet: "甲", mapping: { "0": "no" } };
    expect(withHeader(options, { from: 2, to: 2 })).toEqual({
      year: 2020,
      sheet: "甲",
      headerRows: { from: 2, to: 2 },
    });
  });

  test("a meaning has one column: the one that had it is kept under its own name", () => {
    const columns = [column(0, "no"), column(1, "title"), column(2, "extra")];
    expect(withMeaning({}, columns, 2, "title").mapping).toEqual({ "0": "no", "1": "extra", "2": "title" });
  });

  test("columns kept under their own names may be many", () => {
    const columns = [column(0, "no"), column(1, "extra")];
    expect(withMeaning({}, columns, 0, "extra").mapping).toEqual({ "0": "extra", "1": "extra" });
  });

  test("a click makes a line the header, Shift stretches it to at most three lines", () => {
    expect(headerAfterClick({ from: 3, to: 3 }, 5, false)).toEqual({ from: 5, to: 5 });
    expect(headerAfterClick({ from: 3, to: 3 }, 4, true)).toEqual({ from: 3, to: 4 });
    expect(headerAfterClick({ from: 3, to: 3 }, 9, true)).toEqual({ from: 7, to: 9 });
    expect(headerAfterClick({ from: 5, to: 5 }, 4, true)).toEqual({ from: 4, to: 5 });
    expect(headerAfterClick({ from: 5, to: 7 }, 6, true)).toEqual({ from: 5, to: 6 });
  });
});

import { describe, expect, it } from "vitest";
import { changesOf, emptyIssue, entryOf } from "./issue-values.ts";

const issue = {
  ...emptyIssue,
  title: "沿河垃圾",
  no: "7",
  place: "范阳河",
  units: ["370303-D01"],
  phone: "13800005678",
};

describe("what goes to core from the form", () => {
  it("is, of a changed issue, only what was changed", () => {
    expect(changesOf(issue, issue)).toEqual({});
    expect(changesOf(issue, { ...issue, limit: "10月底前", units: [] })).toEqual({ limit: "10月底前", units: [] });
    expect(changesOf(issue, { ...issue, no: "" })).toEqual({ no: "" });
    expect(changesOf(issue, { ...issue, type: "immediate" })).toEqual({ type: "immediate" });
  });

  it("leaves the number of a new issue to core unless one was given", () => {
    expect(entryOf({ ...issue, no: " " })).not.toHaveProperty("no");
    expect(entryOf(issue)).toMatchObject({ no: "7", type: null });
  });
});

import { describe, expect, it } from "vitest";
import { issueChangesSchema, issueEntrySchema } from "./view.ts";

describe("what of an issue is changed", () => {
  it("leaves a field alone that nobody mentioned", () => {
    expect(issueChangesSchema.parse({ place: "范阳河" })).toEqual({ place: "范阳河" });
  });

  it("has every field that can be entered", () => {
    expect(Object.keys(issueChangesSchema.shape).toSorted()).toEqual(Object.keys(issueEntrySchema.shape).toSorted());
  });

  it("clears what is said to be empty", () => {
    expect(issueChangesSchema.parse({ leader: "", type: null, units: [] })).toEqual({
      leader: "",
      type: null,
      units: [],
    });
  });
});

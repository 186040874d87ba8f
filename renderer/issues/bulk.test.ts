import { describe, expect, it } from "vitest";
import { bulkChanges } from "./bulk.ts";
import { emptyIssue } from "./issue-values.ts";

describe("'Bulk change'", () => {
  it("changes what is ticked and nothing else", () => {
    const values = { ...emptyIssue, limit: "10月底前", leader: "王某" };
    expect(bulkChanges(["limit"], values)).toEqual({ limit: "10月底前" });
  });

  it("clears a field that is ticked and left empty", () => {
    expect(bulkChanges(["leader", "type", "units"], emptyIssue)).toEqual({ leader: "", type: null, units: [] });
  });
});

import { describe, expect, it } from "vitest";
import type { IssueDetail } from "#shared/issues/view.ts";
import { roundsOf } from "./rounds.ts";

const step = (id: string, round: number, name: IssueDetail["steps"][number]["data"]["step"]) => ({
  id,
  round,
  version: `${"0".repeat(32)}:1`,
  at: "2020-05-19T08:00:00+08:00",
  office: "370303",
  onBehalfOf: null,
  proposed: false,
  own: true,
  retracted: false,
  data: { step: name, unit: null, on: "2020-05-19" },
});

describe("'reopen opens round 2; round 1 stays as it was'", () => {
  it("puts the latest round first, and its latest step first", () => {
    const rounds = roundsOf({
      round: 2,
      state: "in-progress",
      steps: [
        step("a", 1, "hand-over"),
        step("b", 1, "verify-passed"),
        step("c", 2, "reopen"),
        step("d", 2, "progress"),
      ],
      files: [],
    });
    expect(rounds.map((each) => [each.round, each.steps.map((one) => one.id)])).toEqual([
      [2, ["d", "c"]],
      [1, ["b", "a"]],
    ]);
  });

  it("freezes the round that was closed and leaves the current one open", () => {
    const open = roundsOf({ round: 2, state: "in-progress", steps: [step("a", 1, "verify-passed")], files: [] });
    expect(open.map((each) => each.frozen)).toEqual([false, true]);
    const closed = roundsOf({ round: 1, state: "closed", steps: [step("a", 1, "verify-passed")], files: [] });
    expect(closed.map((each) => each.frozen)).toEqual([true]);
  });

  it("shows a first round before any step was taken", () => {
    expect(roundsOf({ round: 1, state: "registered", steps: [], files: [] })).toEqual([
      { round: 1, frozen: false, steps: [], files: [] },
    ]);
  });
});

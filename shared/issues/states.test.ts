import fc from "fast-check";
import { expect, test } from "vitest";
import { type IssueState, issueStates, type IssueStep, issueSteps, issueTypes } from "./record.ts";
import { hasEvidence, issueStanding } from "./standing.ts";
import { allowedSteps, isAllowed, issueRules, stepTo } from "./states.ts";

const on = "2020-05-19";
const clock = { today: on, immediateWorkdays: 3, addWorkdays: (day: string) => day };
const facts = { limit: { text: "", kind: "unknown" as const }, type: null, registeredOn: on, withdrawn: false };
const step = (name: IssueStep["step"], more: Partial<IssueStep> = {}): IssueStep => ({
  step: name,
  unit: null,
  on,
  ...more,
});
const standing = (steps: readonly IssueStep[], type: (typeof issueTypes)[number] | null = null) =>
  issueStanding({ ...facts, type }, steps, clock);

/** The table of domain.md 'Rectification states', written out once more as the model. */
const table: [IssueStep["step"], IssueState[], IssueState, string][] = [
  ["hand-over", ["registered"], "handed-over", "registrar"],
  ["receive", ["handed-over"], "in-progress", "responsible"],
  ["return", ["handed-over"], "registered", "responsible"],
  ["measures", ["handed-over", "in-progress"], "in-progress", "responsible"],
  ["progress", ["handed-over", "in-progress"], "in-progress", "responsible"],
  ["report-done", ["handed-over", "in-progress"], "awaiting", "responsible"],
  ["verify-passed", ["awaiting"], "closed", "verifier"],
  ["verify-failed", ["awaiting"], "in-progress", "verifier"],
  ["close-at-once", ["registered", "handed-over", "in-progress"], "closed", "verifier"],
  ["reopen", ["closed"], "in-progress", "verifier"],
  ["withdraw", ["registered", "handed-over", "in-progress", "awaiting"], "withdrawn", "registrar"],
];

/** A way to each state, for an issue that may be closed at once. */
const waysTo: Record<IssueState, IssueStep[]> = {
  registered: [],
  "handed-over": [step("hand-over")],
  "in-progress": [step("hand-over"), step("receive")],
  awaiting: [step("hand-over"), step("report-done")],
  closed: [step("close-at-once")],
  withdrawn: [step("withdraw")],
};

test.each(table)("Rectification states: %s leads from %j to %s, by the %s", (name, from, to, by) => {
  expect(issueRules[name].by).toBe(by);
  for (const state of issueStates) {
    const before = waysTo[state];
    expect(standing(before, "immediate").state).toBe(state);
    const after = standing([...before, step(name)], "immediate").state;
    expect([state, after]).toEqual([state, from.includes(state) ? to : state]);
  }
});

test("立行立改 only: an issue of another type, or of none, is not closed at once", () => {
  for (const type of [...issueTypes, null]) {
    const state = standing([step("close-at-once")], type).state;
    expect([type, state]).toEqual([type, type === "immediate" ? "closed" : "registered"]);
  }
});

test("a return hands the issue back to the registering office, and it can be handed over again", () => {
  expect(standing([step("hand-over"), step("return"), step("hand-over"), step("receive")]).state).toBe("in-progress");
});

test("an issue taken over from an existing ledger stands as it stood there, its word kept until it moves on", () => {
  const adopted = step("adopt", { state: "awaiting", stateText: "待销号", text: "已整改" });
  expect(standing([adopted])).toMatchObject({
    state: "awaiting",
    stateText: "待销号",
    progress: "已整改",
    doneOn: null,
  });
  expect(standing([adopted, step("verify-failed")])).toMatchObject({ state: "in-progress", stateText: "" });
  expect(standing([step("hand-over"), adopted]).state).toBe("handed-over");
  const closed = step("adopt", { state: "closed", closedOn: "2019-12-01" });
  expect(standing([closed])).toMatchObject({ state: "closed", closedOn: "2019-12-01" });
});

test("working days count from the day of receipt: the first sign that the issue reached the responsible unit", () => {
  const limit = { text: "立行立改", kind: "immediate" as const };
  const from = (steps: IssueStep[]) =>
    issueStanding({ ...facts, limit }, steps, { ...clock, addWorkdays: (day, days) => `${day}+${days}` }).due;
  expect(from([step("hand-over")])).toBeNull();
  expect(from([step("hand-over"), step("receive", { on: "2020-05-20" })])).toBe("2020-05-20+3");
  expect(from([step("hand-over"), step("progress", { on: "2020-05-21" })])).toBe("2020-05-21+3");
  expect(from([step("hand-over"), step("receive"), step("return")])).toBe("2020-05-19+3");
  expect(from([step("adopt", { state: "in-progress" })])).toBe("2020-05-19+3");
  expect(from([step("adopt", { state: "closed" })])).toBeNull();
});

test("whoever names the state that they want is told the step that leads there", () => {
  for (const state of issueStates) {
    const moment = { state, type: "immediate" as const, begun: true };
    for (const wanted of issueStates) {
      const name = stepTo(moment, wanted);
      if (name === null) continue;
      expect(isAllowed(moment, name)).toBe(true);
      expect(standing([...waysTo[state], step(name)], "immediate").state).toBe(wanted);
    }
  }
  expect(stepTo({ state: "closed", type: null, begun: true }, "withdrawn")).toBeNull();
});

const file = fc.nat(9).map((n) => ({ hash: String(n).repeat(64), name: `${n}.jpg`, size: 1, mime: "image/jpeg" }));
const mainSteps = ["hand-over", "report-done", "verify-passed", "close-at-once", "reopen"] as const;
const anyName = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...issueSteps) },
  { weight: 9, arbitrary: fc.constantFrom(...mainSteps) },
);
const anyStep = fc
  .record({ name: anyName, files: fc.array(file, { maxLength: 2 }), state: fc.constantFrom(...issueStates) })
  .map(({ name, files, state }) => step(name, { evidence: files, ...(name === "adopt" && { state }) }));
const anyType = fc.constantFrom(...issueTypes, null);

test("whatever steps arrive, in whatever order: closed rounds stay as they were, and nothing but the table moves the state", () => {
  let reopened = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 5, maxLength: 30 }), anyType, (steps, type) => {
      let before = standing([], type);
      let frozen: unknown[] = [];
      for (const [at, taken] of steps.entries()) {
        const sofar = steps.slice(0, at);
        const after = standing(steps.slice(0, at + 1), type);
        const allowed = taken.step === "adopt" ? !anyAllowed(sofar, type) : modelAllows(before.state, taken.step, type);
        const reopens = allowed && taken.step === "reopen";
        reopened += reopens ? 1 : 0;
        refused += allowed ? 0 : 1;
        expect({ ...after, rounds: [] }).toEqual({ ...(allowed ? after : before), rounds: [] });
        expect(after.round).toBe(before.round + (reopens ? 1 : 0));
        expect(hasEvidence(after)).toBe(reopens ? (taken.evidence ?? []).length > 0 : hasEvidence(after));
        const ofClosedRounds = after.files.filter((each) => each.round < after.round);
        expect(ofClosedRounds).toEqual(reopens ? before.files : frozen);
        frozen = ofClosedRounds;
        before = after;
      }
    }),
    { numRuns: 500 },
  );
  expect(Math.min(reopened, refused)).toBeGreaterThan(50);
});

/** The model's own idea of what is allowed, from the table alone. */
const modelAllows = (state: IssueState, name: IssueStep["step"], type: string | null): boolean => {
  if (name === "evidence") return state !== "closed" && state !== "withdrawn";
  const row = table.find(([known]) => known === name);
  return row !== undefined && row[1].includes(state) && (name !== "close-at-once" || type === "immediate");
};

const anyAllowed = (steps: readonly IssueStep[], type: (typeof issueTypes)[number] | null): boolean => {
  let state: IssueState = "registered";
  for (const { step: name, state: adopted } of steps) {
    if (name === "adopt") return true;
    if (modelAllows(state, name, type)) return true;
    state = adopted ?? state;
  }
  return false;
};

test("what is offered is what is allowed, and never adopt", () => {
  fc.assert(
    fc.property(fc.constantFrom(...issueStates), anyType, (state, type) => {
      const moment = { state, type, begun: true };
      expect(allowedSteps(moment)).toEqual(
        issueSteps.filter((name) => name !== "adopt" && modelAllows(state, name, type)),
      );
    }),
  );
});

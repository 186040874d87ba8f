/**
 * In whose hands a task is, and what this office may do for each now: by the rules of the life cycle and by authority
 * (EX4). Steps are taken, and offered in the window and on the command line, by this alone.
 */
import { type Acting, actingAsOwner, actingAsUnit, type Actor } from "#shared/exchange/acting.ts";
import { handsOfOffice } from "#shared/tasks/hands.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { handsNow, stateForStep, stateInHands } from "#shared/tasks/standing.ts";
import { extensionAnswers, taskRules, type TaskStepName } from "#shared/tasks/states.ts";
import type { TaskHands } from "#shared/tasks/view.ts";
import type { UnitLookup } from "../units/lookup.ts";
import type { FoundTask } from "./find.ts";

const ofOwner: readonly TaskStepName[] = [
  "assign",
  "confirm",
  "refuse",
  "withdraw",
  "arrange",
  "grant-extension",
  "refuse-extension",
];

/** For whom this office takes a step of a unit's assignment, or (null) of the task as its owner has it. */
export const actingFor = (
  actor: Actor,
  { step, unit }: Pick<TaskStep, "step" | "unit">,
  above: string | null,
): Acting => {
  if (unit !== null) return ofOwner.includes(step) ? actingAsOwner(actor, unit) : actingAsUnit(actor, [unit]);
  const acting = actingAsOwner(actor);
  if (!acting.may || !ofOwner.includes(step) || above === null || actor.enrolled(above)) return acting;
  // A list that was taken in for an office above without a program is its own to confirm.
  return { may: true, behalf: above };
};

/** Steps of one pair of hands; `assign` and `withdraw` are of the task as a whole. */
const inHands: readonly TaskStepName[] = [
  "receive",
  "return",
  "progress",
  "report-done",
  "confirm",
  "refuse",
  "arrange",
  "ask-extension",
  "grant-extension",
  "refuse-extension",
];

/**
 * What the state alone does not say: only an assignment is arranged; an extension is asked for once, where there is a
 * due date to extend, and answered once; what recurs has none.
 */
const makesSense = (
  step: TaskStepName,
  unit: string | null,
  { extension, due, period }: ReturnType<typeof handsNow>,
): boolean => {
  if (step === "arrange") return unit !== null;
  if (extensionAnswers.includes(step)) return extension !== null;
  return step !== "ask-extension" || (extension === null && due !== null && period.kind !== "recurring");
};

/** The hands that a task is in, this office's own first of all. */
export const handsOfTask = (task: FoundTask, actor: Actor, units: UnitLookup): TaskHands[] => {
  const { standing, steps, owner } = task;
  const own = handsOfOffice(actor.office, owner);
  const assigned = standing.assignments.map(({ unit }) => unit);
  const all = own === null ? [...assigned, null] : assigned.toSorted((a, b) => Number(b === own) - Number(a === own));
  return all.flatMap((unit): TaskHands[] => {
    const now = handsNow(standing, unit);
    const { period, occurrence } = now;
    const state = stateInHands(period, steps, unit, occurrence);
    if (state === null) return [];
    const acted = inHands.map((step) => ({ step, acting: actingFor(actor, { step, unit }, units.above) }));
    const isAllowed = (step: TaskStepName): boolean =>
      taskRules[step].from.includes(stateForStep(period, steps, { step, unit }, occurrence) ?? state);
    const may = acted.filter(({ step, acting }) => acting.may && isAllowed(step) && makesSense(step, unit, now));
    return [
      {
        unit,
        state,
        own: unit === own,
        steps: standing.state === "withdrawn" ? [] : may.map(({ step }) => step),
        onBehalf: may.some(({ acting }) => acting.may && unit !== null && acting.behalf === unit),
      },
    ];
  });
};

/** Steps of the task as a whole. One who has it from above may hand it on. */
export const wholeSteps = (task: FoundTask, { office, owner }: Actor): TaskStepName[] => {
  if (task.standing.state === "withdrawn") return [];
  if (office === null || office === owner) return ["assign", "withdraw"];
  return task.standing.assignments.some(({ unit }) => unit === office) ? ["assign"] : [];
};

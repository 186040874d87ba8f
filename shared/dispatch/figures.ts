/**
 * The figures of a dispatch meeting: of all that was in hand in the month, whether it stands on the agenda or not, as a
 * whole and by unit. They are counted on the day of the meeting and nothing else is said of them.
 */
import { type AgendaFacts, type AgendaTask, daysLateOf, isDueIn, isUnheard, type Looking, settled } from "./agenda.ts";
import { firstDayOfMonth } from "./month.ts";
import type { DispatchFigures, UnitFigures } from "./view.ts";

/**
 * Not withdrawn, and not done before the month began. The day on which a list was entered says nothing of when it was
 * issued, so it does not count.
 */
export const isCounted = ({ state, doneOn }: AgendaFacts, { month }: Looking): boolean =>
  state !== "withdrawn" && !(state === "done" && doneOn !== null && doneOn < firstDayOfMonth(month));

/** Of what is done: reported by its due date, or confirmed by then where it was not reported; without a date in time. */
const isInTime = ({ due, reportedOn, doneOn }: AgendaFacts): boolean =>
  due === null || (reportedOn ?? doneOn ?? "") <= due;

export const figuresOf = (all: readonly AgendaFacts[], looking: Looking): DispatchFigures => {
  const counted = all.filter((facts) => isCounted(facts, looking));
  const count = (holds: (facts: AgendaFacts) => boolean): number => counted.filter(holds).length;
  return {
    tasks: counted.length,
    done: count(({ state }) => state === "done"),
    inTime: count((facts) => facts.state === "done" && isInTime(facts)),
    reported: count(({ state }) => state === "reported-done"),
    due: count((facts) => isDueIn(facts, looking)),
    late: count((facts) => daysLateOf(facts, looking) > 0),
    unheard: count((facts) => isUnheard(facts, looking)),
  };
};

/** The same of tasks, each counted once: one with units is due, late or unheard of where one of its units is. */
export const figuresOfTasks = (tasks: readonly AgendaTask[], looking: Looking): DispatchFigures => {
  const figures = figuresOf(tasks, looking);
  const counted = tasks.filter((task) => isCounted(task, looking)).map(settled);
  const anyOf = (task: AgendaTask, holds: (facts: AgendaFacts) => boolean): boolean =>
    task.hands.length === 0 ? holds(task) : task.hands.some(holds);
  const count = (holds: (task: AgendaTask) => boolean): number => counted.filter(holds).length;
  return {
    ...figures,
    due: count((task) => (task.whole && isDueIn(task, looking)) || anyOf(task, (facts) => isDueIn(facts, looking))),
    late: count(
      (task) => (task.whole && daysLateOf(task, looking) > 0) || anyOf(task, (facts) => daysLateOf(facts, looking) > 0),
    ),
    unheard: count((task) => anyOf(task, (facts) => isUnheard(facts, looking))),
  };
};

/** One unit with a share in a task: its assignment, or the task itself where the list names it and nobody has it in hand. */
export interface UnitShare {
  readonly unit: string;
  readonly unitName: string;
  readonly facts: AgendaFacts;
}

/** By unit, in the order of `order` (codes as they stand officially); units that it does not name come last. */
export const figuresByUnit = (
  shares: readonly UnitShare[],
  looking: Looking,
  order: (unit: string) => string,
): UnitFigures[] => {
  const byUnit = Map.groupBy(shares, ({ unit }) => unit);
  return [...byUnit]
    .map(([unit, own]) => ({
      unit,
      unitName: own[0]?.unitName ?? unit,
      ...figuresOf(
        own.map(({ facts }) => facts),
        looking,
      ),
    }))
    .filter(({ tasks }) => tasks > 0)
    .toSorted((a, b) => (order(a.unit) < order(b.unit) ? -1 : 1));
};

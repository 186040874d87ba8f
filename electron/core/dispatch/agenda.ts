/** The agenda of a meeting and the figures on top of it: the rules of `shared/dispatch` over all tasks of this office. */
import { agendaOf, type AgendaTask, type Looking, settled } from "#shared/dispatch/agenda.ts";
import { figuresByUnit, figuresOfTasks, type UnitShare } from "#shared/dispatch/figures.ts";
import type { DispatchHead } from "#shared/dispatch/record.ts";
import type { AgendaChange, DispatchDetail } from "#shared/dispatch/view.ts";
import type { Shift } from "#shared/tasks/shift.ts";
import type { Store } from "../store/store.ts";
import { handsHere } from "../tasks/worked.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { changesSince } from "./changes-since.ts";
import { handsOf } from "./hands.ts";
import { clockOn, factsOf, standingOn, type StoodTask, taskSources } from "./tasks-on.ts";

export type Agenda = Pick<DispatchDetail, "agenda" | "figures" | "byUnit">;

/** Until something but meetings, urgings and forms is written, the same question has the same answer. */
const kept = new WeakMap<Store, Map<string, Agenda>>();
const withoutTasks: ReadonlySet<string> = new Set(["dispatch", "urging", "form"]);
/** Meetings that are looked at by turns. */
const mostKept = 8;

const keptOf = (store: Store): Map<string, Agenda> => {
  const known = kept.get(store);
  if (known) return known;
  const fresh = new Map<string, Agenda>();
  kept.set(store, fresh);
  store.onCommit(({ kinds }) => {
    if (!kinds.every((kind) => withoutTasks.has(kind))) fresh.clear();
  });
  return fresh;
};

/** `before`: the day of the meeting before; null: nothing is said of changes. */
export const agendaFor = (
  store: Store,
  { month, on, units: picked }: Pick<DispatchHead, "month" | "on" | "units">,
  before: string | null,
): Agenda => {
  // A reader beside the program is not told of commits.
  if (store.readonly) return computed(store, { month, on, units: picked }, before);
  const key = JSON.stringify([month, on, picked, before]);
  const answers = keptOf(store);
  const known = answers.get(key);
  if (known) return known;
  if (answers.size >= mostKept) answers.clear();
  const answer = computed(store, { month, on, units: picked }, before);
  answers.set(key, answer);
  return answer;
};

const computed = (
  store: Store,
  { month, on, units: codes }: Pick<DispatchHead, "month" | "on" | "units">,
  before: string | null,
): Agenda => {
  const units = unitLookup(store.db);
  const { soonDays, behindPoints } = store.settings();
  const looking: Looking = { month, on, soonDays, behindPoints };
  const picked = new Set(codes.map((code) => units.codeOf(code) ?? code));
  const clock = clockOn(store, on);
  const sources = taskSources(store);
  const stood = sources.map(standingOn(sources, clock, units).task);
  const changes = before === null ? new Map<number, never[]>() : changesSince(store, stood, before, on, units);
  const tasks = stood
    .map((task) => agendaTask(task, { month, picked, units, shift: clock.shift }, changes.get(task.source.rid) ?? []))
    .filter((task) => task !== null);
  return {
    agenda: agendaOf(tasks, looking),
    figures: figuresOfTasks(tasks, looking),
    byUnit: figuresByUnit(
      tasks.flatMap((task) => sharesOf(task, picked, units)),
      looking,
      (unit) => units.keyOf(unit) ?? "~",
    ),
  };
};

interface Asked {
  readonly month: string;
  readonly picked: ReadonlySet<string>;
  readonly units: UnitLookup;
  readonly shift: Shift;
}

/** Null: none of the units that are looked at has to do with it. */
const agendaTask = (
  stood: StoodTask,
  { month, picked, units, shift }: Asked,
  changes: readonly AgendaChange[],
): AgendaTask | null => {
  const { source, standing } = stood;
  const hands = handsOf(stood, month, picked, units, shift);
  const own = handsHere(units, source.owner);
  const isHandedOut = standing.assignments.some(({ unit, state }) => state !== "withdrawn" && unit !== own);
  const isNamed = (): boolean =>
    [...source.named, ...source.support].some((text) => picked.has(units.codeOf(text) ?? text));
  if (picked.size > 0 && hands.length === 0 && (isHandedOut || !isNamed())) return null;
  return settled({
    ...factsOf(stood, month, shift),
    task: source.id,
    no: source.no,
    title: source.title,
    section: source.section,
    measures: source.measures,
    units: source.named.map(units.shown),
    period: standing.period.text,
    progress: standing.progress,
    hands,
    whole: picked.size === 0 || hands.length === 0,
    changes,
  });
};

/** In hands, it counts for those; else for the units that its list names to answer for it. */
const sharesOf = (task: AgendaTask, picked: ReadonlySet<string>, units: UnitLookup): UnitShare[] => {
  if (task.hands.length > 0) return task.hands.map((hands) => ({ ...pickedUnit(hands), facts: hands }));
  const named = new Map(task.units.map((text) => [units.codeOf(text) ?? text, text]));
  return [...named]
    .filter(([unit]) => picked.size === 0 || picked.has(unit))
    .map(([unit, unitName]) => ({ unit, unitName, facts: task }));
};

const pickedUnit = ({ unit, unitName }: Pick<UnitShare, "unit" | "unitName">) => ({ unit, unitName });

/**
 * What an urging of a task would say: one for each unit that is late or was not heard of, made of what stands in the
 * record: number, title, due date, days late, what was last reported. Nothing is invented: until when it is to be answered is
 * for a person to say.
 */
import { daysBetween } from "#shared/calendar/dates.ts";
import { isWord } from "#shared/tasks/standing.ts";
import type { TaskAssignment, TaskDetail } from "#shared/tasks/view.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { isAbove } from "#shared/units/area.ts";
import { printedDate } from "../exports/printed-date.ts";
import type { Store } from "../store/store.ts";
import { taskDetail } from "../tasks/detail.ts";
import { resolveHere } from "../units/add-many.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";

export interface DraftedUrging {
  /** Its code where it is known. */
  readonly unit: string;
  readonly unitName: string;
  readonly text: string;
  readonly limit: string;
}

/** Where one unit stands with a task, as far as an urging says it. */
interface Stands {
  readonly unit: string;
  readonly isLate: boolean;
  readonly due: string | null;
  readonly period: string;
  readonly percent: number | null;
  readonly lastOn: string | null;
}

/** @throws AppError `not-found` */
export const draftUrgings = (store: Store, id: string, language: Language): readonly DraftedUrging[] => {
  const units = unitLookup(store.db);
  const task = taskDetail(store, id);
  return standsOf(store, task, units)
    .filter(({ isLate, lastOn }) => isLate || lastOn === null)
    .map((stands) => ({
      unit: stands.unit,
      unitName: units.shown(stands.unit),
      text: urgingText(task, stands, store.today(), language),
      limit: "",
    }));
};

const settled: readonly TaskAssignment["state"][] = ["done", "withdrawn", "reported-done", "returned"];

/** Units in whose hands it is; where nobody was assigned, those that the task names. */
const standsOf = (store: Store, task: TaskDetail, units: UnitLookup): readonly Stands[] => {
  const { office } = units;
  const mayUrge = (unit: string): boolean => unit !== office && (office === null || !isAbove(unit, office));
  if (task.assignments.length > 0) {
    return task.assignments
      .filter(({ unit, state }) => mayUrge(unit) && !settled.includes(state))
      .map(({ unit, light, due, period, percent }) => ({
        unit,
        isLate: light === "overdue",
        due,
        period: period.text,
        percent,
        lastOn: heardOn(task, unit),
      }));
  }
  if (settled.includes(task.state)) return [];
  // A group unit stands for its members here; what is unknown is kept as it is written.
  const meant = resolveHere(store, [...task.lead, ...task.responsible]);
  const named = [
    ...new Set(meant.flatMap((each) => (each.units.length > 0 ? each.units.map(({ code }) => code) : each.text))),
  ];
  return named.filter(mayUrge).map((unit) => ({
    unit,
    isLate: task.light === "overdue",
    due: task.due,
    period: task.period.text,
    percent: task.percent,
    lastOn: task.heardOn,
  }));
};

/** The day of the unit's last word about the task, whoever wrote it down. */
const heardOn = ({ steps }: TaskDetail, unit: string): string | null =>
  steps.findLast(({ data, retracted, proposed }) => data.unit === unit && !retracted && !proposed && isWord(data))?.data
    .on ?? null;

/** By the words of the language, in full sentences. */
const urgingText = (
  { no, title }: Pick<TaskDetail, "no" | "title">,
  { isLate, due, period, percent, lastOn }: Stands,
  today: string,
  language: Language,
): string => {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    word(language, `urgings.draft.${key}`, params);
  const task = no === "" ? say("unnumbered", { title }) : say("numbered", { no, title });
  const late = isLate && due !== null;
  const when = late
    ? say("late", { task, due: printedDate(due, language), days: daysBetween(due, today) })
    : period === ""
      ? task
      : say("until", { task, period });
  return when + said(say, percent, lastOn, language) + say(late ? "hurry" : "tell");
};

const said = (
  say: (key: string, params?: Record<string, string | number>) => string,
  percent: number | null,
  lastOn: string | null,
  language: Language,
): string => {
  if (lastOn === null) return say("unheard");
  const on = printedDate(lastOn, language);
  return percent === null ? say("heard", { on }) : say("percent", { on, percent });
};

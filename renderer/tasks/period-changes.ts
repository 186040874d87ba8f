/**
 * How a task's periods came to be what they are ('a changed period keeps the old one in the history'): edits of the task
 * from its history, periods that assignments, arrangements and extensions gave from its steps; newest first.
 */
import type { Period } from "#shared/calendar/period.ts";
import { periodSchema } from "#shared/calendar/period.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";

export interface PeriodChange {
  readonly key: string;
  /** The moment of the change, and the day that it is of (ISO). */
  readonly at: string;
  readonly on: string;
  readonly how: "edited" | "assign" | "arrange" | "grant-extension";
  /** Whose period; empty: the task's own. Units that were given the same at once stand together. */
  readonly units: readonly string[];
  readonly before: string;
  readonly after: string;
}

const textOf = (value: unknown): string => {
  const read = periodSchema.safeParse(value);
  return read.success ? read.data.text : "";
};

type Told = Pick<TaskDetail, "steps" | "history" | "period" | "statedPeriod">;

export const periodChanges = ({ steps, history, period, statedPeriod }: Told): readonly PeriodChange[] => {
  const edits = history
    .filter(({ unit }) => unit === "period")
    .map(({ commit, before, after }): PeriodChange => ({
      key: commit.version,
      at: commit.at,
      on: commit.at.slice(0, 10),
      how: "edited",
      units: [],
      before: textOf(before),
      after: textOf(after),
    }));
  const stated = (statedPeriod ?? period).text;
  const counts = new Map<string | null, string>();
  const asked = new Map<string | null, Period | undefined>();
  const given: PeriodChange[] = [];
  for (const { id, at, retracted, data } of steps) {
    if (retracted) continue;
    const { step, unit, on } = data;
    if (step === "ask-extension") asked.set(unit, data.period);
    if (step !== "assign" && step !== "arrange" && step !== "grant-extension") continue;
    const next = data.period ?? (step === "grant-extension" ? asked.get(unit) : undefined);
    if (next === undefined) continue;
    given.push({
      key: id,
      at,
      on,
      how: step,
      units: unit === null ? [] : [unit],
      before: counts.get(unit) ?? stated,
      after: next.text,
    });
    counts.set(unit, next.text);
  }
  return [...edits, ...together(given)].sort((a, b) => (a.at < b.at ? 1 : -1));
};

const together = (changes: readonly PeriodChange[]): readonly PeriodChange[] => {
  const merged = new Map<string, PeriodChange>();
  for (const change of changes) {
    const key = [change.at, change.how, change.before, change.after].join("\n");
    const same = merged.get(key);
    merged.set(key, same === undefined ? change : { ...same, units: [...same.units, ...change.units] });
  }
  return [...merged.values()];
};

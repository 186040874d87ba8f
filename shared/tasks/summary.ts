/**
 * The summary that an office sends up of what its units reported, drafted from their own words: how many of how many,
 * how far on the mean, each unit's latest entry, who is silent. Nothing is in it that nobody said.
 */
import { type Language, word } from "../translations/index.ts";
import type { TaskStep } from "./record.ts";

/** A unit under the office, and what it said. */
export interface SummedUnit {
  readonly unit: string;
  readonly name: string;
  /** As its assignment stands; null: no figure. */
  readonly percent: number | null;
  /** Its reports since the office last reported itself, oldest first. */
  readonly reports: readonly TaskStep[];
}

export interface SummaryEntry {
  readonly unit: string;
  readonly unitName: string;
  readonly on: string;
  readonly text: string;
  readonly percent: number | null;
}

export interface Summary {
  readonly text: string;
  /** Mean of the units' figures, none counting 0 where another has one; null: nobody gave one. */
  readonly percent: number | null;
  readonly entries: readonly SummaryEntry[];
  /** Names of those that said nothing since. */
  readonly silent: readonly string[];
}

/** What counts as a unit's word: progress, and the report of completion. */
export const isReport = ({ step }: Pick<TaskStep, "step">): boolean => step === "progress" || step === "report-done";

/** @param parts a unit may stand in several, as sub-tasks have it */
export const draftSummary = (parts: readonly SummedUnit[], language: Language): Summary => {
  const say = (key: string, params: Record<string, string | number> = {}): string => word(language, key, params);
  const units = [...Map.groupBy(parts, ({ unit }) => unit).values()].map((own) => together(own, say));
  const entries = units.flatMap((unit) => {
    const last = unit.reports.at(-1);
    return last === undefined ? [] : [entryOf(unit, last, say)];
  });
  const silent = units.filter(({ reports }) => reports.length === 0).map(({ name }) => name);
  const percent = meanOf(units.map((unit) => unit.percent));
  return { text: textOf(units.length, entries, silent, percent, say), percent, entries, silent };
};

type Say = (key: string, params?: Record<string, string | number>) => string;

/** The parts of one unit as one: its latest word on each, and the mean of the figures that it gave. */
const together = (parts: readonly SummedUnit[], say: Say): SummedUnit => {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? { unit: "", name: "", percent: null, reports: [] };
  const latest = parts.flatMap(({ reports }) => reports.slice(-1));
  const [report] = latest.toSorted((a, b) => (a.on < b.on ? 1 : -1));
  // Of a part that it has not spoken of yet nothing is known; counted as 0 it would belie the unit's own words.
  const percent = meanOf(parts.flatMap((part) => part.percent ?? []));
  if (report === undefined) return { ...first, percent };
  const { percent: _, ...rest } = report;
  const text = latest.flatMap((each) => wordsOf(each, say)).join(say("taskSummary.semicolon"));
  return { ...first, percent, reports: [{ ...rest, text, difficulty: undefined, next: undefined }] };
};

/** The latest report in the unit's own words; what it says of difficulties and of the next step behind them. */
const entryOf = ({ unit, name, percent }: SummedUnit, report: TaskStep, say: Say): SummaryEntry => ({
  unit,
  unitName: name,
  on: report.on,
  text: wordsOf(report, say).join(""),
  percent: report.percent ?? percent,
});

/** In one piece, or none. */
const wordsOf = ({ step, text, nothing, difficulty, next }: TaskStep, say: Say): string[] => {
  const said = [
    ...told(text, (words) => words),
    ...told(difficulty, (words) => say("taskSummary.difficulty", { text: words })),
    ...told(next, (words) => say("taskSummary.next", { text: words })),
  ];
  if (said.length > 0) return [said.join(say("taskSummary.comma"))];
  if (nothing === true) return [say("taskSummary.nothing")];
  return step === "report-done" ? [say("taskSummary.done")] : [];
};

const told = (text: string | undefined, worded: (text: string) => string): string[] => {
  const plain = text?.trim().replace(/[。.；;]+$/u, "") ?? "";
  return plain === "" ? [] : [worded(plain)];
};

const meanOf = (figures: readonly (number | null)[]): number | null =>
  figures.every((figure) => figure === null)
    ? null
    : Math.round(figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0) / figures.length);

const textOf = (
  count: number,
  entries: readonly SummaryEntry[],
  silent: readonly string[],
  percent: number | null,
  say: Say,
): string => {
  if (count === 0) return "";
  const heard = silent.length === 0 ? "taskSummary.all" : "taskSummary.reported";
  const opening = entries.length === 0 ? "taskSummary.nobody" : heard;
  const sentences = [
    [
      say(opening, { count, reported: entries.length }),
      ...(percent === null ? [] : [say("taskSummary.percent", { percent })]),
    ].join(say("taskSummary.comma")),
    entries.map((entry) => lineOf(entry, say)).join(say("taskSummary.semicolon")),
    silent.length === 0 || entries.length === 0
      ? ""
      : say("taskSummary.silent", { units: silent.join(say("taskSummary.listing")) }),
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => sentence + say("taskSummary.stop"))
    .join("")
    .trim();
};

const lineOf = ({ unitName: unit, text, percent }: SummaryEntry, say: Say): string => {
  if (percent === null) return say("taskSummary.entry", { unit, text });
  return text === ""
    ? say("taskSummary.entryBare", { unit, percent })
    : say("taskSummary.entryPercent", { unit, percent, text });
};

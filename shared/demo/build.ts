/**
 * The demonstration as commits in the order of their days: Zibo 2020 as Zhangdian's office lived it, and the days around
 * the one on which it is loaded. Pure: the same day and divisions give the same commits, so two people who load it see
 * the same and a test can count.
 */
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import { resolved } from "../issues/responsibility.ts";
import { unitMatcher } from "../units/match.ts";
import { unitRecordId, type Tier, type Unit } from "../units/record.ts";
import { aroundToday } from "./around-today.ts";
import { stepsOfCourse } from "./courses.ts";
import { autumnIssues } from "./issues-autumn.ts";
import { issuesNow } from "./issues-now.ts";
import { springIssues } from "./issues-spring.ts";
import { summerIssues } from "./issues-summer.ts";
import { issuesWaiting } from "./issues-waiting.ts";
import { peopleOf } from "./people.ts";
import { campaignTasks } from "./tasks-campaign.ts";
import { carriedCampaign, linkageRecords } from "./linkage-records.ts";
import { tasksLinkage } from "./tasks-linkage.ts";
import { tasksNow } from "./tasks-now.ts";
import { oversightTasks } from "./tasks-oversight.ts";
import type { Day, DemoIssue, DemoTask, DemoTaskStep } from "./types.ts";
import { type DemoUnit, demoOffice, demoUnits, demoVillages } from "./units.ts";

export type DemoDivision = {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  readonly parent: string | null;
};

/** A change as the commit service takes it. */
export type DemoChange = {
  readonly record: string;
  readonly kind: "unit" | "task" | "issue" | "campaign" | "urging" | "dispatch" | "form";
  readonly unit: string;
  readonly value: unknown;
  /** The code of the unit on whose behalf it is written (EX4). */
  readonly behalf?: string;
};

/** What is written together: `day` is when it was done, for the history that people read. */
export type DemoCommit = { readonly day: Day; readonly action: string; readonly changes: readonly DemoChange[] };

export type DemoEvent = { readonly day: Day; readonly action: string; readonly change: DemoChange };

const firstDay = "2020-03-26";
const creation = "*";

/** In the order in which actions of one day are written: what a step is of must be there before it. */
const actions = [
  "units.add",
  "units.add-many",
  "campaigns.add",
  "tasks.import",
  "tasks.break-down",
  "issues.add",
  "tasks.step",
  "issues.step",
  "forms.write",
  "dispatch.add",
  "urgings.issue",
  "urgings.step",
  "dispatch.urge",
  "dispatch.note",
  "dispatch.decide",
] as const;

const periodOf = (period: string | Period, came: Day): Period =>
  typeof period === "string" ? parsePeriod(period, { year: Number(came.slice(0, 4)) }) : period;

const two = (number: number): string => String(number).padStart(2, "0");

type AddedUnit = Omit<DemoUnit, "parent"> & { readonly parent: string | null };

const unitEvent = (unit: AddedUnit, day: Day, action: string): DemoEvent => ({
  day,
  action,
  change: {
    record: unitRecordId(unit.code),
    kind: "unit",
    unit: creation,
    value: {
      code: unit.code,
      name: { name: unit.name, aliases: unit.aliases },
      place: { kind: unit.kind, tier: unit.tier, parent: unit.parent },
      ...(unit.sameAs !== undefined && { sameAs: unit.sameAs }),
    },
  },
});

const unitEvents = (divisions: readonly DemoDivision[], villagesCame: Day): readonly DemoEvent[] => [
  ...divisions.map((each) => unitEvent({ ...each, kind: "division", aliases: [] }, firstDay, "units.add")),
  ...demoUnits.map((unit) => unitEvent(unit, firstDay, "units.add")),
  ...demoVillages.map((village) => unitEvent(village, villagesCame, "units.add-many")),
];

export type CodeOf = (name: string) => string;

/** A task with the record and the number that it gets, as others speak of it. */
export type NumberedTask = DemoTask & { readonly record: string; readonly no: string; readonly parent: string | null };

/** Parts are numbered under their task (41-1), the others one after another. */
const numbered = (tasks: readonly DemoTask[]): readonly NumberedTask[] => {
  const all: NumberedTask[] = [];
  let last = 0;
  for (const task of tasks) {
    const record = `demo-task-${two(all.length + 1)}`;
    const parent = task.partOf === undefined ? undefined : all.find(({ key }) => key === task.partOf);
    if (parent === undefined) all.push({ ...task, record, no: String((last += 1)), parent: null });
    else {
      const place = all.filter((each) => each.parent === parent.record).length + 1;
      all.push({ ...task, record, no: `${parent.no}-${place}`, parent: parent.record });
    }
  }
  return all;
};

const issuerSteps: readonly DemoTaskStep["step"][] = ["assign", "confirm", "grant-extension"];

const taskEvents = (task: NumberedTask, codeOf: CodeOf): readonly DemoEvent[] => {
  const { record } = task;
  const made: DemoEvent = {
    day: task.came,
    action: task.parent === null ? "tasks.import" : "tasks.break-down",
    change: {
      record,
      kind: "task",
      unit: creation,
      value: {
        no: task.no,
        title: task.title,
        measures: task.measures ?? "",
        section: task.section,
        note: task.note ?? "",
        units: { lead: task.lead, responsible: task.responsible ?? [], support: task.support ?? [] },
        period: periodOf(task.period, task.came),
        parent: task.parent,
        ...(task.inCampaign === true && { campaign: carriedCampaign }),
        extra: {},
      },
    },
  };
  const steps = task.steps.map(({ unit, period, ...said }): DemoEvent => {
    const code = unit === undefined ? null : codeOf(unit);
    const value = { ...said, unit: code, ...(period !== undefined && { period: periodOf(period, said.on) }) };
    const behalf = code === null || issuerSteps.includes(said.step) ? {} : { behalf: code };
    return { day: said.on, action: "tasks.step", change: { record, kind: "task", unit: "step", value, ...behalf } };
  });
  return [made, ...steps];
};

const issueEvents = (issue: DemoIssue, number: number, today: Day, codeOf: CodeOf): readonly DemoEvent[] => {
  const record = `demo-issue-${two(number)}`;
  const limit = periodOf(issue.limit, issue.on);
  const unit = codeOf(issue.units[0] ?? "");
  const made: DemoEvent = {
    day: issue.on,
    action: "issues.add",
    change: {
      record,
      kind: "issue",
      unit: creation,
      value: {
        no: String(number),
        title: issue.title,
        source: issue.source,
        place: issue.place,
        category: issue.category,
        section: "",
        responsibility: resolved({ units: issue.units, ...peopleOf(issue.units[0] ?? "", number) }, codeOf),
        limit,
        type: issue.type,
        measures: issue.measures,
        note: issue.note ?? "",
        extra: {},
      },
    },
  };
  const steps = stepsOfCourse({ issue, unit, limit, today, turn: number }).map(({ data, behalf }): DemoEvent => ({
    day: data.on,
    action: "issues.step",
    change: { record, kind: "issue", unit: "step", value: data, ...(behalf && { behalf: unit }) },
  }));
  return [made, ...steps];
};

const asUnit = (division: DemoDivision): Unit => ({
  ...division,
  kind: "division",
  aliases: [],
  order: null,
  sameAs: null,
  withdrawn: false,
});

const codesByName = (divisions: readonly DemoDivision[]): CodeOf => {
  const others = [...demoUnits, ...demoVillages].map((unit) => ({
    ...unit,
    aliases: [...unit.aliases],
    sameAs: unit.sameAs ?? null,
    withdrawn: false,
  }));
  const match = unitMatcher([...divisions.map(asUnit), ...others], demoOffice.unit);
  return (name) => {
    const found = match(name);
    if (found.kind !== "matched") throw new Error(`the demonstration names an unknown unit: ${name}`);
    return found.code;
  };
};

const grouped = (events: readonly DemoEvent[]): readonly DemoCommit[] => {
  const commits = new Map<string, { day: Day; action: string; changes: DemoChange[] }>();
  for (const { day, action, change } of events) {
    const key = `${day} ${two(actions.findIndex((one) => one === action))}`;
    const commit = commits.get(key);
    if (commit === undefined) commits.set(key, { day, action, changes: [change] });
    else commit.changes.push(change);
  }
  return [...commits].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, commit]) => commit);
};

/**
 * The commits of the demonstration, oldest first.
 * @param today the day of loading, ISO
 * @param divisions all divisions of Zibo with those above it; they name and hold the tasks' and issues' units
 * @param known codes that the data folder has already, as first run enters them
 */
export const buildDemo = (
  today: Day,
  divisions: readonly DemoDivision[],
  known: ReadonlySet<string> = new Set(),
): readonly DemoCommit[] => {
  const codeOf = codesByName(divisions);
  const around = aroundToday(today);
  const ofCampaign = [...campaignTasks, ...oversightTasks].map((task) => ({ ...task, inCampaign: true }));
  const tasks = numbered([...ofCampaign, ...tasksNow(around), ...tasksLinkage(around)]);
  const issues = [
    ...springIssues,
    ...summerIssues,
    ...autumnIssues,
    ...issuesNow(around),
    ...issuesWaiting(around),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return grouped([
    ...unitEvents(
      divisions.filter(({ code }) => !known.has(code)),
      around.day(-22),
    ),
    ...tasks.flatMap((task) => taskEvents(task, codeOf)),
    ...linkageRecords({ around, tasks, codeOf, firstDay }),
    ...issues.flatMap((issue, index) => issueEvents(issue, index + 1, today, codeOf)),
  ]);
};

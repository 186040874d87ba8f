/**
 * From how an issue went to the steps that it took, each on its day: handed over the next day, received the day after,
 * measures within four, and so on, kept in order and not past the day of loading.
 */
import { addDays } from "../calendar/dates.ts";
import type { Period } from "../calendar/period.ts";
import type { IssueStep } from "../issues/record.ts";
import type { Course, Day, DemoIssue } from "./types.ts";

/** A step, and whether the responsible unit takes it (this office writes it on its behalf, EX4). */
export type DemoStep = { readonly data: IssueStep; readonly behalf: boolean };

type Story = {
  readonly issue: DemoIssue;
  /** The code of the unit that answers. */
  readonly unit: string;
  readonly limit: Period;
  readonly today: Day;
  /** Tells issues apart, so that not every one is reported on the same day before its limit. */
  readonly turn: number;
};

type Said = Omit<Partial<IssueStep>, "step" | "on">;
type Taken = readonly [after: number, step: IssueStep["step"], said?: Said];

const verifiers = "区人大城环工委、区人大代表2名";

/** How many days after registering it was reported done: before the limit, or a week past it. */
const doneAfter = ({ issue, limit, turn }: Story, late: boolean): number => {
  if (limit.due === undefined) return 6;
  const days = (Date.parse(limit.due) - Date.parse(issue.on)) / 86_400_000;
  return Math.max(late ? days + 6 : days - 1 - (turn % 4), 5);
};

const handOver: readonly Taken[] = [[1, "hand-over"]];

const underWay = ({ issue, turn }: Story, until: number): readonly Taken[] => [
  ...handOver,
  [2, "receive"],
  [Math.min(4, until), "measures", { text: issue.measures }],
  [Math.max(5, until - 4 - (turn % 3)), "progress", { text: issue.progress, percent: issue.percent ?? 50 }],
];

const reported = (story: Story, late: boolean): readonly Taken[] => {
  const done = doneAfter(story, late);
  return [
    ...underWay(story, done),
    [done, "report-done", { text: story.issue.result ?? story.issue.progress, percent: 100 }],
  ];
};

const passed = (after: number, text: string): Taken => [
  after,
  "verify-passed",
  { text, withoutEvidence: true, satisfaction: "satisfied", verifiers },
];

const closed = (story: Story, late: boolean): readonly Taken[] => [
  ...reported(story, late),
  passed(doneAfter(story, late) + 3, "现场核查属实，纸质材料存档。"),
];

const failedOnce = (story: Story): readonly Taken[] => {
  const done = doneAfter(story, false);
  return [
    ...reported(story, false),
    [done + 2, "verify-failed", { text: story.issue.note ?? "现场与报告不符，继续整改。", verifiers }],
    [done + 9, "progress", { text: "按验收意见补做。", percent: 90 }],
    [done + 12, "report-done", { text: story.issue.result ?? "", percent: 100 }],
    passed(done + 15, "复验通过。"),
  ];
};

const reopenedAt = (after: number, text: string): Taken => [after, "reopen", { text, satisfaction: "unsatisfied" }];

const roundTwo = (story: Story): readonly Taken[] => {
  const again = doneAfter(story, false) + 25;
  return [
    ...closed(story, false),
    reopenedAt(again, "群众再次投诉，现场查看确有反弹，重新整改。"),
    [again + 5, "measures", { text: `在原措施上加密：${story.issue.measures}` }],
    [again + 14, "report-done", { text: "第二轮整改完成，已建立日常巡查。", percent: 100 }],
    passed(again + 20, "两周内回看两次，未再反弹。"),
  ];
};

const stillReopened = (story: Story): readonly Taken[] => {
  const { issue } = story;
  return [
    ...handOver,
    [2, "receive"],
    [4, "measures", { text: issue.measures }],
    [40, "report-done", { text: "色度达标，已报监测报告。", percent: 100 }],
    passed(44, "监测报告属实。"),
    reopenedAt(96, issue.result ?? ""),
    [110, "progress", { text: issue.progress, percent: issue.percent ?? 40 }],
  ];
};

const tales: Readonly<Record<Course, (story: Story) => readonly Taken[]>> = {
  closed: (story) => closed(story, false),
  late: (story) => closed(story, true),
  failed: failedOnce,
  again: roundTwo,
  returned: (story) => [
    ...handOver,
    [3, "return", { text: story.issue.result ?? "" }],
    [4, "hand-over"],
    ...closed(story, false).filter(([, step]) => step !== "hand-over"),
  ],
  "at-once": ({ issue }) => [
    ...handOver,
    [2, "progress", { text: issue.progress }],
    [3, "close-at-once", { text: issue.result ?? "", withoutEvidence: true, satisfaction: "satisfied", verifiers }],
  ],
  withdrawn: ({ issue }) => [[2, "withdraw", { text: issue.result ?? "" }]],
  reopened: stillReopened,
  lasting: (story) => underWay(story, 40),
  registered: () => [],
  "handed-over": () => handOver,
  "sent-back": ({ issue }) => [...handOver, [3, "return", { text: issue.result ?? "" }]],
  "under-way": (story) => underWay(story, daysUntil(story)),
  awaiting: (story) => reportedAt(story, daysUntil(story) - 2),
  "awaiting-late": (story) => reportedAt(story, doneAfter(story, true)),
};

const daysUntil = ({ issue, today }: Story): number => (Date.parse(today) - Date.parse(issue.on)) / 86_400_000;

const reportedAt = (story: Story, after: number): readonly Taken[] => [
  ...underWay(story, after),
  [after, "report-done", { text: story.issue.progress, percent: 100 }],
];

const byUnit: ReadonlySet<IssueStep["step"]> = new Set(["receive", "return", "measures", "progress", "report-done"]);

/** The steps of an issue, in order. */
export const stepsOfCourse = (story: Story): readonly DemoStep[] => {
  const steps: DemoStep[] = [];
  let last = story.issue.on;
  for (const [after, step, said] of tales[story.issue.course](story)) {
    const day = addDays(story.issue.on, after);
    const on = [day < last ? last : day, story.today].reduce((a, b) => (a < b ? a : b));
    last = on;
    const behalf = byUnit.has(step);
    steps.push({ behalf, data: { step, unit: behalf ? story.unit : null, on, ...said } });
  }
  return steps;
};

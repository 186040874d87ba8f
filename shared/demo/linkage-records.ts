/**
 * What stands beside the tasks of the demonstration when tiers work together: the campaign that they belong to, a form
 * sent out and overdue, urgings, and a meeting with what was said and decided there.
 */
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { CampaignFacts } from "../campaigns/record.ts";
import type { DispatchHead, DispatchStep } from "../dispatch/record.ts";
import { rowNow } from "../forms/now.ts";
import type { FormFacts } from "../forms/record.ts";
import { filledTexts } from "../forms/words.ts";
import type { TaskCampaign } from "../tasks/record.ts";
import { word } from "../translations/index.ts";
import type { UrgingStep } from "../urgings/record.ts";
import type { AroundToday } from "./around-today.ts";
import type { CodeOf, DemoChange, DemoEvent, NumberedTask } from "./build.ts";
import type { Day } from "./types.ts";

const campaignId = "demo-campaign-1";
const meetingId = "demo-dispatch-1";
const campaignFacts: CampaignFacts = {
  name: "向污染宣战",
  year: null,
  every: "month",
  note: "2020年起，市、区县、镇（街道）、村（社区）四级联动",
};

/** The campaign as its tasks carry it. */
export const carriedCampaign: TaskCampaign = { id: campaignId, name: campaignFacts.name, every: "month" };

type Story = {
  readonly around: AroundToday;
  readonly tasks: readonly NumberedTask[];
  readonly codeOf: CodeOf;
  readonly firstDay: Day;
};

const taskNamed = (tasks: readonly NumberedTask[], key: string): NumberedTask => {
  const task = tasks.find((each) => each.key === key);
  if (task === undefined) throw new Error(`the demonstration has no task ${key}`);
  return task;
};

const event = (day: Day, action: string, change: DemoChange): DemoEvent => ({ day, action, change });

const campaignEvent = ({ firstDay }: Story): DemoEvent =>
  event(firstDay, "campaigns.add", {
    record: campaignId,
    kind: "campaign",
    unit: "*",
    value: { facts: campaignFacts },
  });

/** Sent to a subdistrict that has not said a word, due back some days ago. */
const formEvent = ({ around: { day }, tasks, codeOf }: Story): DemoEvent => {
  const task = taskNamed(tasks, "visits");
  const { record, no, title, measures = "", period } = task;
  const words = typeof period === "string" ? parsePeriod(period, { year: Number(task.came.slice(0, 4)) }) : period;
  const facts: FormFacts = {
    unit: codeOf("科苑街道"),
    issuedOn: day(-12),
    backBy: day(-4),
    language: "zh-CN",
    rows: [
      {
        task: record,
        occurrence: null,
        shown: { no, title, measures, period: words.text, now: word("zh-CN", "tasks.state.issued") },
        filled: filledTexts(rowNow(words, [], codeOf("科苑街道"), null), "zh-CN"),
      },
    ],
  };
  return event(day(-12), "forms.write", { record: "zd7k3mq2-demo-form", kind: "form", unit: "*", value: { facts } });
};

type Urging = {
  readonly unit: string;
  readonly on: Day;
  readonly text: string;
  readonly limit: string;
  readonly dispatch: string | null;
  readonly steps: readonly Omit<UrgingStep, "unit">[];
};

const urgingsOf = ({ day, by }: AroundToday): readonly Urging[] => [
  {
    unit: "南定镇",
    on: day(-20),
    text: "排查任务下达后一直未签收。请即签收，明确联络人，并报送点位名单。",
    limit: by(-16),
    dispatch: null,
    steps: [
      { step: "receive", on: day(-19) },
      { step: "answer", on: day(-17), text: "已签收，点位名单 37 处已报，由人大主席牵头。" },
    ],
  },
  {
    unit: "房镇镇",
    on: day(-3),
    text: "排查已过期限而未报进展。请报送已看点位和未看原因，并限期完成。",
    limit: by(2),
    dispatch: meetingId,
    steps: [{ step: "receive", on: day(-2) }],
  },
];

/** Numbered from 1 each year, as urgings are. */
const urgingEvents = ({ around, tasks, codeOf }: Story): readonly DemoEvent[] => {
  const { record: task, no, title } = taskNamed(tasks, "survey");
  const all = urgingsOf(around);
  return all.flatMap(({ unit, on, text, limit, dispatch, steps }, index) => {
    const record = `demo-urging-${index + 1}`;
    const year = Number(on.slice(0, 4));
    const number = { year, no: all.slice(0, index + 1).filter((each) => each.on.startsWith(String(year))).length };
    const value = {
      number,
      given: { unit: codeOf(unit) },
      about: { task, no, title },
      text,
      limit: parsePeriod(limit, { year }),
      issuedOn: on,
      dispatch,
    };
    return [
      event(on, "urgings.issue", { record, kind: "urging", unit: "*", value }),
      ...steps.map((step) =>
        event(step.on, "urgings.step", {
          record,
          kind: "urging",
          unit: "step",
          value: { ...step, unit: codeOf(unit) },
          behalf: codeOf(unit),
        }),
      ),
    ];
  });
};

const meetingEvents = ({ around: { day }, tasks, codeOf }: Story): readonly DemoEvent[] => {
  const on = day(-3);
  const survey = taskNamed(tasks, "survey").record;
  const head: DispatchHead = {
    month: on.slice(0, 7),
    on,
    title: "",
    place: "区人大常委会第一会议室",
    chair: "李副主任",
    attendees: "各镇（街道）人大负责人，区人大城环工委、代表工委",
    units: [],
  };
  const words = { opening: "会议听取秋冬季排查进展，研究逾期事项。", closing: "" };
  const said = (action: string, step: Omit<DispatchStep, "on">): DemoEvent =>
    event(on, action, { record: meetingId, kind: "dispatch", unit: "step", value: { ...step, on } });
  return [
    event(on, "dispatch.add", { record: meetingId, kind: "dispatch", unit: "*", value: { head, words } }),
    said("dispatch.urge", {
      step: "urging",
      task: survey,
      text: "排查已过期限而未报进展，限期报送。",
      unit: codeOf("房镇镇"),
      made: "demo-urging-2",
    }),
    said("dispatch.note", {
      step: "note",
      task: survey,
      text: "检测设备不足，区生态环境分局可借用两套。",
      unit: codeOf("南定镇"),
    }),
    said("dispatch.note", {
      step: "note",
      task: taskNamed(tasks, "visits").record,
      text: "填报表逾期未交，会后由代表工委联系。",
      unit: codeOf("科苑街道"),
    }),
    said("dispatch.decide", {
      step: "decision",
      task: survey,
      text: "下月起排查情况每周一报一次，由城环工委汇总。",
      unit: codeOf("区人大城环工委"),
    }),
  ];
};

export const linkageRecords = (story: Story): readonly DemoEvent[] => [
  campaignEvent(story),
  formEvent(story),
  ...urgingEvents(story),
  ...meetingEvents(story),
];

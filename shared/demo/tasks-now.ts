/** Tasks that are under way on the day of loading: recurring work, and some due soon, late or slow. */
import type { Period } from "../calendar/period.ts";
import { nextDue, previousDue } from "../tasks/occurrences.ts";
import type { AroundToday } from "./around-today.ts";
import type { DemoTask, DemoTaskStep } from "./types.ts";

const section = "九、近期工作";
const districts = "各区县人大常委会";

const monthBy = (day: number): Period => ({ text: `每月${day}日前`, kind: "recurring", every: "month", day, by: true });
const monthOn = (day: number): Period => ({ text: `每月${day}日`, kind: "recurring", every: "month", day });
const weekly: Period = { text: "每周五", kind: "recurring", every: "week", weekday: 5 };

/** The last occurrence before today reported and confirmed; `percent` of the one that is under way. */
const upToDate = (
  period: Period,
  { today, day }: AroundToday,
  text: string,
  percent?: number,
): readonly DemoTaskStep[] => {
  const last = previousDue(period, today);
  const next = nextDue(period, today);
  const reports: DemoTaskStep[] =
    last === null
      ? []
      : [
          { step: "report-done", on: last, occurrence: last, text, percent: 100 },
          { step: "confirm", on: last, occurrence: last },
        ];
  if (next !== null && percent !== undefined)
    reports.push({ step: "progress", on: day(-1), occurrence: next, text: "本期工作正在进行。", percent });
  return reports;
};

export const tasksNow = (around: AroundToday): readonly DemoTask[] => {
  const { day, by, between } = around;
  const came = day(-60);
  const analysis = monthBy(5);
  const reception = monthOn(15);
  const ledger = monthBy(25);
  return [
    {
      came,
      section,
      title: "每月分析上月12345热线投诉，双升部门提请专题询问",
      period: analysis,
      lead: ["市人大常委会办公室"],
      responsible: ["市民投诉中心", districts],
      steps: [{ step: "receive", on: day(-58) }, ...upToDate(analysis, around, "上月分析已提交，双升部门 2 个。")],
    },
    {
      came,
      section,
      title: "代表接访日，每季度一个主题",
      period: reception,
      lead: ["市人大代工委"],
      responsible: [districts, "各镇（街道）人大"],
      steps: [
        { step: "receive", on: day(-58) },
        ...upToDate(reception, around, "13 个接访点接待群众 57 人次，登记意见 31 条。"),
      ],
    },
    {
      came,
      section,
      title: "整改台账月调度",
      period: ledger,
      lead: ["市人大城环委"],
      responsible: [districts, "高新区", "经开区", "文昌湖区"],
      steps: [{ step: "receive", on: day(-58) }, ...upToDate(ledger, around, "台账已调度，超期事项逐件督办。", 40)],
    },
    {
      came,
      section,
      title: "每周宣传一名代表",
      period: weekly,
      lead: ["市人大常委会政研室"],
      responsible: [districts],
      steps: [{ step: "receive", on: day(-58) }],
    },
    {
      came: day(-30),
      section,
      title: "报送秋冬季大气污染防治视察方案",
      period: by(1),
      lead: ["市人大城环委"],
      responsible: [districts],
      steps: [
        { step: "receive", on: day(-28) },
        { step: "progress", on: day(-6), text: "方案初稿征求意见中。", percent: 70 },
      ],
    },
    {
      came: day(-45),
      section,
      title: "督办孝妇河沿线雨污分流问题",
      measures: "约见区水利局、区住房城乡建设局负责人，限期提交分段施工计划",
      period: by(-4),
      lead: ["市人大城环委"],
      responsible: ["区水利局", "区住房城乡建设局"],
      steps: [
        { step: "receive", on: day(-43) },
        { step: "progress", on: day(-9), text: "三段中两段已开工，一段因管线迁改未开工。", percent: 60 },
      ],
    },
    {
      key: "visits",
      came: day(-40),
      section,
      title: "代表联系群众“大走访”",
      period: between(-40, 15),
      lead: ["市人大代工委"],
      responsible: ["各镇（街道）人大"],
      steps: [
        { step: "receive", on: day(-38) },
        { step: "assign", on: day(-37), unit: "马尚街道" },
        { step: "assign", on: day(-37), unit: "傅家镇" },
        { step: "assign", on: day(-37), unit: "科苑街道" },
        { step: "receive", on: day(-35), unit: "马尚街道" },
        { step: "progress", on: day(-8), unit: "马尚街道", text: "走访 6 个社区。", percent: 30 },
        { step: "progress", on: day(-5), unit: "傅家镇", text: "刚完成分组。", percent: 10 },
      ],
    },
    {
      came: day(-20),
      section,
      title: "组织代表旁听生态环境公益诉讼庭审",
      period: between(-20, 40),
      lead: ["市人大常委会法工委"],
      responsible: ["区人大监察司法工委"],
      steps: [
        { step: "receive", on: day(-18) },
        { step: "progress", on: day(-3), text: "已与法院确定庭审日期，邀请代表 12 名。", percent: 50 },
      ],
    },
    {
      came: day(-25),
      section,
      title: "上报代表建议办理满意度测评结果",
      period: by(2),
      lead: ["市人大代工委"],
      responsible: [districts],
      steps: [
        { step: "receive", on: day(-24) },
        {
          step: "report-done",
          on: day(-1),
          text: "测评 86 件，满意 79 件、基本满意 6 件、不满意 1 件。",
          percent: 100,
        },
      ],
    },
    {
      came: day(-2),
      section,
      title: "对群众反映强烈的夜间施工噪声即知即改",
      period: "立行立改，长期坚持",
      lead: ["市住房城乡建设局"],
      responsible: ["区住房城乡建设局", "区综合行政执法局"],
      steps: [{ step: "receive", on: day(-1) }],
    },
    {
      came: day(-3),
      section,
      title: "补充报送功能区人大工作机构联系人",
      period: "接到通知后7个工作日内",
      lead: ["市人大常委会办公室"],
      responsible: [districts, "高新区"],
      steps: [],
    },
  ];
};

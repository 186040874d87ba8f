/**
 * Tasks on which this office works with those below it on the day of loading: assigned to towns with days of their own,
 * broken down, asked to be put off, handed on to villages, and one that lasts.
 */
import type { AroundToday } from "./around-today.ts";
import type { DemoTask, DemoTaskStep } from "./types.ts";

const section = "十、上下联动";
const districts = "各区县人大常委会";
const city = "市人大城环委";

const telephone = (number: number): string => `0533-00000${number}`;

const surveySteps = ({ day, by }: AroundToday): readonly DemoTaskStep[] => [
  { step: "receive", on: day(-29) },
  { step: "assign", on: day(-28), unit: "马尚街道", contact: `李主任 ${telephone(21)}` },
  { step: "assign", on: day(-28), unit: "南定镇", period: by(-10), contact: `孙主席 ${telephone(22)}` },
  { step: "assign", on: day(-28), unit: "沣水镇", period: by(4), contact: `赵主席 ${telephone(23)}` },
  { step: "assign", on: day(-28), unit: "房镇镇", period: by(-5), contact: `周主席 ${telephone(24)}` },
  { step: "assign", on: day(-28), unit: "和平街道", period: by(10), contact: `钱主任 ${telephone(25)}` },
  { step: "receive", on: day(-27), unit: "和平街道" },
  { step: "receive", on: day(-26), unit: "马尚街道" },
  { step: "receive", on: day(-25), unit: "沣水镇" },
  { step: "receive", on: day(-18), unit: "南定镇" },
  {
    step: "ask-extension",
    on: day(-13),
    unit: "南定镇",
    text: "灰场周边点位多，测量单位排期在下周，申请延期。",
    period: by(6),
  },
  { step: "grant-extension", on: day(-12), unit: "南定镇", text: "同意，不再二次延期。", period: by(6) },
  {
    step: "progress",
    on: day(-7),
    unit: "沣水镇",
    text: "23 个点位已看 16 个，取暖方式逐村核对。",
    percent: 70,
    next: "下周完成其余点位",
  },
  { step: "progress", on: day(-6), unit: "马尚街道", text: "42 处工地、堆场看过 25 处，交办 6 件。", percent: 60 },
  {
    step: "progress",
    on: day(-4),
    unit: "南定镇",
    text: "点位名单已定，看过 8 处。",
    percent: 45,
    difficulty: "缺少便携检测设备",
    next: "与区生态环境分局联合检测",
  },
  { step: "report-done", on: day(-2), unit: "和平街道", text: "18 处全部看完，问题 3 件已移交。", percent: 100 },
  {
    step: "ask-extension",
    on: day(-1),
    unit: "沣水镇",
    text: "两个村正在搬迁，住户不在，申请延期两周。",
    period: by(18),
  },
];

/** In their order, parts after the task that they are of. */
export const tasksLinkage = (around: AroundToday): readonly DemoTask[] => {
  const { day, by, between } = around;
  return [
    {
      key: "survey",
      inCampaign: true,
      came: day(-30),
      section,
      title: "秋冬季扬尘和散煤问题逐点排查",
      measures: "各镇（街道）人大组织代表逐点查看，一点一表，边查边交办",
      period: between(-30, 25),
      lead: [city],
      responsible: ["各镇（街道）人大"],
      support: ["区生态环境分局"],
      steps: surveySteps(around),
    },
    {
      partOf: "survey",
      inCampaign: true,
      came: day(-21),
      section,
      title: "沣水镇逐村核对取暖方式",
      measures: "村级环境监督员入户，登记燃煤、燃气、用电",
      period: by(3),
      lead: ["沣水镇"],
      responsible: [],
      steps: [
        { step: "assign", on: day(-21), unit: "东石村" },
        { step: "assign", on: day(-21), unit: "西石村" },
        { step: "assign", on: day(-21), unit: "南坡村", period: by(8) },
        { step: "receive", on: day(-20), unit: "东石村" },
        { step: "receive", on: day(-19), unit: "西石村" },
        { step: "progress", on: day(-8), unit: "西石村", text: "入户 120 户，剩 46 户。", percent: 70 },
        { step: "report-done", on: day(-5), unit: "东石村", text: "198 户登记完毕，燃煤 4 户。", percent: 100 },
        { step: "confirm", on: day(-4), unit: "东石村" },
      ],
    },
    {
      key: "rivers",
      inCampaign: true,
      came: day(-29),
      section,
      title: "代表巡河，发现排污即知即改",
      measures: "每名河道监督代表每月至少巡河一次",
      period: "长期坚持",
      lead: [city],
      responsible: [districts, "各镇（街道）人大"],
      steps: [
        { step: "receive", on: day(-28) },
        { step: "progress", on: day(-24), text: "巡河 34 次，发现问题 2 件，当日整改。" },
      ],
    },
    {
      key: "review",
      inCampaign: true,
      came: day(-26),
      section,
      title: "准备“向污染宣战”年度工作评议",
      measures: "汇总完成情况，听取代表和群众意见，部门提交自评",
      period: between(-26, 28),
      lead: ["市人大常委会办公室"],
      responsible: [districts],
      steps: [
        { step: "receive", on: day(-25) },
        { step: "progress", on: day(-3), text: "三项准备工作已分解下达。", percent: 35 },
      ],
    },
    {
      partOf: "review",
      inCampaign: true,
      came: day(-24),
      section,
      title: "汇总各镇（街道）任务完成情况",
      period: by(-3),
      lead: ["区人大城环工委"],
      steps: [
        { step: "assign", on: day(-24), unit: "区人大城环工委" },
        { step: "receive", on: day(-23), unit: "区人大城环工委" },
        {
          step: "report-done",
          on: day(-6),
          unit: "区人大城环工委",
          text: "13 个镇（街道）数据齐全，形成对照表。",
          percent: 100,
        },
        { step: "confirm", on: day(-5), unit: "区人大城环工委" },
      ],
    },
    {
      partOf: "review",
      inCampaign: true,
      came: day(-24),
      section,
      title: "收集代表和群众满意度",
      period: by(9),
      lead: ["区人大代表工委"],
      steps: [
        { step: "assign", on: day(-24), unit: "区人大代表工委", contact: `吴主任 ${telephone(31)}` },
        { step: "receive", on: day(-22), unit: "区人大代表工委" },
        { step: "progress", on: day(-4), unit: "区人大代表工委", text: "发放问卷 600 份，收回 410 份。", percent: 65 },
      ],
    },
    {
      partOf: "review",
      inCampaign: true,
      came: day(-24),
      section,
      title: "部门提交自评材料",
      period: by(15),
      lead: ["区生态环境分局"],
      responsible: ["区住房城乡建设局"],
      steps: [
        { step: "assign", on: day(-24), unit: "区生态环境分局" },
        { step: "assign", on: day(-24), unit: "区住房城乡建设局", period: by(12) },
        { step: "receive", on: day(-22), unit: "区生态环境分局" },
        { step: "progress", on: day(-9), unit: "区生态环境分局", text: "初稿完成。", percent: 50 },
      ],
    },
  ];
};

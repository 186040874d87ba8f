/**
 * The list of 2020, second part: inspections of the season, making the law on automatic monitoring, the hotline's
 * monthly analysis, the appraisal of six departments, and the year's end.
 */
import { monthlyUntilYearEnd, reportedMonthly } from "./monthly.ts";
import type { DemoTask } from "./types.ts";

const came = "2020-03-27";
const city = "市人大城环委";
const districts = "各区县人大常委会";

const inspections = "四、专项视察";
const legislation = "五、立法推进";
const hotline = "六、12345热线监督";
const appraisal = "七、专项工作评议";
const summary = "八、总结提升";

export const oversightTasks: readonly DemoTask[] = [
  {
    came,
    section: inspections,
    title: "视察建筑工地扬尘防治“六个百分之百”落实情况",
    period: "7月中旬",
    lead: [city],
    responsible: ["市住房城乡建设局", districts],
    steps: [
      { step: "receive", on: "2020-06-28" },
      { step: "report-done", on: "2020-07-17", text: "视察工地 14 处，列出问题 9 个，限期整改。", percent: 100 },
      { step: "confirm", on: "2020-07-21" },
    ],
  },
  {
    came,
    section: inspections,
    title: "视察餐饮油烟治理情况",
    measures: "夜间不打招呼，直奔现场",
    period: "8月上旬",
    lead: ["市城市管理局"],
    responsible: ["市生态环境局", districts],
    steps: [
      { step: "receive", on: "2020-07-15" },
      { step: "report-done", on: "2020-08-07", text: "夜查餐饮单位 32 家，7 家未按要求清洗净化设施。", percent: 100 },
      { step: "confirm", on: "2020-08-12" },
    ],
  },
  {
    came,
    section: inspections,
    title: "入河排污口排查整治",
    measures: "孝妇河、涝淄河、猪龙河沿线逐口编号，一口一策",
    period: "9月底前",
    lead: ["市生态环境局"],
    responsible: ["市水利局", districts],
    steps: [
      { step: "receive", on: "2020-06-10" },
      { step: "progress", on: "2020-07-28", text: "徒步排查 46 公里，登记排口 63 个。", percent: 50 },
      {
        step: "report-done",
        on: "2020-10-09",
        text: "封堵 21 个、规范 38 个，余 4 个纳入雨污分流工程。",
        percent: 100,
      },
      { step: "confirm", on: "2020-10-13" },
    ],
  },
  {
    came,
    section: inspections,
    title: "重点行业挥发性有机物治理执法检查",
    period: "三季度",
    lead: ["市生态环境局"],
    responsible: [districts],
    steps: [
      { step: "receive", on: "2020-06-30" },
      { step: "progress", on: "2020-08-20", text: "检查化工、印刷、涂装企业 28 家。", percent: 60 },
      { step: "report-done", on: "2020-09-25", text: "5 家企业完成密闭收集改造。", percent: 100 },
      { step: "confirm", on: "2020-09-29" },
    ],
  },
  {
    came,
    section: inspections,
    title: "秸秆禁烧巡查",
    period: "9月15日至11月15日",
    lead: ["市农业农村局"],
    responsible: [districts],
    support: ["各镇办"],
    steps: [
      { step: "receive", on: "2020-09-08" },
      { step: "report-done", on: "2020-11-16", text: "组织代表巡查 38 次，制止焚烧 6 起。", percent: 100 },
      { step: "confirm", on: "2020-11-19" },
    ],
  },
  {
    came,
    section: inspections,
    title: "散煤清洁替代和取暖保障专题调研",
    period: "10月底前",
    lead: [city],
    responsible: [districts],
    steps: [
      { step: "receive", on: "2020-09-21" },
      { step: "report-done", on: "2020-10-28", text: "走访 210 户，报送调研报告和建议 4 条。", percent: 100 },
      { step: "confirm", on: "2020-11-02" },
    ],
  },
  {
    came,
    section: legislation,
    title: "参加污染源自动监控管理立法外出考察",
    measures: "由市人大法工委、城环委和司法、住建、生态环境等部门组成考察组，赴济宁、南京",
    period: "5月26日到29日",
    lead: [city],
    responsible: ["市人大常委会法工委", "市司法局", "市住房城乡建设局", "市生态环境局"],
    steps: [
      { step: "receive", on: "2020-05-20" },
      { step: "report-done", on: "2020-05-29", text: "提供我区 16 家重点排污单位联网情况作为考察材料。", percent: 100 },
      { step: "confirm", on: "2020-06-03" },
    ],
  },
  {
    came,
    section: legislation,
    title: "组织代表和排污单位参加条例草案座谈",
    measures: "全年共开立法研讨会 13 次，草案前后改了 45 稿",
    period: "5月—8月",
    lead: ["市人大常委会法工委"],
    responsible: [city, districts],
    steps: [
      { step: "receive", on: "2020-05-20" },
      {
        step: "progress",
        on: "2020-07-08",
        text: "召开工业排污、扬尘排污单位座谈会各 1 次，收集意见 37 条。",
        percent: 60,
      },
      { step: "report-done", on: "2020-08-26", text: "意见汇总报送，采纳 11 条。", percent: 100 },
      { step: "confirm", on: "2020-08-31" },
    ],
  },
  {
    came: "2020-08-04",
    section: hotline,
    title: "建立“三个一”机制：一月一分析、一研判、一行动",
    measures: "依据 7 月 31 日通过的热线监督决议和 8 月 3 日的实施方案，每月 5 日前分析上月投诉的量与质",
    period: monthlyUntilYearEnd("9月—12月每月5日前", 5, "09"),
    lead: ["市人大常委会办公室"],
    responsible: ["市民投诉中心", districts],
    steps: [
      { step: "receive", on: "2020-08-05" },
      ...reportedMonthly(9, 5, "按部门比对同比、环比，双升部门名单已提交主任会议。"),
    ],
  },
  {
    came: "2020-08-04",
    section: hotline,
    title: "对投诉同比、环比双升的部门开展专题询问和电子表决",
    measures: "赞成不过半数的，专题调研后提请下次会议再次听取报告",
    period: "8月下旬",
    lead: ["市人大常委会办公室"],
    responsible: [city, districts],
    steps: [
      { step: "receive", on: "2020-08-05" },
      { step: "report-done", on: "2020-08-27", text: "两个部门到会报告并应询，表决结果当场公布。", percent: 100 },
      { step: "confirm", on: "2020-08-31" },
    ],
  },
  {
    came: "2020-08-04",
    section: hotline,
    title: "总结降低群众投诉量的典型做法并作会议交流",
    period: "12月",
    lead: [city],
    responsible: ["市城市管理局", "市生态环境局", "市自然资源局", "市交通运输局", "市住房城乡建设局"],
    support: [districts],
    steps: [
      { step: "receive", on: "2020-08-06" },
      { step: "progress", on: "2020-10-30", text: "8 月、10 月已有三个部门在常委会会议上交流。", percent: 60 },
      { step: "report-done", on: "2020-12-24", text: "12 月又有两个部门交流，典型材料汇编成册。", percent: 100 },
      { step: "confirm", on: "2020-12-28" },
    ],
  },
  {
    came,
    section: appraisal,
    title: "征集对六个被评议部门的意见建议",
    measures: "公安、人社、自然资源、住建、交通、城管；公开信、走访、座谈、热线并用",
    period: "4月底前",
    lead: ["市人大常委会办公室"],
    responsible: [districts],
    steps: [
      { step: "receive", on: "2020-03-28" },
      {
        step: "report-done",
        on: "2020-04-28",
        text: "全市征集：公安 756 条；自然资源 2206 条，归并为 90 条，再提炼 10 个重点；住建 2350 条归并为 10 条；人社 600 余条。",
        percent: 100,
      },
      { step: "confirm", on: "2020-05-06" },
    ],
  },
  {
    came,
    section: appraisal,
    title: "召开意见建议交办会，建立整改台账",
    period: "5月底前",
    lead: ["市人大常委会办公室"],
    responsible: [districts, "区直各部门"],
    note: "住建系统前 4 个月热线转办 994 件，同比下降 10%",
    steps: [
      { step: "receive", on: "2020-05-07" },
      { step: "report-done", on: "2020-05-22", text: "区级交办会召开，6 个对口部门逐条认领。", percent: 100 },
      { step: "confirm", on: "2020-05-27" },
    ],
  },
  {
    came,
    section: appraisal,
    title: "评议整改“回头看”",
    measures: "盯住投诉量和满意率两个指标",
    period: "11月底前",
    lead: ["市人大常委会办公室"],
    responsible: [districts],
    note: "公安系统一季度热线 2252 件，满意率 82.24%，比上年 79.28% 提高 2.96 个百分点",
    steps: [
      { step: "receive", on: "2020-09-10" },
      { step: "progress", on: "2020-10-20", text: "抽查整改事项 48 件，44 件属实。", percent: 50 },
      {
        step: "report-done",
        on: "2020-11-26",
        text: "被评议部门投诉量同比下降三成，4 件不实的已退回重办。",
        percent: 100,
      },
      { step: "confirm", on: "2020-12-01" },
    ],
  },
  {
    came: "2020-11-25",
    section: summary,
    title: "配合市人大常委会调研组征求明年工作意见建议",
    measures: "6 个调研组集中到区县，走访全国、省人大代表，召开座谈会",
    period: "12月3日—5日",
    lead: ["市人大代工委"],
    responsible: [districts],
    steps: [
      { step: "receive", on: "2020-11-26" },
      {
        step: "report-done",
        on: "2020-12-05",
        text: "全市摸排代表拟提议案、建议 138 件，其中沂源县 3 件已先行转办；我区 19 件。",
        percent: 100,
      },
      { step: "confirm", on: "2020-12-09" },
    ],
  },
  {
    came,
    section: summary,
    title: "完成《决议》贯彻落实和代表履职情况总结",
    period: "2020年底前，并长期坚持",
    lead: [city],
    responsible: [districts],
    steps: [
      { step: "receive", on: "2020-11-20" },
      { step: "report-done", on: "2020-12-25", text: "总结报告经主任会议审定后报送。", percent: 100 },
      { step: "confirm", on: "2020-12-31" },
    ],
  },
];

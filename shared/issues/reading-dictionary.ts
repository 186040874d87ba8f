/** What rectification ledgers call their columns (ledger-import.md). */
import type { Dictionary, HeadPath, Recognised, Rule } from "../sheets/dictionary.ts";
import { recogniserOf } from "../sheets/dictionary.ts";

export const issueMeanings = [
  "no",
  "title",
  "source",
  "place",
  "unit",
  "leader",
  "person",
  "phone",
  "measures",
  "limit",
  "type",
  "progress",
  "monthly",
  "state",
  "closedOn",
  "note",
  "section",
] as const;
export type IssueMeaning = (typeof issueMeanings)[number];

const WITH_PHONE = "(?:(?:姓名)?[及和与、/]?(?:联系)?(?:电话|方式|手机|手机号码?)?)";

const rules: readonly Rule<IssueMeaning>[] = [
  ["no", 1, /^(?:序号|编号|问题编号|问题序号)$/u],
  [
    "no",
    0.8,
    /^(?:序|号|序列号?|次序|顺序号?|编码|清单编号|台账编号|事项编号|件号|案件编号|工单编号|工单号|受理编号|项目号|no|id)$/u,
  ],

  ["phone", 1, /^(?:联系)?(?:电话|手机)(?:号码?)?$|^(?:联系方式|手机号码?|电话号码)$/u],
  ["phone", 0.9, /^(?:责任人|联系人|经办人|联络员|承办人)(?:联系)?(?:电话|手机|方式|手机号码?|联系方式)$/u],

  ["closedOn", 1, /^(?:销号|办结|销号办结|办结销号)(?:时间|日期)$/u],
  ["closedOn", 0.8, /^(?:实际)?(?:销号|办结|验收销号|验收|核销)(?:时间|日期|年月日)$/u],

  ["state", 1, /^(?:状态|整改状态|是否完成|是否销号)$/u],
  [
    "state",
    0.95,
    /^(?:问题|办理|完成|销号|当前|目前|处理|处置|办结|整改完成|推进|落实|整改销号|验收|工单)(?:状态)$|^(?:是否)(?:已)?(?:完成|销号|办结|整改|整改到位|完成整改|整改完成|整改销号|完成销号|验收|通过验收|办结销号|验收销号|整改完毕|落实|落实到位|到位)$|^(?:完成|整改|办结|销号|落实)(?:与否)$/u,
  ],

  ["progress", 1, /^(?:整改情况|进展情况|办理情况|完成情况)$/u],
  [
    "progress",
    0.9,
    /^(?:目前|当前|最新|整改|工作|问题|任务|办理|推进|落实|处理|处置|截至目前|阶段性?)*(?:进展情况|完成情况|整改情况|落实情况|办理情况|处理情况|处置情况|推进情况|进展|进度|整改进展|整改进展情况|进度情况|整改成效|整改结果|办理结果|处理结果|处置结果|办理进展)$/u,
  ],

  ["limit", 1, /^(?:整改时限|完成时限|办理时限|截止日期)$/u],
  [
    "limit",
    0.95,
    /^(?:整改|完成|办理|办结|处置|处理|落实|整改完成|完成整改|计划完成|计划整改|拟完成|预计完成|要求完成|限期整改|整治|销号|交办|承诺)*(?:时限|期限|时限要求|完成时限|完成期限|时间节点|时间要求|截止时间|截止日期|到期日|到期时间|节点|限期)$/u,
  ],
  ["limit", 0.85, /^(?:计划|预计|拟|要求|规定|限定|整改|限期)*(?:完成时间|完成日期|整改时间|整改日期|办理时间)$/u],
  ["limit", 0.5, /^(?:时间|日期)$/u],

  ["type", 1, /^(?:整改类型|问题类型)$/u],
  ["type", 0.8, /^(?:整改类别|整改方式|整改性质|类型|整改分类)$/u],

  ["measures", 1, /^(?:整改措施|措施内容|拟办意见)$/u],
  [
    "measures",
    0.9,
    /^(?:整改|具体|主要|工作|推进|落实|处理|处置|整治|解决|治理|办理|改进|拟采取的?|拟整改)*(?:措施|举措|方案|办法|措施要求|措施及要求|意见措施|工作措施|整改措施)(?:内容)?$|^(?:整改|办理|处理|拟处理|处置)(?:意见|要求|内容|计划|思路)$/u,
  ],

  ["source", 1, /^(?:来源|问题来源)$/u],
  [
    "source",
    0.9,
    /^(?:问题|信息|线索|意见|建议|事项|反映|案件|工单|诉求|举报)*(?:来源|来源渠道|反映渠道|渠道|提出渠道|发现渠道|发现途径|来源单位|来源类别|来源方式)$/u,
  ],

  ["place", 1, /^(?:地点|点位|位置)$/u],
  [
    "place",
    0.9,
    /^(?:问题|具体|所在|发生|点位|整改|反映|涉及|详细)*(?:地点|点位|位置|地址|点位名称|点位位置|地点点位|区域位置|具体位置|所在地|地段|路段)$/u,
  ],

  ["unit", 1, /^(?:整改责任单位|责任单位|承办单位|整改单位)$/u],
  [
    "unit",
    0.95,
    /^(?:整改|问题|具体|落实|办理|处置|整改落实|整改承办|整改牵头|整改责任)*(?:责任单位|责任部门|承办单位|承办部门|整改单位|整改部门|落实单位|落实部门|责任主体|责任科室|承办科室|责任镇办|责任镇街|整改主体|办理单位|办理部门|处置单位|处置部门|实施单位|责任处室)(?:[及和与、/](?:部门|单位|责任单位|科室|责任人|人员|联系人))?$/u,
  ],
  ["unit", 0.8, /^(?:整改)?(?:牵头|主办|主责|主管)(?:责任)?(?:单位|部门|科室)$/u],
  ["unit", 0.5, /^(?:单位|部门|单位名称|责任分工|责任)$/u],

  ["leader", 1, /^(?:责任领导|分管领导|包保领导)$/u],
  [
    "leader",
    0.9,
    /^(?:整改)?(?:责任|分管|包保|包抓|包联|牵头|挂包|挂钩|主管|主要|督办|联系|区级|县级|市级|镇级|局级|党组|班子|包案|领办|负责|具体|第一)+(?:责任)?(?:领导|县领导|区领导|市领导|负责同志)(?:姓名)?(?:及职务)?(?:[及和与、/]?(?:联系)?(?:电话|方式|手机))?$|^领导$/u,
  ],

  ["person", 1, /^(?:责任人|联系人|经办人)$/u],
  ["person", 0.95, new RegExp(`^(?:责任人|联系人|经办人|责任人员)${WITH_PHONE}$`, "u")],
  [
    "person",
    0.9,
    new RegExp(
      `^(?:整改|具体|直接|单位|承办|办理|落实|科室|包保|工作|业务|第一)*(?:责任人|联系人|经办人|联络员|承办人|负责人|联络人|责任人员|经手人|办理人|整改人)${WITH_PHONE}$`,
      "u",
    ),
  ],

  ["title", 1, /^(?:问题|问题描述|存在问题|问题概要|意见建议|反映内容)$/u],
  [
    "title",
    0.95,
    /^(?:存在|主要|具体|突出|反馈|反映|发现|交办|整改|查摆|梳理|检查发现|存在主要|存在突出|存在具体|交办反馈|群众反映|热点难点|意见)?的?(?:主要|突出|具体|共性|个性)?的?(?:问题|问题内容|问题描述|问题概述|问题简述|问题概要|问题表现|问题详情|问题名称|问题情况|问题事项|问题摘要|问题清单|问题及表现|问题(?:具体)?表现)(?:描述|内容)?$/u,
  ],
  [
    "title",
    0.85,
    /^(?:问题(?:及|和|、)?(?:不足|短板|隐患|线索)|(?:反映|诉求|投诉|举报|信访|交办|意见|建议|整改|办理|转办|案件|问题线索|工单)(?:的)?(?:内容|事项|问题|诉求|摘要|主题|描述|概要|任务|情况简述)|(?:意见|建议)(?:和|及|、)?(?:建议|意见)?(?:内容)?|主要内容|隐患描述|隐患内容|(?:问题)?隐患)$/u,
  ],
  ["title", 0.5, /^(?:内容|事项|工作任务|重点任务|任务)$/u],

  ["note", 1, /^备注$/u],
  ["note", 0.8, /^(?:备注说明|说明|附注|其他|其它|备注栏|注)$/u],

  // looser: a word of the field's own with something before or behind it
  ["unit", 0.7, /^.{1,6}(?:责任单位|责任部门|承办单位|整改单位|承办部门|整改部门)$/u],
  ["title", 0.75, /^(?:.{0,4}问题|反映内容|意见建议|问题描述)(?:及|和|与|、|\/).{1,8}$/u],
  ["title", 0.65, /^.{1,6}(?:问题|问题描述|反映内容|问题概要|意见建议)$/u],
  ["measures", 0.75, /^(?:整改|具体|主要|工作|处理)?(?:措施|举措)(?:及|和|与|、|\/).{1,8}$/u],
  ["measures", 0.65, /^.{1,6}(?:措施|举措)$/u],
  ["limit", 0.65, /^.{1,6}(?:时限|期限|截止日期)$/u],
  ["source", 0.75, /^(?:问题)?来源(?:及|和|与|、|\/).{1,8}$/u],
  [
    "progress",
    0.7,
    /^.{0,6}(?:整改情况|进展情况|办理情况|完成情况|落实情况|进展|成效)(?:及|和|与|、).{1,8}$|^.{1,6}(?:整改情况|进展情况|办理情况|完成情况|落实情况|处理情况)$/u,
  ],
];

const recogniseName = recogniserOf(rules);

const MONTH_LEAF =
  /^(?:(?:19|20)?\d{2}年)?(1[0-2]|0?[1-9])月份?(?:底|末|整改|工作|最新|推进|办理|落实|完成)*(?:情况|进展|进度|进展情况|成效|完成情况)?$/u;
const REPORTS = /情况|进展|进度|成效|落实/u;

/** 1月整改情况, or 整改进展情况 over 7月份; the month stands in the lowest head. Undefined for any other column. */
export const monthOfReport = (path: HeadPath): number | undefined => {
  const leaf = path.at(-1) ?? "";
  const match = MONTH_LEAF.exec(leaf);
  if (!match) return undefined;
  const upper = path.slice(0, -1);
  const isReport = REPORTS.test(leaf) || upper.some((name) => REPORTS.test(name)) || upper.length === 0;
  return isReport ? Number(match[1]) : undefined;
};

const recognise = (path: HeadPath): Recognised<IssueMeaning> | undefined => {
  if (monthOfReport(path) !== undefined) return { meaning: "monthly", rank: 0.9 };
  const found = recogniseName(path);
  // the leader's telephone is not the responsible person's
  if (found?.meaning === "phone" && path.some((name) => /领导/u.test(name))) return undefined;
  return found;
};

const weights = {
  no: 2,
  title: 5,
  source: 1.5,
  place: 1,
  unit: 3,
  leader: 1,
  person: 1,
  phone: 0.5,
  measures: 2,
  limit: 2,
  type: 1,
  progress: 1.5,
  monthly: 1,
  state: 2,
  closedOn: 1,
  note: 1,
} as const;

const shared = new Set<IssueMeaning>(["progress", "monthly", "state"]);

export const issueDictionary: Dictionary<IssueMeaning> = {
  recognise,
  weights,
  shared,
  suffices: (has) =>
    has("title") &&
    (["no", "unit", "limit", "state", "progress", "measures", "source", "monthly", "place"] as const).some(has),
  second: {},
};

/** One of the three lists (三张清单): a responsibility list names no problem, only its number. */
export const partListDictionary: Dictionary<IssueMeaning> = {
  ...issueDictionary,
  suffices: (has) =>
    has("no") &&
    (["title", "unit", "leader", "person", "measures", "limit", "state", "progress", "monthly"] as const).some(has),
};

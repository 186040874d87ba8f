/** What task lists call their columns (task-list-import.md 'Finding the table'). */
import type { Dictionary, Rule } from "../sheets/dictionary.ts";
import { recogniserOf } from "../sheets/dictionary.ts";

export const taskMeanings = [
  "no",
  "title",
  "measures",
  "lead",
  "responsible",
  "support",
  "period",
  "periodStart",
  "note",
  "section",
] as const;
export type TaskMeaning = (typeof taskMeanings)[number];

const WHO =
  "(?:单位|部门|科室|处室|镇街|镇办|机关|主体|区县|委室|室|方|机构|责任单位|责任部门|单位部门|部门单位|(?:单位|部门)名称)";
const UNITS = `${WHO}(?:[及和与、/或]?(?:部门|单位|人员|责任人|科室|个人))?`;

/** Times that say when something was done or told, not when it is due. */
const NOT_DUE =
  /填报|填表|报告|上报|更新|反馈|销号|办结时间|实际|登记|受理|交办|下发|检查时间|验收|审核|制表|印发|接收|收到/u;

const rules: readonly Rule<TaskMeaning>[] = [
  ["no", 1, /^(?:序号|编号|项目号|项目编号|任务编号|任务号|事项编号|清单编号|活动编号)$/u],
  ["no", 0.8, /^(?:序|号|序列|序列号|次序|顺序|顺序号|条目号|编码|任务序号|工作序号|项目序号|事项序号|no|id)$/u],

  [
    "lead",
    1,
    new RegExp(
      `^(?:主要)?(?:牵头|主办|主责|主管|总牵头|责任牵头|牵头主办|牵头责任|第一责任)(?:\\(?主办\\)?|\\(?责任\\)?|人大)?${UNITS}$`,
      "u",
    ),
  ],
  ["lead", 0.85, /^(?:牵头|主办|主责)$|^(?:牵头|主办).{0,4}(?:单位|部门|科室|委室)$/u],

  [
    "support",
    1,
    new RegExp(
      `^(?:主要)?(?:配合|协办|会办|协助|协同|协作|协同配合|配合协办|参与|参加|支持|配合责任|参与配合|协同责任)${UNITS}$`,
      "u",
    ),
  ],
  ["support", 0.85, /^(?:配合|协办|会办|协同|协助)$|^(?:配合|协办|会办).{0,4}(?:单位|部门|科室|委室)$/u],

  [
    "responsible",
    1,
    new RegExp(
      `^(?:具体)?(?:责任|承办|落实|落实责任|整改责任|整改|实施|执行|承担|落实承办|责任落实|责任承办|承担责任)${UNITS}$`,
      "u",
    ),
  ],
  [
    "responsible",
    0.85,
    /^(?:责任|承办|落实|责任分工|任务分工|责任主体|责任分解|分工|责任处室|负责单位|负责部门|主体单位|责任单位和责任人|承担单位|工作分工|职责分工|组织单位|组织实施单位|组织部门)$/u,
  ],
  ["responsible", 0.5, /^(?:单位|部门|单位名称|部门名称|相关单位|有关单位)$/u],

  ["title", 1, /^(?:工作任务|重点任务|主要任务|任务内容|工作内容|活动内容|意见建议)$/u],
  [
    "title",
    0.97,
    /^(?:重点|主要|年度|目标|具体|专项|联动|督导|整治|整改|年度重点|年度工作|重点工作|重点整治|联动监督|监督|攻坚)?(?:工作任务|任务名称|任务事项|目标任务|任务)$/u,
  ],
  [
    "title",
    0.95,
    /^(?:重点|主要|年度|联动|督导|具体|监督)?(?:工作|事项|工作事项|重点事项|活动|活动名称|活动主题|活动项目|项目名称|工作项目|工作名称|事项名称|重点工作内容|主要工作内容|工作事项内容|任务清单|工作清单|任务及内容|活动安排|活动及内容|工作任务及内容)$/u,
  ],
  [
    "title",
    0.8,
    /^(?:(?:重点|主要|具体|年度|总体|分项|细化|分解|专项|阶段性?)+(?:工作)?(?:任务|工作|事项|活动)(?:名称|内容|事项|分解|及内容|和内容|安排)?|(?:任务|工作|活动|事项|建议)(?:名称|内容|事项|主题|分解|描述|概要)|(?:意见|建议)(?:和|及|、)?(?:建议|意见)?(?:内容)?|(?:主要|建议|具体|审议)内容)$/u,
  ],
  ["title", 0.6, /^(?:项目|内容|事项|任务|议题|议案|名称|主题|类目|类别项目|重点项目)$/u],

  ["measures", 1, /^(?:具体措施|推进措施|整改措施|落实举措|工作要求)$/u],
  [
    "measures",
    0.95,
    /^(?:工作|主要|重点|落实|推进|具体|保障|贯彻|实施|整治|整改|任务|目标|细化|攻坚|推动|完成|贯彻落实|推进落实|工作推进|创新|改进|办理)*(?:措施|举措|要求|做法|办法|步骤|路径|抓手|措施要求|目标要求|措施及要求|措施和要求|措施与要求|方式方法)(?:内容|安排)?$/u,
  ],
  [
    "measures",
    0.7,
    /^(?:具体|细化|分解|分项|推进|阶段)(?:任务|内容|工作|事项|安排|工作内容|任务内容|工作安排|实施内容)$/u,
  ],
  ["measures", 0.6, /^(?:目标要求|工作安排|任务要求|工作标准)$/u],

  [
    "periodStart",
    0.9,
    /^(?:计划|预计|拟)?(?:开始|启动|起始|开工|开展)(?:时间|日期|时限|时点)$|(?:时间|时限|日期|期限)(?:起|开始|起始)$/u,
  ],
  ["period", 1, /^(?:完成时限|完成时间|推进时间|时间节点|时限要求|整改时限)$/u],
  [
    "period",
    0.95,
    /^(?:计划|预计|拟|要求|规定|拟定|初定|最迟|任务|工作|活动|推进|落实|整改|办理|办结|实施|完成|开展|举办|组织|进度|报送|达标|办理完成|整改完成|计划完成|预计完成|任务完成|工作推进|完成整改|推进落实)*(?:时限|时间|期限|时间节点|时间要求|时间安排|时限要求|完成期限|完成日期|完成节点|节点|时间进度|时间表|截止时间|截止日期|结束时间|结束日期|完成时限要求|进度时限|起止时间|时段|周期|时间段)$/u,
  ],
  [
    "period",
    0.7,
    /^(?:进度安排|推进计划|工作进度|时间进度|进度计划|进度要求|日期|截止|期限要求|完成节点|推进安排|时间计划|活动日期|月份|推进节点|(?:时间|时限|日期|期限)(?:止|结束|截止))$/u,
  ],

  // what our own forms call it where sections do not stand as rows of their own
  ["section", 1, /^分节$/u],

  ["note", 1, /^备注$/u],
  ["note", 0.8, /^(?:备注说明|说明|附注|其他|备考|其它|备注栏|情况说明|注)$/u],

  ["title", 0.7, /^(?:年度|主要|重点)?(?:工作)?(?:要点|重点|安排事项)$|^(?:工作|重点工作|年度工作)要点(?:内容)?$/u],
  ["title", 0.5, /^(?:工作|主要|年度|重点)?目标$/u],

  // looser: a word of the field's own with something before or behind it
  ["lead", 0.7, /^.{1,6}(?:牵头|主办|主责)(?:责任)?(?:单位|部门|科室|委室)$/u],
  ["support", 0.7, /^.{1,6}(?:配合|协办|会办|协助|协同)(?:单位|部门|科室|委室)$/u],
  ["responsible", 0.7, /^.{1,6}(?:责任|承办|落实|实施)(?:单位|部门|科室|委室|主体)$/u],
  [
    "title",
    0.75,
    /^(?:工作任务|重点任务|主要任务|任务内容|工作内容|活动内容|重点工作|工作事项|任务|工作)(?:及|和|与|、|\/).{1,8}$/u,
  ],
  ["title", 0.65, /^.{1,6}(?:工作任务|重点任务|主要任务|任务内容|工作内容|活动内容|工作事项|目标任务)$/u],
  ["measures", 0.75, /^(?:具体|推进|整改|工作|主要|落实|保障)?(?:措施|举措)(?:及|和|与|、|\/).{1,8}$/u],
  ["measures", 0.65, /^.{1,6}(?:措施|举措)$/u],
  ["period", 0.75, /^(?:完成|整改|办理|推进|实施|落实)?(?:时限|时间|时间节点|期限)(?:及|和|与|、|\/).{1,6}$/u],
  ["period", 0.65, /^.{1,6}(?:时限|期限|完成时间|时间节点|时限要求|时间安排)$/u],
];

const recogniseName = recogniserOf(rules);

const weights = {
  no: 2,
  title: 5,
  measures: 2,
  lead: 3,
  responsible: 3,
  support: 2,
  period: 3,
  periodStart: 1,
  note: 1,
  section: 0.5,
} as const satisfies Record<TaskMeaning, number>;

export const taskDictionary: Dictionary<TaskMeaning> = {
  recognise: (path) => {
    const found = recogniseName(path);
    if (!found) return undefined;
    const isTime = found.meaning === "period" || found.meaning === "periodStart";
    // 领导 and 责任人 are people: kept under their own names
    if (path.some((name) => /领导|责任人|联系人|负责人|联络员|姓名|电话/u.test(name) && !/单位|部门|科室/u.test(name)))
      return undefined;
    return isTime && path.some((name) => NOT_DUE.test(name)) ? undefined : found;
  },
  weights,
  shared: new Set<TaskMeaning>(["lead", "responsible", "support"]),
  suffices: (has) =>
    (has("title") &&
      (has("lead") || has("responsible") || has("period") || has("no") || has("measures") || has("support"))) ||
    (has("measures") && (has("lead") || has("responsible")) && (has("period") || has("no"))),
  second: { title: "measures" },
  instead: { needed: "title", by: "measures" },
};

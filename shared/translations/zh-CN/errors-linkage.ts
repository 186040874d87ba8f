/** 联动任务各环节的拒绝及其处理办法。每个部分一段，互不相干。 */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions

  // Units: villages, pasting

  // Urgings and dispatch

  // Fill-back forms

  // Board

  // Campaigns and templates
  "campaign-name-taken": {
    message: "已有名为“{{name}}”的行动。",
    hint: "请直接用它，或者换一个名称。",
  },
  "campaign-withdrawn": {
    message: "行动“{{name}}”已撤销。",
    hint: "请先撤回它的撤销，或者另建一个行动。",
  },
  "template-nothing": {
    message: "没有任务可存为模板：当前清单中没有任务，或者都已撤销。",
    hint: "请放宽筛选条件，或者换一份清单再存。",
  },
  "template-all-left-out": {
    message: "模板中的任务都被略去了，没有任务可下发。",
    hint: "请至少保留一项任务。",
  },
  "year-out-of-range": {
    message: "年份 {{year}} 超出范围。",
    hint: "请填 2000 至 2099 之间的年份。",
  },
} as const;

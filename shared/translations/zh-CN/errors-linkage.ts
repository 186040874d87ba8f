/** 联动任务各环节的拒绝及其处理办法。每个部分一段，互不相干。 */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions

  // Units: villages, pasting
  "village-needs-town": {
    message: "“{{name}}”不是镇（街道），村和社区要列在镇（街道）之下。",
    hint: "请先选择它们所属的镇（街道），再录入名称。",
  },
  "village-not-enrolled": {
    message: "“{{name}}”是村（社区），不单独入册。",
    hint: "村和社区不用本程序，由所在的镇（街道）代为签收和填报。",
  },
  "names-none": {
    message: "没有读出名称。",
    hint: "请一行写一个名称；前面的序号会自动去掉。",
  },
  "names-all-there": {
    message: "这 {{count}} 个名称在“{{name}}”之下都已经有了，没有新增。",
    hint: "不需要再录入；同名而不同的单位，请写全称以便区分。",
  },
  "names-none-in-file": {
    message: "“{{name}}”里没有读出单位名称。",
    hint: "请用一列写名称、一行一个的表格或文本文件。",
  },

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
  "template-withdrawn": {
    message: "模板“{{name}}”已撤销。",
    hint: "请先撤回它的撤销，或者另存一个模板。",
  },
  "year-out-of-range": {
    message: "年份 {{year}} 超出范围。",
    hint: "请填 2000 至 2099 之间的年份。",
  },
} as const;

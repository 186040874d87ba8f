/** Words of what is wrong with a row of a list: what stands there, and what to do. Keys are the codes of the readings. */
export const problems = {
  // Lists of every kind
  "title-missing": "有序号（{{no}}）但没有名称，这一行没有导入。请在名称栏补上内容，或确认这一行不需要。",
  "title-missing-without-number": "这一行没有名称，也不接在哪一项下面，没有导入。请补上名称，或确认这一行不需要。",
  "period-unknown": "看不懂时限“{{text}}”，已按原文保留、没有日期。请改成“4月10日前”“5月上旬”“每月5日前”这样的写法。",
  "period-backwards":
    "时限“{{text}}”结束早于开始，已按原文保留、没有日期。请改正其中一头；跨年的写明年份，如“2020年11月1日至2021年3月1日”。",
  "period-gap": "“{{text}}”中间有间断，已当作从最早到最晚的一段。若应分开，请改写时限。",
  "period-year-missing": "时限“{{text}}”没有写年份，表里也找不到年份。请在上方选择年份。",
  "number-twice": "编号 {{no}} 在本节已经用过（第 {{first}} 行），两条都会导入。请核对编号。",
  // The rectification ledger
  "state-unknown": "“{{text}}”不是已知的状态，暂记为“整改中”，原文保留。请在上方选择它应对应的状态。",
  "type-unknown": "“{{text}}”不是已知的整改类型，已留空。请改成“立行立改”“分阶段整改”或“持续整改”。",
  "limit-beside":
    "第 {{row}} 行另写了时限“{{other}}”；一个问题只有一个时限，取的是“{{text}}”。如应以后者为准，请在这里改。",
  "closed-on-unknown": "看不懂销号时间“{{text}}”，已留空。请改成“2020年6月30日”这样的写法。",
  "number-in-one-list": "编号 {{no}} 只在“{{list}}”里有，其他清单里没有。请核对各清单的编号。",
  "number-not-in-problem-list":
    "编号 {{no}} 只在“{{list}}”里有，问题清单里没有，这一行没有导入。请在问题清单里补上，或改正编号。",
  "number-missing-in-list": "“{{list}}”的这一行没有编号，无法对应到问题，没有导入。请补上编号。",
  // What the preview says of the whole list
  "text-passed": "正文中有 {{count}} 段没有写明单位，未作为任务读取。",
  "hidden-rows": "表里有 {{count}} 行被隐藏（第 {{rows}} 行），已照常读取。",
  "hidden-columns": "表里有 {{count}} 列被隐藏（{{columns}}），已照常读取。",
  "other-tables": "工作簿里另有 {{count}} 张表也像清单（{{sheets}}），需要时可以改选。",
  "cells-beyond": "有 {{count}} 个单元格在第 {{columns}} 列以外，没有读取。",
} as const;

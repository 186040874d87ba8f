/** 汇总各单位反馈时起草的文字（上报前由人修改）。 */
export const taskSummary = {
  reported: "{{count}} 个单位中 {{reported}} 个已反馈",
  all: "{{count}} 个单位全部反馈",
  nobody: "{{count}} 个单位尚无新的反馈",
  percent: "平均进度 {{percent}}%",
  entry: "{{unit}}：{{text}}",
  entryPercent: "{{unit}}（{{percent}}%）：{{text}}",
  entryBare: "{{unit}}（{{percent}}%）",
  nothing: "无新进展",
  done: "已报完成",
  difficulty: "困难：{{text}}",
  next: "下一步：{{text}}",
  silent: "尚未反馈：{{units}}",
  comma: "，",
  listing: "、",
  semicolon: "；",
  stop: "。",
} as const;

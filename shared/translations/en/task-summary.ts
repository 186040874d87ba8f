/** Words of the summary that is drafted from the units' entries, for a person to edit before it is sent up. */
export const taskSummary = {
  reported: "{{reported}} of {{count}} units reported",
  all: "All units have reported ({{count}})",
  nobody: "No unit has reported anew ({{count}} asked)",
  percent: "mean progress {{percent}} %",
  entry: "{{unit}}: {{text}}",
  entryPercent: "{{unit}} ({{percent}} %): {{text}}",
  entryBare: "{{unit}} ({{percent}} %)",
  nothing: "nothing to report",
  done: "reported done",
  difficulty: "difficulty: {{text}}",
  next: "next: {{text}}",
  silent: "Not heard of: {{units}}",
  comma: ", ",
  listing: ", ",
  semicolon: "; ",
  stop: ". ",
} as const;

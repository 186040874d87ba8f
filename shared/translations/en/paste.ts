/** Pasting into a list and filling down: the preview and what came of it. */
import type { Translated } from "../translated.ts";
import type { paste as chinese } from "../zh-CN/paste.ts";

export const paste = {
  title: "What pasting would do",
  titleFill: "What filling down would do",
  ok: "Paste",
  okFill: "Fill down",
  changes: "Cells to change: {{count}}",
  adds: "Records to add: {{count}}",
  refused: "Cells that cannot be taken: {{count}}",
  leaveOut: "Leave out the cells that cannot be taken, paste the rest",
  surplus: "Add the lines beyond the list as new records: {{count}}",
  surplusDropped: "Lines beyond the list without a title column, left out: {{count}}",
  passed: "Columns that the program works out are passed over: {{fields}}",
  beyond: "Copied columns with no column here, left out: {{count}}",
  row: "Line",
  record: "Record",
  newRecord: "New",
  blank: "(blank)",
  more: "Further lines, not shown, are handled alike: {{count}}",
  nothing: "Nothing would change by pasting here.",
  noText: "There is no text on the clipboard. Copy cells in Excel or WPS first, then press Ctrl+V.",
  noColumn: "From this column on, no column takes what is pasted.",
  noFill: "Select two or more rows in columns that can be written, then press Ctrl+D.",
  tooMany: "At most {{count}} lines are pasted at once; import more.",
  done: "Pasted; cells changed: {{changed}}, records added: {{added}}",
  filled: "Filled down; cells changed: {{changed}}",
} as const satisfies Translated<typeof chinese>;

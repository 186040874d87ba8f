/** The columns of the task list: on the screen, in filters, in the Excel export and on the command line. */
import { markValues } from "../exchange/marks.ts";
import type { Field } from "../list/query.ts";
import { taskStates } from "./record.ts";

export const lightValues = ["overdue", "soon", "behind", "on-track", "done", "none"] as const;
export type Light = (typeof lightValues)[number];

/** Whose answer an extension waits for: this office's, or that of the office above which was asked. */
export const extensionWaits = ["here", "above"] as const;

export const taskFields = [
  { key: "light", kind: "light", choices: lightValues, width: 98, sortable: true, filterable: true, usual: true },
  { key: "no", kind: "text", width: 52, sortable: true, filterable: false, usual: true },
  { key: "title", kind: "long", width: 170, sortable: true, filterable: true, usual: true },
  { key: "measures", kind: "long", width: 150, sortable: false, filterable: true, usual: true },
  { key: "lead", kind: "units", width: 108, sortable: true, filterable: true, usual: true },
  { key: "responsible", kind: "units", width: 128, sortable: true, filterable: true, usual: true },
  { key: "support", kind: "units", width: 132, sortable: true, filterable: true, usual: false, onPaper: true },
  { key: "period", kind: "text", width: 112, sortable: true, filterable: true, usual: true },
  { key: "due", kind: "date", width: 88, sortable: true, filterable: true, usual: true },
  { key: "state", kind: "choice", choices: taskStates, width: 96, sortable: true, filterable: true, usual: true },
  { key: "percent", kind: "number", width: 88, sortable: true, filterable: false, usual: true },
  { key: "progress", kind: "long", width: 240, sortable: false, filterable: true, usual: false },
  { key: "parts", kind: "text", width: 88, sortable: true, filterable: false, usual: false },
  { key: "heardOn", kind: "date", width: 96, sortable: true, filterable: true, usual: false },
  { key: "reportDue", kind: "date", width: 104, sortable: true, filterable: true, usual: false },
  {
    key: "extensionAsked",
    kind: "choice",
    choices: extensionWaits,
    width: 96,
    sortable: true,
    filterable: true,
    usual: false,
  },
  { key: "campaign", kind: "choice", width: 132, sortable: true, filterable: true, usual: false },
  { key: "section", kind: "text", width: 140, sortable: true, filterable: true, usual: false },
  { key: "list", kind: "choice", width: 180, sortable: true, filterable: true, usual: false },
  { key: "note", kind: "long", width: 160, sortable: false, filterable: true, usual: false, onPaper: true },
  { key: "marks", kind: "choice", choices: markValues, width: 120, sortable: false, filterable: true, usual: false },
] as const satisfies readonly Field[];
export type TaskField = (typeof taskFields)[number]["key"];

/** The columns of the task list: on the screen, in filters, in the Excel export and on the command line. */
import type { Field } from "../list/query.ts";
import { taskStates } from "./record.ts";

export const lightValues = ["overdue", "soon", "behind", "on-track", "done", "none"] as const;
export type Light = (typeof lightValues)[number];

export const taskFields = [
  { key: "light", kind: "light", choices: lightValues, width: 84, sortable: true, filterable: true, usual: true },
  { key: "no", kind: "text", width: 64, sortable: true, filterable: false, usual: true },
  { key: "title", kind: "long", width: 300, sortable: true, filterable: true, usual: true },
  { key: "measures", kind: "long", width: 260, sortable: false, filterable: true, usual: true },
  { key: "lead", kind: "units", width: 150, sortable: true, filterable: true, usual: true },
  { key: "responsible", kind: "units", width: 180, sortable: true, filterable: true, usual: true },
  { key: "support", kind: "units", width: 150, sortable: true, filterable: true, usual: false },
  { key: "period", kind: "text", width: 130, sortable: true, filterable: true, usual: true },
  { key: "due", kind: "date", width: 96, sortable: true, filterable: true, usual: true },
  { key: "state", kind: "choice", choices: taskStates, width: 92, sortable: true, filterable: true, usual: true },
  { key: "percent", kind: "number", width: 80, sortable: true, filterable: false, usual: true },
  { key: "progress", kind: "long", width: 240, sortable: false, filterable: true, usual: false },
  { key: "section", kind: "text", width: 140, sortable: true, filterable: true, usual: false },
  { key: "list", kind: "choice", width: 180, sortable: true, filterable: true, usual: false },
  { key: "note", kind: "long", width: 160, sortable: false, filterable: true, usual: false },
] as const satisfies readonly Field[];
export type TaskField = (typeof taskFields)[number]["key"];

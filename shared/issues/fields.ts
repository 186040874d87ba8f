/** The columns of the rectification ledger: on the screen, in filters, in the Excel export and on the command line. */
import { markValues } from "../exchange/marks.ts";
import type { Field } from "../list/query.ts";
import { lightValues } from "../tasks/fields.ts";
import { issueStates, issueTypes } from "./record.ts";

export const issueFields = [
  { key: "light", kind: "light", choices: lightValues, width: 100, sortable: true, filterable: true, usual: true },
  { key: "no", kind: "text", width: 64, sortable: true, filterable: false, usual: true },
  { key: "title", kind: "long", width: 300, sortable: true, filterable: true, usual: true },
  { key: "source", kind: "choice", width: 110, sortable: true, filterable: true, usual: true },
  { key: "place", kind: "text", width: 130, sortable: true, filterable: true, usual: true },
  { key: "category", kind: "choice", width: 100, sortable: true, filterable: true, usual: false },
  { key: "units", kind: "units", width: 160, sortable: true, filterable: true, usual: true },
  { key: "leader", kind: "text", width: 84, sortable: true, filterable: true, usual: true },
  { key: "person", kind: "text", width: 84, sortable: true, filterable: true, usual: true },
  { key: "phone", kind: "text", width: 110, sortable: false, filterable: false, usual: false },
  { key: "type", kind: "choice", choices: issueTypes, width: 96, sortable: true, filterable: true, usual: true },
  { key: "measures", kind: "long", width: 240, sortable: false, filterable: true, usual: true },
  { key: "limit", kind: "text", width: 120, sortable: true, filterable: true, usual: true },
  { key: "due", kind: "date", width: 96, sortable: true, filterable: true, usual: false },
  { key: "state", kind: "choice", choices: issueStates, width: 92, sortable: true, filterable: true, usual: true },
  { key: "progress", kind: "long", width: 240, sortable: false, filterable: true, usual: true },
  { key: "percent", kind: "number", width: 80, sortable: true, filterable: false, usual: false },
  { key: "round", kind: "number", width: 64, sortable: true, filterable: true, usual: false },
  { key: "evidence", kind: "number", width: 72, sortable: true, filterable: false, usual: true },
  { key: "registeredOn", kind: "date", width: 96, sortable: true, filterable: true, usual: false },
  { key: "doneOn", kind: "date", width: 96, sortable: true, filterable: true, usual: false },
  { key: "closedOn", kind: "date", width: 96, sortable: true, filterable: true, usual: true },
  { key: "section", kind: "text", width: 140, sortable: true, filterable: true, usual: false },
  { key: "note", kind: "long", width: 160, sortable: false, filterable: true, usual: true },
  { key: "marks", kind: "choice", choices: markValues, width: 120, sortable: false, filterable: true, usual: false },
] as const satisfies readonly Field[];
export type IssueField = (typeof issueFields)[number]["key"];

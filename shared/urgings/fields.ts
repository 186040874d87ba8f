/** The columns of the list of urgings: on the screen, in filters, in the Excel export and on the command line. */
import { markValues } from "../exchange/marks.ts";
import type { Field } from "../list/query.ts";
import { lightValues } from "../tasks/fields.ts";
import { urgingStates } from "./record.ts";

export const urgingFields = [
  { key: "light", kind: "light", choices: lightValues, width: 98, sortable: true, filterable: true, usual: true },
  { key: "number", kind: "text", width: 112, sortable: true, filterable: false, usual: true },
  { key: "unit", kind: "units", width: 150, sortable: true, filterable: true, usual: true },
  { key: "issuer", kind: "text", width: 128, sortable: false, filterable: false, usual: false },
  { key: "title", kind: "long", width: 200, sortable: true, filterable: true, usual: true },
  { key: "text", kind: "long", width: 220, sortable: false, filterable: true, usual: true },
  { key: "limit", kind: "text", width: 112, sortable: true, filterable: true, usual: true },
  { key: "due", kind: "date", width: 88, sortable: true, filterable: true, usual: false },
  { key: "issuedOn", kind: "date", width: 88, sortable: true, filterable: true, usual: true },
  { key: "state", kind: "choice", choices: urgingStates, width: 96, sortable: true, filterable: true, usual: true },
  { key: "answer", kind: "long", width: 220, sortable: false, filterable: true, usual: true },
  { key: "answeredOn", kind: "date", width: 88, sortable: true, filterable: true, usual: false },
  { key: "marks", kind: "choice", choices: markValues, width: 120, sortable: false, filterable: true, usual: false },
] as const satisfies readonly Field[];
export type UrgingField = (typeof urgingFields)[number]["key"];

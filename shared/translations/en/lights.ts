/** Why a light is what it is, with the figures it was judged by. */
import type { Translated } from "../translated.ts";
import type { lights as chinese } from "../zh-CN/lights.ts";

export const lights = {
  why: {
    done: "Done; no warning is given any more",
    "no-due": "No due date, so no warning is given",
    "not-received": "Counted from the day of receipt; not received yet",
    ongoing: "Kept up for good; never overdue",
    "no-period": "No period is written, so no warning is given",
    "unknown-period": "The period could not be read as dates, so no warning is given",
    lasting: "{{due}} has passed; kept up for good from there on, never overdue",
    "reported-undated": "Reported done, waiting for confirmation",
    "reported-in-time": "Reported done on {{on}}, before it was due on {{due}}; waiting for confirmation",
    "reported-late": "Reported done only on {{on}}; it was due on {{due}} (days late: {{days}})",
    overdue: "Was due on {{due}}; days overdue: {{days}}",
    "due-today": "Due today",
    soon: "Due on {{due}}; days left: {{days}}",
    behind: "{{gone}}% of the time is gone, but only {{percent}}% is done",
    "on-track": "Due on {{due}}; days left: {{days}}; in good time",
    "report-due": "Kept up for good; next report by {{due}}, days left: {{days}}",
    "report-today": "Kept up for good; the report of this interval is due today",
    "report-soon": "Kept up for good; the report of this interval is due on {{due}}, days left: {{days}}",
    "report-missed": "Kept up for good; the interval before had no report, and this one ends on {{due}}",
  },
} as const satisfies Translated<typeof chinese>;

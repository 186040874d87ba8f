/** Words of the history of changes and of what was done lately; `actions` by a commit's action code. */
import type { Translated } from "../translated.ts";
import type { history as chinese } from "../zh-CN/history.ts";

export const history = {
  blank: "(blank)",
  undo: "Undo this",
  undoTitle: "Undo “{{action}}”?",
  undoExplain: "The opposite change is written; all of the history stays.",
  wasUndone: "Undone",
  changes: "Changes: {{count}}",
  none: "No changes recorded.",
  more: "Show earlier ones",
  otherAction: "Another action",
  actions: {
    "system.init": "Started",
    "settings.save": "Changed settings",
    "settings.holidays": "Imported holidays",
    "units.add": "Added a unit",
    "units.edit": "Changed a unit",
    "units.order": "Changed the order of units",
    "units.join": "Joined units",
    "units.part": "Parted units",
    "units.withdraw": "Withdrew a unit",
    "tasks.add": "Added a task",
    "tasks.edit": "Changed a task",
    "tasks.assign": "Assigned a task",
    "tasks.step": "Task progress",
    "tasks.withdraw": "Withdrew a task",
    "tasks.import": "Imported a task list",
    "issues.add": "Registered an issue",
    "issues.edit": "Changed an issue",
    "issues.bulk-edit": "Changed several issues",
    "issues.step": "Issue handled",
    "issues.import": "Imported a ledger",
    "imports.undo": "Undid an import",
    "history.undo": "Undid a change",
  },
} as const satisfies Translated<typeof chinese>;

/** Refusals about linkage tasks across the tiers, and what to do. One block per part. */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions

  // Units: villages, pasting

  // Urgings and dispatch

  // Fill-back forms

  // Board

  // Campaigns and templates
  "campaign-name-taken": {
    message: "There is a campaign named '{{name}}' already.",
    hint: "Use that one, or choose another name.",
  },
  "campaign-withdrawn": {
    message: "The campaign '{{name}}' was withdrawn.",
    hint: "Undo its withdrawal first, or add another campaign.",
  },
  "template-nothing": {
    message: "There are no tasks to keep as a template: the list is empty, or all of it was withdrawn.",
    hint: "Take filters away, or choose another list.",
  },
  "template-all-left-out": {
    message: "Every task of the template was left out, so there is nothing to start.",
    hint: "Keep at least one task.",
  },
  "year-out-of-range": {
    message: "The year {{year}} is out of range.",
    hint: "Give a year between 2000 and 2099.",
  },
} as const;

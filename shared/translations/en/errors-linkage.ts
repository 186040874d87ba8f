/** Refusals about linkage tasks across the tiers, and what to do. One block per part. */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions

  // Units: villages, pasting
  "village-needs-town": {
    message: "“{{name}}” is no town. Villages and communities stand under a town.",
    hint: "Choose the town that they belong to, then enter their names.",
  },
  "village-not-enrolled": {
    message: "“{{name}}” is a village or community and is not enrolled.",
    hint: "Villages do not run this program; the town receives and reports for them.",
  },
  "names-none": {
    message: "No names were found.",
    hint: "Write one name in each line; numbers before them are taken away.",
  },
  "names-all-there": {
    message: "All {{count}} names are known under “{{name}}” already; nothing was added.",
    hint: "There is nothing to enter. Write names out in full where two units share one.",
  },
  "names-none-in-file": {
    message: "No names of units were found in “{{name}}”.",
    hint: "Use a sheet with the names in one column, or a text with one name in each line.",
  },

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
  "template-withdrawn": {
    message: "The template '{{name}}' was withdrawn.",
    hint: "Undo its withdrawal first, or save another template.",
  },
  "year-out-of-range": {
    message: "The year {{year}} is out of range.",
    hint: "Give a year between 2000 and 2099.",
  },
} as const;

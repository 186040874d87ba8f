/** Campaigns and templates. */
import type { Translated } from "../translated.ts";
import type { campaigns as chinese } from "../zh-CN/campaigns.ts";

export const campaigns = {
  title: "Campaigns and templates",
  parts: {
    campaigns: "Campaigns",
    templates: "Templates",
  },
  intro: "Groups tasks to follow them together; tasks that last are reported on at the campaign's interval.",
  empty: "There are no campaigns yet.",
  emptyHint: "Begin with one of the usual ones, or with a name of your own:",
  suggestions: {
    pollution: "War on pollution",
    hotline: "12345 oversight",
    appraisal: "Special work appraisal",
  },
  fields: {
    name: "Name",
    year: "Year",
    every: "Reported on",
    note: "Note",
    tasks: "Tasks",
    done: "Done",
    overdue: "Overdue",
    acts: "Actions",
  },
  noInterval: "At no interval",
  everyHint: "Tasks of the campaign that last are to be reported on once before each interval ends.",
  yearHint: "Empty: it goes on.",
  fromAbove: "from tasks of the office above",
  withdrawn: "Withdrawn",
  act: {
    add: "Add a campaign",
    edit: "Edit",
    withdraw: "Withdraw",
    open: "Open the tasks of '{{name}}', {{count}}",
    save: "Save as template",
    start: "Start…",
  },
  saved: {
    added: "Added the campaign '{{name}}'",
    edited: "Changed the campaign '{{name}}', and this office's tasks in it",
    withdrawn: "Withdrew '{{name}}'",
    template: "Saved as template '{{name}}'",
    started: "Started {{count}} tasks",
  },
  dialog: {
    add: "Add a campaign",
    edit: "Change the campaign '{{name}}'",
    withdraw: "Withdraw '{{name}}'",
    withdrawHint: "Its tasks stay as they are and keep its name.",
    withdrawTemplateHint: "Tasks that were started from it stay as they are.",
    nameWanted: "Give it a name.",
    reasonWanted: "Give the reason.",
    reason: "Reason",
    editHint: "Name and interval are written into the tasks that this office issued, as one change that can be undone.",
  },
  templates: {
    empty: "There are no templates yet.",
    emptyHint:
      "Filter the task list down to one list (or tick tasks) and press 'Save as template': next year it can be started again.",
    toTasks: "Open the task list",
    name: "Name of the template",
    note: "Note",
    year: "Of the year",
    tasks: "Tasks",
    saveTitle: "Save as template",
    saveAll:
      "Keeps all {{count}} tasks of this list with their sub-tasks, without withdrawn ones and without what was reported.",
    saveSome:
      "Keeps the {{count}} ticked tasks with their sub-tasks, without withdrawn ones and without what was reported.",
  },
  start: {
    title: "Start the template '{{name}}'",
    year: "For the year",
    campaign: "Campaign",
    campaignHint: "The started list is found by this name; a new one begins a campaign.",
    before: "Period before",
    after: "Period in {{year}}",
    counts: "{{count}} to start, {{remarked}} to look at, {{out}} left out",
    onlyRemarked: "Only those to look at",
    ok: "Start {{count}}",
    keep: "Start '{{title}}'",
  },
  remarks: {
    "leap-day": "no 29 February in that year: the 28th",
    "not-read": "period not understood: only its year was moved",
    "other-year": "lies outside the year: please check",
    "year-in-title": "the title names a year, which stays",
  },
} as const satisfies Translated<typeof chinese>;

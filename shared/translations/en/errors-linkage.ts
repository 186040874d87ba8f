/** Refusals about linkage tasks across the tiers, and what to do. One block per part. */
export const linkageErrors = {
  // Tasks: breakdown, assignment, extensions
  "period-backwards": {
    message: "The period “{{text}}” ends before it begins; nothing was stored.",
    hint: "Correct one end, and write the years where it crosses a new year.",
  },
  "task-withdrawn": {
    message: "“{{no}} {{title}}” is withdrawn; nothing more is taken on it, and nothing was stored.",
    hint: "The task says why it was withdrawn. The office that withdrew it can take that back.",
  },
  "assignment-withdrawn": {
    message: "The assignment of “{{no}} {{title}}” to “{{unit}}” is withdrawn; nothing was stored.",
    hint: "Assign it again if the unit is to go on with it.",
  },
  "unit-is-group": {
    message: "“{{text}}” is a group of units and cannot be assigned to as such.",
    hint: "See whom it means here first, then choose the units (command line: units resolve names them).",
  },
  "breakdown-loops": {
    message:
      "“{{no}} {{title}}” already contains “{{parent}}”; this would make it a part of itself. Nothing was stored.",
    hint: "Choose another task above it, or first make a task in between one of its own.",
  },
  "parent-withdrawn": {
    message: "“{{no}} {{title}}” is withdrawn; no task can be made a part of it.",
    hint: "Choose another task above, or undo its withdrawal first.",
  },
  "step-without-files": {
    message: "This step takes no evidence; nothing was stored.",
    hint: "Evidence goes with progress or a report of completion. Take the files away and try again.",
  },
  "arrange-without-unit": {
    message: "No unit was named for “{{no}} {{title}}”, so it is not known whose arrangement is meant.",
    hint: "Choose an assigned unit. The period of the whole task is changed under Edit.",
  },
  "arrange-nothing": {
    message: "Neither a period nor a contact was given for “{{no}} {{title}}”; nothing was stored.",
    hint: "Write at least one of them.",
  },
  "extension-late": {
    message: "“{{no}} {{title}}” was due on {{due}}; an extension asked for on {{on}} is too late.",
    hint: "Extensions are asked for before the due date or on it. Report how far it is, and ask the issuer to arrange another period.",
  },
  "extension-not-later": {
    message: "“{{no}} {{title}}” is due on {{due}}; the date asked for, {{asked}}, is no later.",
    hint: "Write a later date. What is finished early is simply reported done.",
  },
  "extension-asked-already": {
    message: "An extension of “{{no}} {{title}}” was asked for already and waits for its answer.",
    hint: "Wait for the answer; undo the request first if it was wrong.",
  },
  "extension-no-due": {
    message: "“{{no}} {{title}}” has no due date, so there is nothing to extend.",
    hint: "Agree on a period with the issuer.",
  },
  "extension-without-date": {
    message: "The extension of “{{no}} {{title}}” does not say until which day.",
    hint: "Write a period that gives a date, for example 7月10日前.",
  },
  "extension-recurring": {
    message: "“{{no}} {{title}}” recurs; its occurrences are not extended.",
    hint: "Report how far it is; a change of the whole recurrence is arranged by the issuer.",
  },
  "extension-not-asked": {
    message: "No extension of “{{no}} {{title}}” waits for an answer.",
    hint: "To change a period, arrange it.",
  },
  "paste-refused": {
    message: "{{count}} cells cannot be pasted; none was stored.",
    hint: "Correct or leave out these cells as the preview says, then paste again.",
  },
  "paste-column": {
    message: "The column “{{field}}” is worked out by the program and cannot be pasted into.",
    hint: "Number, task, measures, units, period, section, note, campaign, percent and progress can be pasted.",
  },
  "paste-percent": {
    message: "“{{text}}” is no percentage.",
    hint: "Write a number from 0 to 100, such as 85%, 85 or 0.85.",
  },
  "paste-title": {
    message: "The task has no title.",
    hint: "Write one in the title column, or leave this row out.",
  },
  "paste-twice": {
    message: "The same task stands in two of the pasted rows.",
    hint: "Leave one of them out.",
  },

  // Units: villages, pasting
  "village-needs-town": {
    message: "“{{name}}” is no town. Villages and communities stand under a town.",
    hint: "Choose the town that they belong to, then enter their names.",
  },
  "village-not-enrolled": {
    message: "“{{name}}” is a village or community and is not enrolled.",
    hint: "Villages do not run this program; the town receives and reports for them.",
  },
  "group-empty-here": {
    message: "“{{text}}” stands for no unit here.",
    hint: "Name the units one by one, or add them to the units first.",
  },
  "nothing-to-undo": {
    message: "There is nothing to take back.",
    hint: "Name the version of an earlier one.",
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
  "urging-not-below": {
    message: "{{unit}} is this office or above it and cannot be urged; nothing was written.",
    hint: "Urgings go to units below and to departments. Please check the unit.",
  },
  "urging-number-taken": {
    message: "The number {{number}} was given to another urging.",
    hint: "Please take a number that was not used this year.",
  },
  "urging-step-refused": {
    message: "Urging {{no}} of {{unit}} cannot take this step in its present state; nothing was written.",
    hint: "Open the urging to see its state; of several at once, leave this one out and try again.",
  },
  "urging-nobody": {
    message: "No unit of this task is late or unheard of; there is nobody to urge.",
    hint: "To urge nevertheless, issue an urging from the task and choose the unit and the words yourself.",
  },
  "dispatch-withdrawn": {
    message: "This dispatch meeting of {{month}} was withdrawn; nothing is noted at it any more.",
    hint: "Take its withdrawal back in its history first, or create a new meeting.",
  },
  "day-unreal": {
    message: "There is no day {{day}}.",
    hint: "Write a day that the calendar has.",
  },

  // Fill-back forms
  "form-received-unknown": {
    message: "'Received?' says '{{text}}', which is neither yes nor no.",
    hint: "This cell was not taken. Choose 'Yes', or leave it blank.",
  },
  "form-received-already": {
    message: "The task was received already; it cannot say '{{text}}' any more.",
    hint: "Where it is not this unit's, the state should be 'Returned', with a reason.",
  },
  "form-state-unknown": {
    message: "The state says '{{text}}', which is not a known state.",
    hint: "This cell was not taken. Ask the unit: received, in progress, reported done or returned.",
  },
  "form-state-behind": {
    message: "The state says '{{text}}', while it stands at '{{now}}' here already.",
    hint: "This cell was not taken: a state does not go back. Put it right in the task itself if need be.",
  },
  "form-state-not-theirs": {
    message: "'{{text}}' is for the issuing office to decide, and not for a form.",
    hint: "This cell was not taken. To withdraw the task, do so in the task itself.",
  },
  "form-percent-unknown": {
    message: "The percent says '{{text}}', which is not a number.",
    hint: "This cell was not taken. Ask the unit; it should be 0 to 100.",
  },
  "form-percent-range": {
    message: "The percent says '{{text}}', which is more than 100.",
    hint: "This cell was not taken. Ask the unit; it should be 0 to 100.",
  },
  "form-date-unknown": {
    message: "The date says '{{text}}', which is not a date.",
    hint: "This cell was not taken; the row is dated by the form's own day or today. Dates are written as 2026-3-5.",
  },
  "form-date-future": {
    message: "The date says '{{text}}', which is after today ({{today}}).",
    hint: "This cell was not taken; the row is dated by the form's own day or today. Ask the unit.",
  },
  "form-date-alone": {
    message: "Only the date was filled in, and nothing about the work.",
    hint: "There is nothing to enter; ask the unit whether something was forgotten.",
  },
  "form-cell-not-yours": {
    message: "The text of the task was changed to '{{text}}'.",
    hint: "The change is not taken and the task stays as it is; to change it, do so in the task itself.",
  },
  "form-not-a-form": {
    message: "This is no fill-back form: its headings were not found.",
    hint: "Choose a form that came back; for a task list use 'Import a task list'.",
  },
  "form-of-another-office": {
    message: "This form was sent by {{office}}, not from here.",
    hint: "Nothing was taken. Hand it on to {{office}}.",
  },
  "form-unknown": {
    message: "This form was not sent from here, or its sending was undone.",
    hint: "Nothing was taken. See whether it is the right file, or send the unit a new form.",
  },
  "form-void": {
    message: "This form was voided ({{reason}}).",
    hint: "Nothing was taken. If that was a mistake, undo the voiding and take the form again.",
  },
  "form-of-past-list": {
    message: "This is a form of the past (sent on {{issuedOn}}): its tasks are all withdrawn, archived or gone.",
    hint: "Nothing was taken. Ask the unit to fill in the form of now.",
  },
  "form-replaced": {
    message: "This form (sent on {{issuedOn}}) was replaced by one sent on {{newer}}, which came back already.",
    hint: "Nothing was taken, so that old content does not cover new. Enter what it adds in the task itself.",
  },
  "form-newer-sent": {
    message: "Another form with the same tasks was sent to the unit since ({{newer}}).",
    hint: "It can be taken; mind that the unit may hand back the newer one as well.",
  },
  "form-taken-before": {
    message: "This very file was taken on {{on}}.",
    hint: "There is no need to take it again.",
  },
  "form-file-twice": {
    message: "It is the same file as '{{name}}', chosen here too.",
    hint: "One of them is enough.",
  },
  "form-two-files": {
    message: "'{{name}}', chosen here too, is the same form with other content.",
    hint: "Only the first is taken for now; ask the unit which one counts, and tick this one if both do.",
  },
  "form-parts-gone": {
    message:
      "Its hidden parts are gone (it was copied to a new sheet or saved in another format); it was recognised by its number and its tasks.",
    hint: "See whether it is the form that was sent to {{unit}}.",
  },
  "form-row-added": {
    message: "This row was added by whoever filled in the form; it is no task that was sent.",
    hint: "It is not entered as a task but kept word for word with the file; add a task by hand if it should be one.",
  },
  "form-row-missing": {
    message: "This row was on the form when it was sent, and is not there any more.",
    hint: "Nothing is entered for this task; ask the unit.",
  },
  "form-row-id-changed": {
    message: "The hidden id of this row was changed or is gone; it was recognised by its number and title.",
    hint: "See whether it is this task.",
  },
  "form-task-gone": {
    message: "This task is withdrawn, archived or gone.",
    hint: "The row is not entered; what it says is kept with the file.",
  },
  "forms-nothing-to-write": {
    message: "The chosen units have no tasks that could stand on a form.",
    hint: "A task has to be open, and assigned to the unit or naming it as leading or responsible.",
  },
  "forms-nothing-to-take": {
    message: "There is no file that could be taken.",
    hint: "See what is said of each file; what was taken before need not be taken again.",
  },
  "forms-no-files": {
    message: "There are no sheets in the chosen folder.",
    hint: "Choose forms that came back (.xlsx, .xls, .et or .csv), or the folder that has them.",
  },
  "forms-too-many-files": {
    message: "{{count}} files were chosen at once; the most is {{most}}.",
    hint: "Take them in several goes.",
  },
  "form-void-already": {
    message: "This form is void already.",
    hint: "There is no need to void it again.",
  },

  // Board
  "board-foreign": {
    message: "'{{title}}' was issued by {{office}}, so its period cannot be changed here.",
    hint: "Ask for an extension on the task, with a reason, its progress and a new date.",
  },
  "board-withdrawn": {
    message: "'{{title}}' was withdrawn and cannot be moved.",
    hint: "Undo its withdrawal first, then give it another period.",
  },
  "board-not-dates": {
    message: "The period of '{{title}}' is '{{period}}', which is no pair of days, so it cannot be moved on the board.",
    hint: "Write another period in the task's form.",
  },

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

/** Words of every refusal, in English. */
import { identityErrors } from "./errors-identity.ts";
import { linkErrors } from "./errors-links.ts";
import { linkageErrors } from "./errors-linkage.ts";

export const errors = {
  ...identityErrors,
  ...linkErrors,
  ...linkageErrors,
  // The window
  internal: {
    message: "The program made an internal mistake.",
    hint: "No data was affected. Try again; if it happens again, send the technical details to whoever maintains it.",
  },
  "core-lost": {
    message: "The background program stopped before this was done.",
    hint: "It has been started again; please try once more.",
  },
  "core-stopped": {
    message: "The background program stopped again and again and could not be started.",
    hint: "Nothing was changed. Choose “Try again”; if it happens again, restart the computer, or keep a copy of the data folder and ask whoever maintains the program.",
  },
  "invalid-input": {
    message: "What was entered is not acceptable.",
    hint: "Please check the marked fields.",
  },
  // Opening and reading sheets
  "sheet-empty-file": {
    message: "This file is empty (0 bytes).",
    hint: "Ask for it again, or make sure it was downloaded or copied completely.",
  },
  "sheet-without-cells": {
    message: "There is no table in this file.",
    hint: "Open it to see whether the content is in another file. A Word document needs a table, or tasks whose paragraphs end with their units in brackets.",
  },
  "sheet-is-picture": {
    message: "This is a picture under another name, not a sheet.",
    hint: "Ask for the Excel file; where there is only a photograph, register the problems by hand.",
  },
  "sheet-is-document": {
    message: "This is a PDF, a fixed-layout document or slides; no table can be read from it.",
    hint: "Copy its table into Excel or Word, save it as .xlsx or .docx and import that.",
  },
  "sheet-is-old-word": {
    message: "This is a text document in an old format (.doc, .wps or .rtf).",
    hint: "Open it in Word or WPS, save it as .docx and import that.",
  },
  "sheet-is-archive": {
    message: "This is an archive.",
    hint: "Unpack it first and import the sheet inside.",
  },
  "sheet-is-opendocument": {
    message: "This is an OpenDocument file (.ods, .odt), which is not read here.",
    hint: "Open it in LibreOffice or WPS; save a sheet as .xlsx, a text as .docx.",
  },
  "sheet-not-a-workbook": {
    message: "The format of this file was not recognised; it is not a sheet.",
    hint: "Readable are .xlsx, .xls, .et, .csv, .docx and web pages saved as .xls. Open it in Excel or WPS and save it as .xlsx.",
  },
  "sheet-password": {
    message: "This workbook is protected by a password.",
    hint: "Open it in Excel or WPS, remove the password and save it.",
  },
  "sheet-truncated": {
    message: "This file is incomplete; its end is missing.",
    hint: "Most likely it was not downloaded or copied to the end. Get it again.",
  },
  "sheet-damaged": {
    message: "This file is damaged and cannot be read.",
    hint: "Open it in Excel or WPS and save it as .xlsx; if it does not open, ask for it again.",
  },
  "sheet-bomb": {
    message:
      "Unpacked, this file is larger than it should be (above {{limit}} MB, or more than 100 times its packed size), so it was not read.",
    hint: "A list has a few MB. Check where it came from; if you need it, copy the table into a new workbook.",
  },
  "sheet-file-too-large": {
    message: "This file is larger than {{limit}} MB, so it was not read.",
    hint: "Most likely it holds many photographs. Remove them, keep the table and save it again.",
  },
  "sheet-too-large": {
    message: "This file has {{what}} parts, more than {{limit}}, so it was not read.",
    hint: "Copy the table into a new workbook and import that.",
  },
  "sheet-too-many-sheets": {
    message: "This workbook has more than {{limit}} sheets, so it was not read.",
    hint: "Keep those that you want to import and save it again.",
  },
  "sheet-too-many-rows": {
    message: "This sheet has more than {{limit}} rows with content, so it was not read.",
    hint: "Divide it by year or unit into several files.",
  },
  "sheet-too-many-cells": {
    message: "This workbook has more than {{limit}} cells with content, so it was not read.",
    hint: "Remove sheets and columns that are not needed and save it again.",
  },
  "sheet-too-many-merges": {
    message: "This sheet has more than {{limit}} merged areas, so it was not read.",
    hint: "Remove merges that are not needed, or copy the content into a new workbook.",
  },
  "no-table": {
    message: "No list was found: no header was recognised in {{sheets}}.",
    hint: "The header needs a title of the task (or problem) and one of unit, period or number. Check it, or point out its rows on the import page.",
  },
  "no-such-sheet": {
    message: "The workbook has no sheet named “{{sheet}}”.",
    hint: "It has: {{sheets}}.",
  },
  // Tasks, issues and their lists
  "not-found": {
    message: "There is no such record ({{id}}).",
    hint: "It may have been taken back with an undone action. Refresh the list and try again.",
  },
  "nothing-to-do": {
    message: "Nothing differs, so nothing was written.",
    hint: "Change something first, then save.",
  },
  "note-missing": {
    message: "This step has to say why.",
    hint: "Write a reason or note, then submit.",
  },
  "task-step-refused": {
    message: "“{{no}} {{title}}” does not stand where this step can be taken; nothing was written.",
    hint: "Open the task to see where it stands; when working on several, leave this one out.",
  },
  "task-not-assigned": {
    message: "“{{no}} {{title}}” is not assigned to {{unit}}.",
    hint: "Assign it to the unit first; to report on the task as a whole, choose no unit.",
  },
  "already-assigned": {
    message: "These tasks are assigned to these units already.",
    hint: "What was returned can be assigned again; the rest need not be.",
  },
  "occurrence-unknown": {
    message: "{{occurrence}} is no occurrence of this task.",
    hint: "Choose a due date from the task's occurrences.",
  },
  "issue-step-refused": {
    message: "“{{no}} {{title}}” does not stand where this step can be taken; nothing was written.",
    hint: "Open the issue to see where it stands and what can be done; when working on several, leave this one out. Only issues to be put right at once can be closed at once.",
  },
  "issues-step-refused": {
    message: "{{count}} of {{total}} issues do not stand where this step can be taken; none was changed: {{which}}",
    hint: "Choose only issues that allow the step; filter by state first.",
  },
  "issues-without-unit": {
    message: "{{count}} of {{total}} issues have no responsible unit; none was handed over: {{which}}",
    hint: "Name the unit when handing over, or enter the responsible units first.",
  },
  "issues-evidence-missing": {
    message: "{{count}} of {{total}} issues have no evidence in this round; none was closed: {{which}}",
    hint: "Add evidence, or say plainly that there is none.",
  },
  "issue-without-unit": {
    message: "“{{no}} {{title}}” has no responsible unit to be handed over to.",
    hint: "Enter the responsible unit first, or name it when handing over.",
  },
  "reopen-unconfirmed": {
    message: "Reopening asks to be confirmed.",
    hint: "The closed round stays as it was and a new round begins; tick the confirmation, then submit.",
  },
  "evidence-missing": {
    message: "“{{no}} {{title}}” has no evidence in this round and cannot be closed.",
    hint: "Add evidence, or say plainly that there is none.",
  },
  "evidence-none": {
    message: "No file was chosen.",
    hint: "Choose at least one file of evidence.",
  },
  "evidence-gone": {
    message: "The file “{{name}}” cannot be found.",
    hint: "It may have been moved or deleted, or its USB stick was pulled out. Choose it again.",
  },
  "evidence-empty": {
    message: "The file “{{name}}” is empty (0 bytes).",
    hint: "See whether the original was saved whole, then choose it again.",
  },
  "evidence-not-readable": {
    message: "“{{name}}” cannot be read.",
    hint: "It may be a folder, be in use by another program, or be closed to you. Close other programs and try again.",
  },
  "evidence-too-large": {
    message: "The file “{{name}}” is larger than {{limit}} MB and was not kept.",
    hint: "Compress the video, or cut out the part that is needed.",
  },
  "attachment-missing": {
    message: "This file is not in the data folder ({{hash}}).",
    hint: "Restore it from a backup, or ask for it again and add it.",
  },
  "filter-unknown": {
    message: "There is no filter “{{field}}”.",
    hint: "Remove it; a saved view may come from a newer version.",
  },
  "filter-invalid": {
    message: "The filter “{{field}} {{op}}” has a value that does not fit.",
    hint: "Write dates as 2020-05-19 and numbers in digits, and choose from the list where there is one.",
  },
  "sort-unknown": {
    message: "Lists cannot be sorted by “{{field}}”.",
    hint: "Click the heading of a column that can be sorted.",
  },
  // The data folder and its log
  "not-begun": {
    message: "This data folder has not been begun.",
    hint: "Choose the office first (on the command line: init --unit CODE), or check that it is the right data folder.",
  },
  "data-folder-held": {
    message: "The data folder is in use by {{holder}} and cannot be written by two at once.",
    hint: "Close that program and try again; the command line can list, export and verify meanwhile. Data folder: {{path}}",
  },
  "data-folder-not-writable": {
    message: "The data folder cannot be written: {{path}}",
    hint: "Check its permissions and whether it is on a read-only medium, or use another data folder.",
  },
  "database-corrupt": {
    message: "The database file is damaged: {{path}}",
    hint: "Nothing in it was changed. Restore the latest backup, and keep this file for whoever maintains the program.",
  },
  "database-from-the-future": {
    message: "The database comes from a newer program (schema {{found}}; this one knows {{known}}): {{path}}",
    hint: "Install the newer version and open it again; nothing in it was changed.",
  },
  "disk-full": {
    message: "The disk is full; nothing was written: {{path}}",
    hint: "Make room or choose another place; the data that was there is not affected.",
  },
  "read-only": {
    message: "The data folder is open for reading only.",
    hint: "Close the program that has it and try again.",
  },
  "changed-since": {
    message: "This was changed again since, and was not overwritten.",
    hint: "Look at what stands there now, then decide whether to change it.",
  },
  "worked-on-since": {
    message: "Records worked on since: {{count}}. Nothing was undone.",
    hint: "Look at these records; change them one by one, or undo the later work first.",
  },
  "not-yours": {
    message: "This was done by another office ({{office}}), which alone can undo it.",
    hint: "Write what you hold to be right instead; where the other office has the say, it is kept as a proposal to it.",
  },
  "not-undoable": {
    message:
      "This cannot be undone: there is no way back from a decision between offices, a purge, moving the exchange desk, or beginning the data.",
    hint: "Write the value anew where something else should stand; the exchange desk can be moved back.",
  },
  "already-undone": {
    message: "This was undone already.",
    hint: "Nothing needs doing; to have it back, undo the undo.",
  },
  "already-there": {
    message: "This record exists already ({{id}}).",
    hint: "Refresh and look; it need not be entered again.",
  },
  "not-valid": {
    message: "“{{field}}” is not as it should be: {{reason}}",
    hint: "Check this field and save again.",
  },
  // Between offices
  "unit-writes-itself": {
    message: "{{unit}} has its own program now and works on “{{no}} {{title}}” itself; nothing was written.",
    hint: "Wait for its bundle, or ask it to report; this office takes only its own steps.",
  },
  "step-not-yours": {
    message: "This step of “{{no}} {{title}}” is {{unit}}'s to take; nothing was written.",
    hint: "This office takes only its own steps. To suggest other contents, edit the field: it becomes a proposal for them to decide.",
  },
  "record-archived": {
    message: "“{{no}} {{title}}” is no longer this office's and is kept for reading; nothing was written.",
    hint: "To go on with it, speak to the office that issued or moved it.",
  },
  "task-joined": {
    message: "This one was joined to “{{no}} {{title}}”; nothing was written.",
    hint: "Work on the one it was joined to (command line: {{id}}), or part the two first.",
  },
  "conflict-gone": {
    message: "This was decided already, or a further value has joined it.",
    hint: "Refresh the list of conflicts and proposals and look again.",
  },
  "decision-not-yours": {
    message: "This is for {{office}} to decide; nothing was written.",
    hint: "Their decision comes with their bundle. What you proposed yourself you may drop (do not take).",
  },
  "decision-missing": {
    message: "Nothing was chosen.",
    hint: "Choose one of the values or write another; a proposal or a step against the rules may also be left.",
  },
  "decision-not-allowed": {
    message: "The rules still do not allow this step after those before it; nothing was written.",
    hint: "Take the step that is due on the record first, or do not take this one.",
  },
  "purge-unconfirmed": {
    message: "Purging asks to be confirmed.",
    hint: "What is purged cannot be brought back, here or in other offices, and the copies that were kept when files were taken in go too; backups that you saved yourself still hold it. Confirm when you are sure (command line: --confirmed).",
  },
  "purge-unit-unknown": {
    message: "There is no part “{{unit}}” to purge.",
    hint: "Choose a field of the record; to purge the whole record, choose none.",
  },
  "task-same-as-itself": {
    message: "Joined this way the task would lead back to itself; nothing was written.",
    hint: "The two are joined already; to turn them round, part them first.",
  },
  "join-different-kinds": {
    message: "The two records are not of one kind and cannot be joined.",
    hint: "Join a task with a task, a unit with a unit.",
  },
  "join-not-here": {
    message: "Records of this kind cannot be joined.",
    hint: "Tasks and units can be.",
  },
  // Units, the office and its settings
  "unit-code-taken": {
    message: "The code {{code}} already belongs to “{{name}}”.",
    hint: "Use another code, or leave it empty for the program to give one.",
  },
  "unit-name-taken": {
    message: "There is already a “{{name}}” ({{code}}) under the same unit.",
    hint: "If it is the same unit, there is nothing to add; otherwise use its full name.",
  },
  "unit-unknown": {
    message: "There is no unit with the code {{code}}.",
    hint: "Find it, or add it, under Settings › Units.",
  },
  "unit-same-as-itself": {
    message: "That would join the unit {{code}} to itself.",
    hint: "Choose another unit, or part the other one first.",
  },
  "unit-is-office": {
    message: "{{code}} is this office itself and cannot be withdrawn.",
    hint: "An office cannot be withdrawn from its own data.",
  },
  "file-not-readable": {
    message: "This file cannot be read: {{path}}",
    hint: "Check that it is still there, not in use, and an Excel or CSV sheet.",
  },
  "holidays-none": {
    message: "No holidays were found in “{{name}}”.",
    hint: "Each row needs a date and 休 or 班, e.g. 2027-01-01 休.",
  },
  "office-already-set": {
    message: "This data folder already belongs to the unit {{unit}}.",
    hint: "Use another data folder for another office.",
  },
  "division-unknown": {
    message: "There is no division with the code {{code}}.",
    hint: "Search by name and choose one of those found.",
  },
  "column-unknown": {
    message: "There is no column “{{column}}”.",
    hint: "Choose the columns to export again.",
  },
  // Long work
  cancelled: {
    message: "Cancelled; nothing was left behind.",
    hint: "It can be started again at any time.",
  },
  "job-ended": {
    message: "Work in the background ended by itself ({{code}}).",
    hint: "The data is not affected. Try again; if it happens again, use a smaller file or tell whoever maintains the program.",
  },
  // Imports
  "file-missing": {
    message: "There is no such file: {{path}}",
    hint: "Check the path and the USB stick; a folder cannot be imported.",
  },
  "inside-data-folder": {
    message: "This would go into the data folder: {{path}}",
    hint: "The program keeps its own files there. Save exports and backups somewhere else.",
  },
  "file-not-writable": {
    message: "{{path}} cannot be written.",
    hint: "It may be open in Excel or WPS, or you may not be allowed to. Close it, or use another name.",
  },
  "stage-gone": {
    message: "This import has ended or was given up.",
    hint: "Choose the file again; what was not confirmed was not stored.",
  },
  "no-such-row": {
    message: "The table has no such row ({{sheet}}, row {{row}}).",
    hint: "Refresh the preview and try again.",
  },
  "no-such-field": {
    message: "There is no field “{{field}}”.",
    hint: "Refresh the preview and try again.",
  },
  "row-not-correctable": {
    message: "Row {{row}} cannot be put right here.",
    hint: "Correct it in the file and import it again.",
  },
  "nothing-to-import": {
    message: "There is nothing to import.",
    hint: "Check the header and what the columns mean, or choose another sheet.",
  },
  "already-imported": {
    message: "This very file was imported already ({{at}}).",
    hint: "Importing it again doubles its items: --again does it all the same, imports undo {{id}} takes the earlier import back.",
  },
  "year-needed": {
    message: "The list does not say its year, so the due dates cannot be worked out.",
    hint: "Say the year; on the command line with --year, for example --year 2020.",
  },
  "import-worked-on": {
    message: "Records of this import that were worked on or changed since: {{count}}. Nothing was undone.",
    hint: "To undo them all the same choose “Undo all the same” (on the command line --force).",
  },
  "import-revised": {
    message: "“{{file}}” revises this import; nothing was undone.",
    hint: "Undo the import of the revised list first.",
  },
  // Backup
  "backup-target": {
    message: "The backup cannot be written to {{path}}",
    hint: "Check that the folder exists and can be written, or choose another place.",
  },
  "backup-not-one": {
    message: "This is not a backup of this program.",
    hint: "Choose a file that was written by “Back up”.",
  },
  "backup-damaged": {
    message: "The backup is incomplete or damaged ({{name}}); nothing was restored.",
    hint: "Copy it again, or use another backup.",
  },
  "backup-from-the-future": {
    message: "The backup comes from a newer program.",
    hint: "Install the newer version, then restore it.",
  },
  "restore-over-office": {
    message: "The data folder holds an office already, which was not overwritten: {{path}}",
    hint: "Use an empty folder; --force restores here all the same and moves what is there aside.",
  },
  // The command line
  "unknown-command": {
    message: "There is no such command: {{command}}",
    hint: "--help names all commands.",
  },
  "wrong-usage": {
    message: "Wrong usage: {{reason}}",
    hint: "--help says how this command is used.",
  },
  "option-missing": {
    message: "{{option}} is missing.",
    hint: "--help says how this command is used.",
  },
  "word-missing": {
    message: "{{word}} is missing.",
    hint: "--help says how this command is used.",
  },
  "word-too-many": {
    message: "Not expected: {{word}}",
    hint: "Quote what holds spaces; --help says how this command is used.",
  },
  "unknown-procedure": {
    message: "There is no such procedure: {{name}}",
    hint: "call --list names them all.",
  },
  "not-json": {
    message: "The argument is not JSON: {{reason}}",
    hint: 'Quote it, for example \'{"id":"…"}\'.',
  },
  "issue-stands-there": {
    message: "The issue is in that state already ({{to}}).",
    hint: "Nothing needs doing.",
  },
  "issue-no-way": {
    message: "There is no way from {{from}} to {{to}}.",
    hint: "One step at a time; from here it can go to: {{next}}. A closed issue can only be reopened (reopen); a withdrawn one stays withdrawn.",
  },
  // Exchange: files
  "bundle-not-one": {
    message: "This is not an exchange file of Liandong.",
    hint: "Exchange files end in .ldx. Ask the sender for the file that the program wrote; a file that was opened and saved in another program no longer counts.",
  },
  "file-is-bundle": {
    message: "This is a bundle, not the file that is needed here.",
    hint: "Take it in under 'Inbox' (command line: exchange import).",
  },
  "file-is-card": {
    message: "This is a card, not the file that is needed here.",
    hint: "The office above enrols it under 'Offices and devices' after comparing fingerprints (command line: exchange enrol) and gives the roster back.",
  },
  "file-is-roster": {
    message: "This is a roster, not the file that is needed here.",
    hint: "Take it in under 'Offices and devices' (command line: exchange trust).",
  },
  "file-is-welcome": {
    message: "This is a welcome file, not the file that is needed here.",
    hint: "It begins a new office in an empty data folder, by the code told by telephone (command line: exchange open).",
  },
  "bundle-too-new": {
    message: "This file was written by a newer version of the program.",
    hint: "Install version {{version}} or a later one; the file waits in the inbox and needs not be sent again.",
  },
  "bundle-cut-off": {
    message: "This file is not complete: {{have}} of {{length}} bytes have arrived.",
    hint: "Copy it again from the stick, and eject the stick before pulling it out; if it is cut off there too, ask the sender to write it again.",
  },
  "bundle-damaged": {
    message: "This file was damaged on its way.",
    hint: "Nothing of it was taken in. Copy it again, or ask the sender to write it again; nothing is lost, the next file holds all of it.",
  },
  "bundle-not-for-us": {
    message: "This file is for {{to}} (from {{from}}), and only there can it be read.",
    hint: "Pass it on to {{to}}. If that is this office, the sender does not know this computer yet: give your card (a new one) and have it enrolled.",
  },
  "bundle-too-large": {
    message: "This file asks for more than a bundle may hold ({{what}}), and was not unpacked.",
    hint: "No office writes such a file by the program. Ask the sender whether it is theirs, and do not pass it on.",
  },
  "bundle-malformed": {
    message: "The inside of this file is not as a bundle is ({{what}}).",
    hint: "Nothing of it was taken in. Ask the sender to write it again; if that is refused too, send the file with the technical details to whoever maintains the program.",
  },
  "bundle-sender-unknown": {
    message: "No office that is trusted here has enrolled the computer that wrote this file ({{from}}, {{device}}).",
    hint: "Ask the sender to give its card to the office above and have it enrolled, or take in the newest roster first; then take this file again.",
  },
  "bundle-signature-wrong": {
    message: "The signature of this file is not that of {{from}}.",
    hint: "Nothing of it was taken in. Ask {{from}} by telephone whether it wrote this file, and let it write another.",
  },
  "bundle-envelope-differs": {
    message: "The outside of this file says something else than what {{from}} signed.",
    hint: "Someone changed it on its way. Nothing was taken in; ask {{from}} to write it again.",
  },
  "attachment-part-damaged": {
    message: "A file beside the bundle is damaged: {{name}}",
    hint: "The records were not affected; the attachment stays “not yet received” and is asked for again.",
  },
  "welcome-code-wrong": {
    message: "This code does not open the welcome file.",
    hint: "Have it read out again, character by character; each welcome file has a code of its own.",
  },
  "exchange-target": {
    message: "The file cannot be written to {{path}}",
    hint: "Check that the stick or share is there and not write-protected, or choose another place.",
  },
  "exchange-target-other": {
    message: "Another file lies at {{path}}",
    hint: "It is not one of this program's files and is left alone. Choose another name.",
  },
  "exchange-written-differs": {
    message: "What was written to {{path}} reads back differently.",
    hint: "The stick or disk is failing. Use another one, and throw this one's copy away.",
  },
} as const;

/** Words of what is wrong with a row of a list, in English. */
export const problems = {
  // Lists of every kind
  "title-missing":
    "It has a number ({{no}}) but no title, so this row was not imported. Fill in the title, or make sure the row is not needed.",
  "title-missing-without-number":
    "This row has no title and belongs to no item above it, so it was not imported. Fill in a title, or make sure the row is not needed.",
  "period-unknown":
    "The period “{{text}}” was not understood; it is kept as written, without dates. Write it like 4月10日前, 5月上旬 or 每月5日前.",
  "period-backwards":
    "The period “{{text}}” ends before it begins; it is kept as written, without dates. Correct one end, and write the years where it crosses a new year.",
  "period-gap":
    "“{{text}}” has gaps; it was taken as one stretch from first to last. Rewrite the period if it should be apart.",
  "period-year-missing": "The period “{{text}}” names no year, and the list tells none. Choose the year above.",
  "number-twice":
    "Number {{no}} was used before in this section (row {{first}}); both rows are imported. Check the numbers.",
  // The rectification ledger
  "state-unknown":
    "“{{text}}” is no known state; it counts as in progress, and the word is kept. Choose above which state it means.",
  "type-unknown": "“{{text}}” is no known type and was left empty. Write 立行立改, 分阶段整改 or 持续整改.",
  "limit-beside":
    "Row {{row}} gives the limit “{{other}}” as well. An issue has one limit, and “{{text}}” was taken; correct it here if the other one counts.",
  "closed-on-unknown":
    "The closing date “{{text}}” was not understood and was left empty. Write it like 2020年6月30日.",
  "number-in-one-list":
    "Number {{no}} stands in “{{list}}” only and in none of the other lists. Check the numbers of the lists.",
  "number-not-in-problem-list":
    "Number {{no}} stands in “{{list}}” only and not in the problem list, so this row was not imported. Add it to the problem list, or correct the number.",
  "number-missing-in-list":
    "This row of “{{list}}” has no number, so it belongs to no problem and was not imported. Fill in the number.",
  // What the preview says of the whole list
  "text-passed": "{{count}} paragraphs of the text name no unit and were not read as tasks.",
  "hidden-rows": "{{count}} rows are hidden in the sheet (rows {{rows}}); they were read like the others.",
  "hidden-columns": "{{count}} columns are hidden in the sheet ({{columns}}); they were read like the others.",
  "other-tables": "{{count}} more sheets look like lists ({{sheets}}); choose another where needed.",
  "cells-beyond": "{{count}} cells lie beyond column {{columns}} and were not read.",
} as const;

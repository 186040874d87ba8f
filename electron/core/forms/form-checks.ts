/**
 * What a spreadsheet program checks while a form is filled in: drop-downs, percents, days and lengths, each with words
 * that say what is expected. Set for a whole column at once, since exceljs writes overlapping ranges for single cells.
 */
import type ExcelJS from "exceljs";
import type { FormField } from "#shared/forms/record.ts";
import { receivedWord, stateWordsOf } from "#shared/forms/words.ts";
import { type Language, word } from "#shared/translations/index.ts";

const said = (language: Language, kind: "list" | "percent" | "date" | "text") => ({
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: "stop",
  errorTitle: word(language, "forms.validation.title"),
  error: word(language, `forms.validation.${kind}`),
});

const listCheck = (language: Language, choices: readonly string[]): ExcelJS.DataValidation => ({
  ...said(language, "list"),
  type: "list",
  formulae: [`"${choices.join(",")}"`],
});

/** exceljs makes a fixed day of every formula under the plain word `date`; under its object it writes them as they are. */
const dateByFormulas = Object("date") as "date";

/** A day from 2000 to the day on which it is typed. */
export const dayCheck = (language: Language): ExcelJS.DataValidation => ({
  ...said(language, "date"),
  type: dateByFormulas,
  operator: "between",
  formulae: ["DATE(2000,1,1)", "TODAY()"],
});

export const checkOf = (key: FormField, language: Language): ExcelJS.DataValidation | undefined => {
  switch (key) {
    case "received":
      return listCheck(language, [receivedWord(language)]);
    case "state":
      return listCheck(language, stateWordsOf(language));
    case "percent":
      return { ...said(language, "percent"), type: "decimal", operator: "between", formulae: [0, 100] };
    case "on":
      return dayCheck(language);
    case "contact":
      return undefined;
    default:
      return { ...said(language, "text"), type: "textLength", operator: "lessThanOrEqual", formulae: [2000] };
  }
};

/** exceljs has this and does not declare it. */
interface Checked {
  readonly dataValidations: { add: (range: string, check: ExcelJS.DataValidation) => void };
}

/** @param range `F5:F10`, or one cell */
export const setCheck = (sheet: ExcelJS.Worksheet, range: string, check: ExcelJS.DataValidation): void =>
  (sheet as ExcelJS.Worksheet & Checked).dataValidations.add(range, check);

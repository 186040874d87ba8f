/** The words that a form's cells carry, in the language that it is written in. */
import { type Language, word } from "../translations/index.ts";
import type { RowNow } from "./now.ts";
import { type FormField, formFields, type ShownField, shownFields } from "./record.ts";
import { saidStates } from "./reading-words.ts";

export type ColumnKey = ShownField | FormField;
export const formColumns: readonly ColumnKey[] = [...shownFields, ...formFields];

export const heading = (key: ColumnKey, language: Language): string => word(language, `forms.columns.${key}`);

/** The drop-down of the column received. */
export const receivedWord = (language: Language): string => word(language, "forms.yes");

/** The drop-down of states. */
export const stateWordsOf = (language: Language): string[] =>
  saidStates.map((state) => word(language, `tasks.state.${state}`));

/** What stands, as the cells of a form say it. The day of the last word is left out: a blank day is that of taking back. */
export const filledTexts = (now: RowNow, language: Language): Record<FormField, string> => ({
  received: now.received ? receivedWord(language) : "",
  state: now.state === null || now.state === "issued" ? "" : word(language, `tasks.state.${now.state}`),
  percent: now.percent === null ? "" : String(now.percent),
  text: now.text,
  next: now.next,
  difficulty: now.difficulty,
  on: "",
  contact: now.contact,
});

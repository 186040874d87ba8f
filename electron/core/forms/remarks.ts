/** What a file says beyond what is taken from it, word for word: nothing that somebody wrote is lost. */
import { type Language, word } from "#shared/translations/index.ts";
import type { JudgedFile, JudgedRow } from "./judge.ts";

/** So many remarks are read by nobody; the rest stands in the file that is kept. */
const most = 500;

/** @param taken whether the changes of a row are taken in */
export const remarksOf = ({ form, rows, outside }: JudgedFile, taken: (row: JudgedRow) => boolean): string[] => {
  const language: Language = form?.facts.language ?? "zh-CN";
  const say = (key: string, params: Record<string, string | number>): string =>
    word(language, `forms.remark.${key}`, params);
  const ofRow = (row: JudgedRow): string[] => {
    if (row.verdict === "added") {
      const text = row.cells.map(({ after }) => after).join(" | ");
      return text === "" ? [] : [say("added", { row: row.row, text })];
    }
    const isGone = row.after === null;
    return row.cells
      .filter(
        ({ verdict }) =>
          isGone || verdict === "invalid" || verdict === "tampered" || (verdict === "change" && !taken(row)),
      )
      .map(({ field, after }) => {
        const column = word(language, `forms.columns.${field}`);
        return say("unread", { row: row.row, title: row.title, column, text: after });
      });
  };
  const all = [...rows.flatMap(ofRow), ...outside.map((text) => say("beside", { text }))];
  return all.length <= most ? all : [...all.slice(0, most), say("more", { count: all.length - most })];
};

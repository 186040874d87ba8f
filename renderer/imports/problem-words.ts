/** What is wrong with a line, in words that say what to do (`problems.<code>`). */
import type { StageProblem, StageRow } from "#shared/imports/view.ts";
import { hasWord, word } from "#shared/translations/index.ts";
import type { Language } from "#shared/translations/index.ts";

export const problemText = (problem: Pick<StageProblem, "code" | "params">, language: Language): string => {
  const key = `problems.${problem.code}`;
  return hasWord(language, key) ? word(language, key, problem.params) : problem.code;
};

/** The problems that a field of the line has. */
export const problemsOf = (row: StageRow, field: string): readonly StageProblem[] =>
  row.problems.filter((problem) => problem.field === field);

/** Which open questions are listed in which order, and what each offers. */
import type { ConflictKind, ConflictView } from "#shared/exchange/conflict-view.ts";

export const questionFilters = ["all", "mine", "theirs"] as const;
export type QuestionFilter = (typeof questionFilters)[number];

/** What this office may decide comes first. */
export const questionsIn = (all: readonly ConflictView[], filter: QuestionFilter): readonly ConflictView[] =>
  [...all.filter(({ mine }) => mine), ...all.filter(({ mine }) => !mine)].filter(
    ({ mine }) => filter === "all" || mine === (filter === "mine"),
  );

/** The question to show next when one has been decided: the one below it, else the one above. */
export const nextOf = (questions: readonly ConflictView[], id: string): string | undefined => {
  const at = questions.findIndex((question) => question.id === id);
  return (questions[at + 1] ?? questions[at - 1])?.id;
};

/** A proposal or a step may be turned down without another value; of two values one has to be taken. */
export const isRejectable = (kind: ConflictKind): boolean => kind === "proposal" || kind === "rules";

/** What an office proposed it may take back itself, whoever decides on it (EX5). */
export const isOwnProposal = ({ kind, sides }: ConflictView, office: string | undefined): boolean => {
  const proposed = sides.filter(({ stands }) => !stands);
  return kind === "proposal" && proposed.length > 0 && proposed.every((side) => side.office === office);
};

/** The text that a side is compared with: the one that stands, or for that one the first other. */
export const comparedWith = (sides: ConflictView["sides"], at: number): string | undefined => {
  const standing = sides.findIndex(({ stands }) => stands);
  const other = at === Math.max(standing, 0) ? sides.findIndex((_, index) => index !== at) : Math.max(standing, 0);
  return sides[other]?.text;
};

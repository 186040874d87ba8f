/**
 * Doing something and telling of it: `const done = await act(() => client.issues.step(input), t("issues.stepped"))`.
 * A write that answers with its commit gets an Undo; a refusal becomes a notice that says what to do.
 */
import { useCallback } from "react";
import { client } from "../../client.ts";
import { errorWords } from "../../errors.ts";
import { useWords } from "../../i18n.ts";
import { showToast } from "./toasts.ts";

const versionOf = (answer: unknown): string | undefined =>
  typeof answer === "object" && answer !== null && "version" in answer && typeof answer.version === "string"
    ? answer.version
    : undefined;

/** EX5: how much of it waits for another office to take it. */
const proposedIn = (answer: unknown): number =>
  typeof answer === "object" && answer !== null && "proposed" in answer && typeof answer.proposed === "number"
    ? answer.proposed
    : 0;

export type Act = <Answer>(
  run: () => Promise<Answer>,
  /** What to say when it is done; absent: nothing is said. */
  said?: string | ((answer: Answer) => string),
) => Promise<Answer | undefined>;

/** Tells of a refusal. */
export const useTellError = (): ((error: unknown) => void) => {
  const { language } = useWords();
  return useCallback(
    (error) => {
      const { message, hint, details } = errorWords(error, language);
      showToast({ text: message, hint, details, bad: true });
    },
    [language],
  );
};

/** Undo of one commit, told of like any other act. */
export const useUndo = (): ((version: string) => Promise<boolean>) => {
  const { t } = useWords();
  const tellError = useTellError();
  return useCallback(
    async (version) => {
      try {
        await client.history.undo({ version });
        showToast({ text: t("app.toast.undone") });
        return true;
      } catch (error) {
        tellError(error);
        return false;
      }
    },
    [t, tellError],
  );
};

/** Answers undefined where it was refused; the refusal has been told then. */
export const useAct = (): Act => {
  const { t } = useWords();
  const undo = useUndo();
  const tellError = useTellError();
  return useCallback(
    async (run, said) => {
      try {
        const answer = await run();
        const version = versionOf(answer);
        if (said !== undefined)
          showToast({
            text: typeof said === "string" ? said : said(answer),
            ...(proposedIn(answer) > 0 ? { hint: t("app.toast.proposed") } : {}),
            ...(version === undefined
              ? {}
              : { action: { label: t("app.action.undo"), run: () => void undo(version) } }),
          });
        return answer;
      } catch (error) {
        tellError(error);
        return undefined;
      }
    },
    [t, undo, tellError],
  );
};

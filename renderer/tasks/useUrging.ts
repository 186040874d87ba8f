/** An urging as plain text for a message, copied at one key: the program sends nothing itself. */
import { useCallback } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { copyText } from "../ui/copyText.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";

/** Copies what would be said of a task; the text is shown too, so that one sees what will be pasted. */
export const useUrging = (): ((task: string) => void) => {
  const { t, language } = useWords();
  const tellError = useTellError();
  return useCallback(
    (task) => {
      const copy = async (): Promise<void> => {
        const { text } = await client.urgings.plainText({ task, language });
        copyText(text);
        showToast({ text: t("tasks.urging.copied"), hint: text });
      };
      void copy().catch(tellError);
    },
    [t, language, tellError],
  );
};

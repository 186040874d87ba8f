/** What leaves the program of urgings: the numbered sheets as a Word file, and the text for a message. */
import { useCallback } from "react";
import { bridge } from "../bridge.ts";
import { client, useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { copyText } from "../ui/copyText.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";

interface Sheets {
  /** Asks where to, and writes one page for each. `name` of the file, without its ending. */
  readonly write: (ids: readonly string[], name?: string) => void;
  readonly copy: (id: string) => void;
}

export const useSheets = (): Sheets => {
  const { t, language } = useWords();
  const tellError = useTellError();
  const today = useToday();
  const write = useCallback<Sheets["write"]>(
    (ids, name = `${t("urgings.name")} ${today}`) => {
      const ask = async (): Promise<void> => {
        const path = await bridge.pickSavePath(`${name}.docx`, "any");
        if (path === undefined) return;
        const done = await client.urgings.document({ ids: [...ids], path, language });
        showToast({
          text: t("urgings.done.written", { path: done.path }),
          action: { label: t("app.action.reveal"), run: () => void bridge.revealInFolder(done.path) },
        });
      };
      void ask().catch(tellError);
    },
    [t, language, tellError, today],
  );
  const copy = useCallback<Sheets["copy"]>(
    (id) => {
      const put = async (): Promise<void> => {
        const { text } = await client.urgings.plainText({ id, language });
        copyText(text);
        showToast({ text: t("urgings.done.copied"), hint: text });
      };
      void put().catch(tellError);
    },
    [t, language, tellError],
  );
  return { write, copy };
};

/** The Excel export of just what is shown: the same query, the same columns in the same order. */
import { useCallback } from "react";
import type { ListQuery } from "#shared/list/query.ts";
import { bridge } from "../../bridge.ts";
import { client, useToday } from "../../client.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { showToast } from "../toast/toasts.ts";
import { useTellError } from "../toast/act.ts";
import { useWork } from "../work.ts";

export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** `ids` empty: all that answer to the query. */
export const useExport = (
  capability: "tasks" | "issues" | "urgings",
): ((query: ListQuery, columns: readonly string[], ids?: readonly string[]) => Promise<void>) => {
  const { t, language } = useWords();
  const word = useLooseWord();
  const work = useWork();
  const tellError = useTellError();
  const today = useToday();
  return useCallback(
    async (query, columns, ids = []) => {
      const name = word(`${capability}.name`);
      const path = await bridge.pickSavePath(`${name} ${today}.xlsx`, "sheet");
      if (path === undefined) return;
      try {
        const input = { capability, path, query: { ...query, columns: [...columns] }, language, ids: [...ids] };
        const done = await work(t("app.list.exportTitle", { name }), (signal) =>
          client.exports.workbook(input, { signal }),
        );
        if (done === undefined) return;
        showToast({
          text: t("app.list.exportDone", { count: done.rows, file: fileNameOf(done.path) }),
          action: { label: t("app.action.reveal"), run: () => void bridge.revealInFolder(done.path) },
        });
      } catch (error) {
        tellError(error);
      }
    },
    [capability, t, language, word, work, tellError, today],
  );
};

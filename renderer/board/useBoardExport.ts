/** The board's Excel export: the paper form of what is shown. */
import { useCallback } from "react";
import type { BoardGrouping } from "#shared/board/view.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useWork } from "../ui/work.ts";

export interface BoardAsked extends ListQuery {
  readonly year: number;
  readonly group: BoardGrouping;
}

export const useBoardExport = (): ((asked: BoardAsked) => Promise<void>) => {
  const { t, language } = useWords();
  const work = useWork();
  const tellError = useTellError();
  return useCallback(
    async (asked) => {
      const path = await bridge.pickSavePath(`${t("board.name")} ${asked.year}.xlsx`, "sheet");
      if (path === undefined) return;
      try {
        const done = await work(t("board.exportTitle"), (signal) =>
          client.board.workbook({ ...asked, path, language }, { signal }),
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
    [t, language, work, tellError],
  );
};

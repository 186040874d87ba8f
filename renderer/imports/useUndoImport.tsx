/** Taking an import back as a whole: asked for once, and once more where its records were worked on since. */
import { App } from "antd";
import { client } from "../client.ts";
import { codeOf } from "../errors.ts";
import { useWords } from "../i18n.ts";
import { useTellError } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";

interface Import {
  readonly id: string;
  readonly fileName: string;
}

/** Answers whether the import was taken back; a refusal has been told then. */
export const useUndoImport = (): ((line: Import) => Promise<boolean>) => {
  const { t } = useWords();
  const { modal } = App.useApp();
  const tellError = useTellError();

  const undo = async (line: Import, force: boolean): Promise<"undone" | "worked-on" | "refused"> => {
    try {
      await client.imports.undo({ id: line.id, force });
      showToast({ text: t("imports.done.undone") });
      return "undone";
    } catch (error) {
      if (!force && codeOf(error).code === "import-worked-on") return "worked-on";
      tellError(error);
      return "refused";
    }
  };

  return async (line) => {
    const sure = await modal.confirm({
      title: t("imports.list.undoTitle"),
      content: t("imports.list.undoText", { file: line.fileName }),
      okText: t("imports.list.undo"),
      cancelText: t("imports.list.keep"),
    });
    if (!sure) return false;
    const answer = await undo(line, false);
    if (answer !== "worked-on") return answer === "undone";
    const force = await modal.confirm({
      title: t("imports.list.workedOnTitle"),
      content: t("imports.list.workedOnText"),
      okText: t("imports.list.workedOnYes"),
      okButtonProps: { danger: true },
      cancelText: t("imports.list.keep"),
      autoFocusButton: "cancel",
    });
    return force && (await undo(line, true)) === "undone";
  };
};

/** Forms that came back, looked at before anything is stored: the files on the left, the rows of one on the right. */
import { App, Button, Checkbox } from "antd";
import { useEffect } from "react";
import type { FormStage } from "#shared/forms/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useStore } from "../ui/store.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { useUndo } from "../ui/toast/act.ts";
import { useWork } from "../ui/work.ts";
import { changeTaking, dropTaking, taking } from "./state.ts";
import { TakeFiles } from "./TakeFiles.tsx";
import { TakeRows } from "./TakeRows.tsx";

const sumOf = ({ files }: FormStage) => ({
  files: files.length,
  ready: files.filter(({ verdict }) => verdict === "ready").length,
  nothing: files.filter(({ verdict }) => verdict === "nothing-new").length,
  refused: files.filter(({ verdict }) => verdict === "refused").length,
});

export const TakePage = ({ stage }: { readonly stage: FormStage }) => {
  const { t } = useWords();
  const { modal } = App.useApp();
  const { file, onlyChanges } = useStore(taking);
  const run = useWork();
  const undo = useUndo();
  const chosen = stage.files.filter(({ take }) => take);
  const rows = chosen.reduce((sum, { counts }) => sum + counts.taking, 0);
  const shown = stage.files[file];

  const leave = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t("forms.take.leave.title"),
      content: t("forms.take.leave.text"),
      okText: t("forms.take.leave.yes"),
      cancelText: t("forms.take.leave.no"),
    });
    if (sure) await dropTaking();
  };
  const confirm = async (): Promise<void> => {
    if (chosen.length === 0) return;
    const title = t("forms.take.storing");
    changeTaking({ work: title, error: null });
    try {
      const done = await run(title, (signal) => client.forms.confirm({ stage: stage.stage }, { signal }));
      if (done === undefined) return;
      await dropTaking();
      showToast({
        text: t("forms.take.done", { forms: done.forms, written: done.written }),
        action: { label: t("app.action.undo"), run: () => void undo(done.version) },
      });
    } catch (error) {
      changeTaking({ error });
    } finally {
      changeTaking({ work: null });
    }
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !event.ctrlKey || event.isComposing) return;
      event.preventDefault();
      void confirm();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <>
      <header className="import-head">
        <h2>{t("forms.take.title")}</h2>
        <span className="import-foot-note quiet">{t("forms.take.files", sumOf(stage))}</span>
        <Checkbox checked={onlyChanges} onChange={({ target }) => changeTaking({ onlyChanges: target.checked })}>
          {t("forms.take.onlyChanges")}
        </Checkbox>
      </header>
      <div className="forms-take">
        <TakeFiles files={stage.files} shown={file} />
        {shown === undefined ? (
          <p className="quiet">{t("forms.take.choose")}</p>
        ) : (
          <TakeRows key={shown.file} stage={stage.stage} file={shown} onlyChanges={onlyChanges} />
        )}
      </div>
      <footer className="import-foot">
        <Button onClick={() => void leave()}>{t("forms.act.drop")}</Button>
        <span className="import-foot-note" />
        <Button type="primary" autoFocus disabled={chosen.length === 0} onClick={() => void confirm()}>
          {rows > 0 || chosen.length === 0
            ? t("forms.act.confirm", { count: rows })
            : t("forms.act.confirmKeep", { count: chosen.length })}
        </Button>
      </footer>
    </>
  );
};

/** EX8: blanks what should never have been entered, here and everywhere; asked for in earnest. */
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { client, queryClient } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { showToast } from "../ui/toast/toasts.ts";
import { closeDialog } from "./dialogs.ts";

/** What was purged must not stay on the screen, nor in what the window remembers: back to the list. */
const forget = (record: string): void => {
  navigate(`/${location.hash.split("/")[1] ?? ""}`);
  queryClient.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(record) });
};

interface PurgeDialogProps {
  readonly record: string;
  readonly title: string;
}

export const PurgeDialog = ({ record, title }: PurgeDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const word = t("exchange.purge.word");
  const sure = typed.trim().toLowerCase() === word.toLowerCase() && reason.trim() !== "";
  const purge = async (): Promise<void> => {
    if (!sure || busy) return;
    setBusy(true);
    const done = await act(() => client.exchange.purge({ record, reason: reason.trim(), confirmed: true, units: [] }));
    setBusy(false);
    if (done === undefined) return;
    closeDialog();
    forget(record);
    // No way back is offered: there is none.
    showToast({ text: t("exchange.purge.done") });
  };
  return (
    <Modal
      open
      centered
      width={600}
      closable={false}
      title={`${t("exchange.purge.title")} · ${title}`}
      okText={t("exchange.purge.yes")}
      okButtonProps={{ danger: true, disabled: !sure, loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void purge()}
      onCancel={closeDialog}
      afterOpenChange={(open) => {
        if (open) document.getElementById(`${id}-reason`)?.focus();
      }}
    >
      <p>{t("exchange.purge.what")}</p>
      <ul className="plain-list">
        <li>{t("exchange.purge.here")}</li>
        <li>{t("exchange.purge.everywhere")}</li>
        <li>
          <strong>{t("exchange.purge.notBack")}</strong>
        </li>
      </ul>
      <div className="stacked">
        <label htmlFor={`${id}-reason`}>{t("exchange.purge.reason")}</label>
        <Input.TextArea
          id={`${id}-reason`}
          value={reason}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor={`${id}-typed`}>{t("exchange.purge.typed", { word })}</label>
        <Input
          id={`${id}-typed`}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => void purge()}
        />
        {typed !== "" && reason.trim() === "" ? (
          <p className="field-wrong" role="alert">
            {t("exchange.purge.needReason")}
          </p>
        ) : null}
      </div>
    </Modal>
  );
};

/** Revoking a computer (EX17), with what follows of it in plain words; and enrolling again after a copy (EX20). */
import { Modal } from "antd";
import { useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog, openDialog } from "./dialogs.ts";
import { shortDevice } from "./exchange-names.ts";
import { askExchangeAgain } from "./me.ts";

interface RevokeDialogProps {
  readonly office: string;
  readonly name: string;
  readonly device: string;
}

export const RevokeDialog = ({ office, name, device }: RevokeDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const revoke = async (): Promise<void> => {
    setBusy(true);
    const done = await act(() => client.exchange.revoke({ office, device }), t("exchange.offices.revokeDone"));
    setBusy(false);
    if (done === undefined) return;
    await askExchangeAgain();
    closeDialog();
  };
  return (
    <Modal
      open
      centered
      width={560}
      title={t("exchange.offices.revokeTitle", { office: name, device: shortDevice(device) })}
      okText={t("exchange.offices.revokeYes")}
      okButtonProps={{ danger: true, loading: busy }}
      cancelText={t("app.action.cancel")}
      cancelButtonProps={{ autoFocus: true }}
      onOk={() => void revoke()}
      onCancel={closeDialog}
    >
      <p>{t("exchange.offices.revokeWhat")}</p>
      <ul className="plain-list">
        <li>{t("exchange.offices.revokeLater")}</li>
        <li>{t("exchange.offices.revokeBefore")}</li>
        <li>{t("exchange.offices.revokeSpread")}</li>
        <li>{t("exchange.offices.revokeBack")}</li>
      </ul>
    </Modal>
  );
};

/** @param own this very computer, which can begin anew here; of another it says what to do there */
export const ReenrolDialog = ({ own }: { readonly own: boolean }) => {
  const { t } = useWords();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    const done = await act(() => client.exchange.beginAnew(), t("exchange.offices.begunAnew"));
    setBusy(false);
    if (done === undefined) return;
    await askExchangeAgain();
    closeDialog();
  };
  return (
    <Modal
      open
      centered
      width={520}
      title={t("exchange.offices.reenrolTitle")}
      okText={own ? t("exchange.offices.beginAnew") : t("exchange.offices.enrol")}
      okButtonProps={{ loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => (own ? void begin() : openDialog({ kind: "enrol" }))}
      onCancel={closeDialog}
    >
      <p>{t("exchange.offices.reenrolText")}</p>
    </Modal>
  );
};

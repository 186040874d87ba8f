/** Unlocks the keys by passphrase, or by the recovery code when it is forgotten (EX18a). */
import { Input, Modal, Segmented } from "antd";
import { useId, useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog } from "./dialogs.ts";
import { askExchangeAgain, useMe } from "./me.ts";

type Way = "byPassphrase" | "byCode";

export const UnlockDialog = () => {
  const { t } = useWords();
  const act = useAct();
  const me = useMe();
  const id = useId();
  const [way, setWay] = useState<Way>(me?.keys.protection === "passphrase" ? "byPassphrase" : "byCode");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const unlock = async (): Promise<void> => {
    if (typed.trim() === "" || busy) return;
    setBusy(true);
    const done = await act(
      () => client.exchange.unlock(way === "byCode" ? { recoveryCode: typed.trim() } : { passphrase: typed }),
      t("exchange.start.unlocked"),
    );
    setBusy(false);
    if (done === undefined) return;
    await askExchangeAgain();
    closeDialog();
  };
  return (
    <Modal
      open
      centered
      width={480}
      closable={false}
      title={t("exchange.start.unlockTitle")}
      okText={t("exchange.start.unlock")}
      okButtonProps={{ loading: busy, disabled: typed.trim() === "" }}
      cancelText={t("app.action.cancel")}
      onOk={() => void unlock()}
      onCancel={closeDialog}
      afterOpenChange={(open) => {
        // The dialog gives the focus to its first control; one opens it to type.
        if (open) document.getElementById(id)?.focus();
      }}
    >
      <form
        className="stacked"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Segmented<Way>
          value={way}
          options={(["byPassphrase", "byCode"] as const).map((value) => ({
            value,
            label: t(`exchange.start.${value}`),
          }))}
          onChange={(next) => {
            setWay(next);
            setTyped("");
          }}
        />
        <label htmlFor={id}>{t(`exchange.start.${way}`)}</label>
        {way === "byPassphrase" ? (
          <Input.Password
            id={id}
            autoComplete="current-password"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        ) : (
          <Input
            id={id}
            className="code-input"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
};

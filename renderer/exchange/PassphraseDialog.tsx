/** A passphrase entered twice: to make the keys under it, or to put them under it later (EX18a). */
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog, openDialog } from "./dialogs.ts";
import { askExchangeAgain } from "./me.ts";
import { passphraseTrouble } from "./passphrase.ts";

/** @param first makes the keys; a passphrase may be left out then */
export const PassphraseDialog = ({ first }: { readonly first: boolean }) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const trouble = passphraseTrouble(passphrase, again, first);

  const make = async (): Promise<boolean> => {
    const done = await act(() => client.exchange.setUp(passphrase === "" ? {} : { passphrase }));
    if (done === undefined) return false;
    openDialog({ kind: "recovery", code: done.recoveryCode });
    return true;
  };
  const protect = async (): Promise<boolean> => {
    const done = await act(() => client.exchange.protect({ passphrase }), t("exchange.start.passphraseSaved"));
    if (done === undefined) return false;
    closeDialog();
    return true;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (trouble !== undefined || busy) return;
    setBusy(true);
    const done = await (first ? make() : protect());
    if (done) await askExchangeAgain();
    else setBusy(false);
  };
  return (
    <Modal
      open
      centered
      width={520}
      closable={false}
      title={first ? t("exchange.start.setUpTitle") : t("exchange.start.passphraseTitle")}
      okText={first ? t("exchange.start.setUpTitle") : t("app.action.save")}
      okButtonProps={{ loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void submit()}
      onCancel={closeDialog}
    >
      {first ? <p>{t("exchange.start.setUpText")}</p> : null}
      <form
        className="stacked"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label htmlFor={`${id}-1`}>{t("exchange.start.passphrase")}</label>
        <Input.Password
          id={`${id}-1`}
          autoFocus
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <label htmlFor={`${id}-2`}>{t("exchange.start.passphraseAgain")}</label>
        <Input.Password
          id={`${id}-2`}
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          aria-invalid={tried && trouble !== undefined}
        />
        {first ? <p className="quiet">{t("exchange.start.passphraseHint")}</p> : null}
        {tried && trouble !== undefined ? (
          <p className="field-wrong" role="alert">
            {t(`exchange.start.${trouble}`)}
          </p>
        ) : null}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
};

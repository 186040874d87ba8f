/** The recovery code, shown this once: in large groups, to be printed or written down before one goes on (EX18a). */
import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useToday } from "../client.ts";
import { useWords } from "../i18n.ts";
import { closeDialog } from "./dialogs.ts";
import { useMe } from "./me.ts";
import { SpokenCode } from "./SpokenCode.tsx";

/** What the printer gets: nothing but the code and whose it is. */
const Paper = ({ code, office }: { readonly code: string; readonly office: string }) => {
  const { t } = useWords();
  const today = useToday();
  return createPortal(
    <div className="printed recovery-paper" aria-hidden="true">
      <h1>{t("exchange.recovery.paper", { office })}</h1>
      <p className="paper-code">{code}</p>
      <p>{t("exchange.recovery.text")}</p>
      <p>{t("exchange.recovery.warn")}</p>
      <p>{today}</p>
    </div>,
    document.body,
  );
};

export const RecoveryCode = ({ code }: { readonly code: string }) => {
  const { t } = useWords();
  const me = useMe();
  return (
    <>
      <Paper code={code} office={me?.name ?? ""} />
      <p>{t("exchange.recovery.text")}</p>
      <SpokenCode code={code} />
      <p className="notice">{t("exchange.recovery.warn")}</p>
      <Button onClick={() => window.print()}>{t("exchange.recovery.print")}</Button>
    </>
  );
};

export const RecoveryDialog = ({ code }: { readonly code: string }) => {
  const { t } = useWords();
  const [written, setWritten] = useState(false);
  return (
    <Modal
      open
      centered
      width={620}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t("exchange.recovery.title")}
      footer={
        <Button type="primary" disabled={!written} onClick={closeDialog}>
          {t("exchange.recovery.done")}
        </Button>
      }
    >
      <RecoveryCode code={code} />
      <p className="recovery-written">
        <Checkbox checked={written} onChange={(event) => setWritten(event.target.checked)}>
          {t("exchange.recovery.written")}
        </Checkbox>
      </p>
    </Modal>
  );
};

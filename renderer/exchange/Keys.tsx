/** Where this office's keys lie and what that means; passphrase and recovery code (EX18a). */
import { App, Button } from "antd";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";
import { openDialog } from "./dialogs.ts";
import { askExchangeAgain } from "./me.ts";

const Made = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  const { modal } = App.useApp();
  const act = useAct();
  const { protection, state, recovery } = me.keys;
  const drop = async (): Promise<void> => {
    await act(() => client.exchange.protect({ passphrase: null }), t("exchange.start.passphraseDropped"));
    await askExchangeAgain();
  };
  const newCode = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t("exchange.start.newCodeTitle"),
      content: t("exchange.start.newCodeText"),
      okText: t("exchange.start.newCode"),
      cancelText: t("app.action.cancel"),
    });
    if (!sure) return;
    const done = await act(() => client.exchange.newRecoveryCode());
    if (done !== undefined) openDialog({ kind: "recovery", code: done.recoveryCode });
    await askExchangeAgain();
  };
  return (
    <>
      <p>
        <strong className={protection === "none" ? "exchange-bad" : undefined}>
          {t(`exchange.start.protection.${protection}`)}
        </strong>
        <span className="quiet">
          {" "}
          · {state === "locked" ? t("exchange.start.lockedState") : t("exchange.start.ready")}
        </span>
      </p>
      <p className="quiet">{t(`exchange.start.protectionText.${protection}`)}</p>
      <p className="exchange-inline">
        {state === "locked" ? (
          <Button type="primary" onClick={() => openDialog({ kind: "unlock" })}>
            {t("exchange.first.unlock")}
          </Button>
        ) : (
          <>
            <Button onClick={() => openDialog({ kind: "passphrase" })}>{t("exchange.start.setPassphrase")}</Button>
            {protection === "passphrase" ? (
              <Button onClick={() => void drop()}>{t("exchange.start.dropPassphrase")}</Button>
            ) : null}
          </>
        )}
      </p>
      <h3>{t("exchange.start.recovery")}</h3>
      <p className={recovery ? undefined : "notice"}>
        {recovery ? t("exchange.start.recoveryYes") : t("exchange.start.recoveryNo")}
      </p>
      <p className="quiet">{t("exchange.start.recoveryText")}</p>
      <Button disabled={state !== "ready"} onClick={() => void newCode()}>
        {t("exchange.start.newCode")}
      </Button>
    </>
  );
};

export const Keys = ({ me }: { readonly me: ExchangeMe }) => {
  const { t } = useWords();
  return (
    <section className="contact contact-keys" aria-labelledby="contact-keys">
      <h2 id="contact-keys">{t("exchange.start.keys")}</h2>
      {me.keys.state === "none" ? (
        <>
          <p>{t("exchange.start.keysNone")}</p>
          <Button type="primary" onClick={() => openDialog({ kind: "set-up" })}>
            {t("exchange.start.setUp")}
          </Button>
        </>
      ) : (
        <Made me={me} />
      )}
    </section>
  );
};

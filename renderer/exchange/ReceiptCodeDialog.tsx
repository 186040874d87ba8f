/** EX12 by telephone: the code to read out, in large digits, and the field for the one that the other office reads out. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import { client, query } from "../client.ts";
import { codeOf } from "../errors.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog } from "./dialogs.ts";
import { askExchangeAgain } from "./me.ts";
import { SpokenCode } from "./SpokenCode.tsx";

interface ReceiptCodeDialogProps {
  readonly peer: string;
  readonly name: string;
}

export const ReceiptCodeDialog = ({ peer, name }: ReceiptCodeDialogProps) => {
  const { t } = useWords();
  const act = useAct();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const result = useQuery(query.exchange.receiptCode.queryOptions({ input: { of: peer }, staleTime: 0 }));
  const nothingTaken = result.error !== null && codeOf(result.error).code === "receipt-nothing-taken";
  const take = async (): Promise<void> => {
    if (typed.trim() === "" || busy) return;
    setBusy(true);
    const done = await act(
      () => client.exchange.takeReceiptCode({ from: peer, code: typed.trim() }),
      ({ confirmed }) => t("exchange.code.taken", { count: confirmed }),
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
      width={560}
      closable={false}
      title={t("exchange.code.title", { office: name })}
      onCancel={closeDialog}
      footer={<Button onClick={closeDialog}>{t("app.action.close")}</Button>}
    >
      {nothingTaken ? (
        <p className="quiet">{t("exchange.code.tellNone")}</p>
      ) : (
        <Loaded result={result}>
          {({ code, number }) => (
            <>
              <p>{t("exchange.code.tell")}</p>
              <SpokenCode code={code} />
              <p className="quiet">{t("exchange.code.tellHint", { number })}</p>
            </>
          )}
        </Loaded>
      )}
      <form
        className="exchange-code-form"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <label htmlFor={id}>{t("exchange.code.enter")}</label>
        <div className="exchange-inline">
          <Input
            id={id}
            autoFocus
            autoComplete="off"
            className="code-input figure"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={busy} disabled={typed.trim() === ""}>
            {t("exchange.code.take")}
          </Button>
        </div>
        <p className="quiet">{t("exchange.code.enterHint")}</p>
      </form>
    </Modal>
  );
};

/** The office below: reads a roster, compares the topmost office's fingerprint once, and takes the roster in (EX15). */
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { bridge } from "../bridge.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useAct } from "../ui/toast/act.ts";
import { closeDialog } from "./dialogs.ts";
import type { GivenFile } from "./dialogs.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { askExchangeAgain } from "./me.ts";

export const TrustDialog = ({ given }: { readonly given?: GivenFile | undefined }) => {
  const { t } = useWords();
  const act = useAct();
  const [file, setFile] = useState(given?.path);
  const [compared, setCompared] = useState(false);
  const [busy, setBusy] = useState(false);
  const result = useQuery({
    ...query.exchange.readRoster.queryOptions({ input: { path: file ?? "" }, staleTime: 0 }),
    enabled: file !== undefined,
  });
  const roster = result.data;
  const adopt = roster?.pinned === "above";
  const pick = async (): Promise<void> => {
    const [picked] = await bridge.pickFiles("roster");
    if (picked === undefined) return;
    setCompared(false);
    setFile(picked);
  };
  const trust = async (): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    const done = await act(
      () => client.exchange.trust({ path: file, adopt }),
      ({ offices }) => t("exchange.trust.done", { count: offices }),
    );
    setBusy(false);
    if (done === undefined) return;
    // The inbox lets a file go that was used: the dialog does not ask for it again.
    closeDialog();
    await askExchangeAgain();
  };
  const ready = roster !== undefined && roster.pinned !== "other" && (roster.pinned === "same" || compared);
  return (
    <Modal
      open
      centered
      width={600}
      closable={false}
      title={t("exchange.trust.title")}
      okText={adopt ? t("exchange.trust.adopt") : t("exchange.trust.yes")}
      okButtonProps={{ disabled: !ready, loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void trust()}
      onCancel={closeDialog}
    >
      <Button
        autoFocus={file === undefined}
        type={file === undefined ? "primary" : "default"}
        onClick={() => void pick()}
      >
        {t("exchange.trust.pick")}
      </Button>
      {file === undefined ? null : (
        <div className="compare">
          <p className="quiet">{file === given?.path ? given.name : fileNameOf(file)}</p>
          <Loaded result={result}>
            {({ root, offices, names, pinned }) => (
              <>
                <p className="quiet">{t("exchange.trust.root")}</p>
                <p className="card-name">
                  <strong>{root.name}</strong> <span className="quiet figure">{root.code}</span>
                </p>
                <Fingerprint value={root.fingerprint} large />
                <p>
                  {t("exchange.trust.offices", { count: offices })}{" "}
                  {names ? t("exchange.trust.names") : <strong>{t("exchange.trust.namesNot")}</strong>}
                </p>
                {pinned === "same" ? <p>{t("exchange.trust.same")}</p> : null}
                {pinned === "other" ? <p className="notice">{t("exchange.trust.otherText")}</p> : null}
                {pinned === "above" ? <p className="notice">{t("exchange.trust.aboveText")}</p> : null}
                {pinned === "none" || pinned === "above" ? (
                  <>
                    <p>{t("exchange.trust.step")}</p>
                    <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
                      {t("exchange.trust.compared")}
                    </Checkbox>
                  </>
                ) : null}
              </>
            )}
          </Loaded>
        </div>
      )}
    </Modal>
  );
};

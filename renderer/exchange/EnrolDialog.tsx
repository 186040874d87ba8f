/** The office above: reads a card, has the fingerprint compared by telephone, enrols it and writes the roster for it. */
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { bridge } from "../bridge.ts";
import { client, query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { closeDialog } from "./dialogs.ts";
import type { GivenFile } from "./dialogs.ts";
import { useSavePlace } from "./exchange-names.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import { askExchangeAgain, useMe } from "./me.ts";

const CardFacts = ({ path }: { readonly path: string }) => {
  const { t } = useWords();
  const result = useQuery(query.exchange.readCard.queryOptions({ input: { path }, staleTime: 0 }));
  return (
    <Loaded result={result}>
      {(card) => (
        <>
          <p className="quiet">{t("exchange.enrol.who")}</p>
          <p className="card-name">
            <strong>{card.name}</strong> <span className="quiet figure">{card.code}</span>
          </p>
          <Fingerprint value={card.fingerprint} large />
          <p>{t("exchange.enrol.step")}</p>
          {card.known ? <p className="notice">{t("exchange.enrol.known")}</p> : null}
        </>
      )}
    </Loaded>
  );
};

interface Enrolled {
  readonly name: string;
  readonly roster: string;
}

export const EnrolDialog = ({ given }: { readonly given?: GivenFile | undefined }) => {
  const { t } = useWords();
  const act = useAct();
  const savePlace = useSavePlace();
  const unitName = useUnitName();
  const me = useMe();
  const [card, setCard] = useState(given?.path);
  const [compared, setCompared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Enrolled>();
  const known = useQuery({
    ...query.exchange.readCard.queryOptions({ input: { path: card ?? "" } }),
    enabled: card !== undefined,
  }).data;
  const pick = async (): Promise<void> => {
    const [file] = await bridge.pickFiles("card");
    if (file === undefined) return;
    setCompared(false);
    setCard(file);
  };
  const enrol = async (): Promise<void> => {
    if (card === undefined || known === undefined || me === undefined) return;
    const roster = await savePlace({ kind: "roster", from: unitName(me.office), to: unitName(known.code) });
    if (roster === undefined) return;
    setBusy(true);
    const answer = await act(() => client.exchange.enrol({ card, roster }));
    setBusy(false);
    if (answer === undefined) return;
    // The inbox lets a file go that was used: it is not asked for again.
    setCard(undefined);
    setDone({ name: answer.name, roster });
    await askExchangeAgain();
  };
  if (done !== undefined)
    return (
      <Modal
        open
        centered
        width={560}
        title={t("exchange.enrol.done", { office: done.name })}
        onCancel={closeDialog}
        footer={
          <>
            <Button onClick={() => void bridge.revealInFolder(done.roster)}>{t("app.action.reveal")}</Button>
            <Button type="primary" autoFocus onClick={closeDialog}>
              {t("app.action.close")}
            </Button>
          </>
        }
      >
        <p>{t("exchange.enrol.doneText", { office: done.name })}</p>
        <p>{t("exchange.enrol.file", { file: fileNameOf(done.roster) })}</p>
      </Modal>
    );
  return (
    <Modal
      open
      centered
      width={600}
      closable={false}
      title={t("exchange.enrol.title")}
      okText={t("exchange.enrol.yes")}
      okButtonProps={{ disabled: known === undefined || !compared, loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void enrol()}
      onCancel={closeDialog}
    >
      <Button
        autoFocus={card === undefined}
        type={card === undefined ? "primary" : "default"}
        onClick={() => void pick()}
      >
        {t("exchange.enrol.pick")}
      </Button>
      {card === undefined ? null : (
        <div className="compare">
          <p className="quiet">{card === given?.path ? given.name : fileNameOf(card)}</p>
          <CardFacts path={card} />
          {known === undefined ? null : (
            <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
              {t("exchange.enrol.compared")}
            </Checkbox>
          )}
        </div>
      )}
    </Modal>
  );
};

/** At the office above: one file that opens up a new or reinstalled office, and the code to tell by telephone (EX13). */
import { Button, Modal } from "antd";
import { useId, useState } from "react";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { sizeText } from "../ui/dates.ts";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useAct } from "../ui/toast/act.ts";
import { useWork } from "../ui/work.ts";
import { useUnitName } from "../units/names.ts";
import { UnitPicker } from "../units/UnitPicker.tsx";
import { closeDialog } from "./dialogs.ts";
import { useSavePlace } from "./exchange-names.ts";
import { askExchangeAgain, useMe } from "./me.ts";
import { SpokenCode } from "./SpokenCode.tsx";

interface Written {
  readonly path: string;
  readonly code: string;
  readonly bytes: number;
}

const Done = ({ done }: { readonly done: Written }) => {
  const { t } = useWords();
  return (
    <Modal
      open
      centered
      width={600}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t("exchange.welcome.done")}
      footer={
        <>
          <Button onClick={() => void bridge.revealInFolder(done.path)}>{t("app.action.reveal")}</Button>
          <Button type="primary" onClick={closeDialog}>
            {t("exchange.outbox.done")}
          </Button>
        </>
      }
    >
      <p className="quiet figure">
        {fileNameOf(done.path)} · {sizeText(done.bytes)}
      </p>
      <p>{t("exchange.welcome.tell")}</p>
      <SpokenCode code={done.code} />
      <p className="quiet">{t("exchange.welcome.tellHint")}</p>
      <p className="exchange-eject">{t("exchange.welcome.eject")}</p>
    </Modal>
  );
};

export const WelcomeDialog = () => {
  const { t } = useWords();
  const act = useAct();
  const work = useWork();
  const savePlace = useSavePlace();
  const unitName = useUnitName();
  const me = useMe();
  const id = useId();
  const [unit, setUnit] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Written>();
  const write = async (): Promise<void> => {
    if (unit === undefined || me === undefined || busy) return;
    const path = await savePlace({ kind: "welcome", from: unitName(me.office), to: unitName(unit) });
    if (path === undefined) return;
    setBusy(true);
    const written = await act(() =>
      work(t("exchange.welcome.work"), (signal) => client.exchange.welcome({ unit, path }, { signal })),
    );
    setBusy(false);
    if (written === undefined) return;
    await askExchangeAgain();
    setDone(written);
  };
  if (done !== undefined) return <Done done={done} />;
  return (
    <Modal
      open
      centered
      width={560}
      closable={false}
      title={t("exchange.welcome.title")}
      okText={t("exchange.welcome.yes")}
      okButtonProps={{ disabled: unit === undefined, loading: busy }}
      cancelText={t("app.action.cancel")}
      onOk={() => void write()}
      onCancel={closeDialog}
    >
      <p>{t("exchange.welcome.text")}</p>
      <div className="stacked">
        <label htmlFor={id}>{t("exchange.welcome.unit")}</label>
        <UnitPicker
          id={id}
          autoFocus
          several={false}
          free={false}
          value={unit === undefined ? [] : [unit]}
          onChange={(codes) => setUnit(codes[0])}
        />
      </div>
    </Modal>
  );
};

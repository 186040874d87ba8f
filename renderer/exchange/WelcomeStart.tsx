/** At the newcomer: a welcome file and the code told by telephone bring the office, the roster and everything else at once. */
import { Button, Checkbox, Input, Progress } from "antd";
import { useId, useState } from "react";
import { bridge } from "../bridge.ts";
import { client, queryClient } from "../client.ts";
import { useWords } from "../i18n.ts";
import { forgetOpenedFiles } from "../shell/opened-files.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { fileNameOf } from "../ui/list/useExport.ts";
import { useStageWords, useWork, useWorks } from "../ui/work.ts";
import { RecoveryCode } from "./RecoveryDialog.tsx";
import "./exchange.css";

const Working = () => {
  const works = useWorks();
  const stageWords = useStageWords();
  const { t } = useWords();
  const [work] = works;
  if (work === undefined) return null;
  const percent = work.total === 0 ? 0 : Math.floor((100 * work.done) / work.total);
  return (
    <div className="first-progress" role="status">
      <Progress percent={percent} showInfo={work.total > 0} aria-label={t("exchange.welcome.openWork")} />
      <span className="quiet">{stageWords(work.stage)}</span>
    </div>
  );
};

interface Opened {
  readonly recoveryCode: string;
  readonly records: number;
}

const Ready = ({ opened, onEnter }: { readonly opened: Opened; readonly onEnter: () => void }) => {
  const { t } = useWords();
  const [written, setWritten] = useState(false);
  return (
    <section aria-labelledby="welcome-ready">
      <h2 id="welcome-ready">{t("exchange.welcome.ready")}</h2>
      <p>{t("exchange.welcome.readyText", { count: opened.records })}</p>
      <h3>{t("exchange.recovery.title")}</h3>
      <RecoveryCode code={opened.recoveryCode} />
      <p className="recovery-written">
        <Checkbox checked={written} onChange={(event) => setWritten(event.target.checked)}>
          {t("exchange.recovery.written")}
        </Checkbox>
      </p>
      <Button type="primary" size="large" disabled={!written} onClick={onEnter}>
        {t("exchange.welcome.enter")}
      </Button>
    </section>
  );
};

interface WelcomeStartProps {
  /** The file that a double click opened. */
  readonly given: string | undefined;
  /** While it is under way the first run has to stay, though the office is there already. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  readonly onBack: () => void;
}

export const WelcomeStart = ({ given, onBegin, onEnd, onBack }: WelcomeStartProps) => {
  const { t } = useWords();
  const work = useWork();
  const id = useId();
  const [path, setPath] = useState(given);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [opened, setOpened] = useState<Opened>();
  const pick = async (): Promise<void> => {
    const [file] = await bridge.pickFiles("welcome");
    if (file !== undefined) setPath(file);
  };
  const open = async (): Promise<void> => {
    if (path === undefined || code.trim() === "" || busy) return;
    setBusy(true);
    setError(undefined);
    onBegin();
    try {
      const done = await work(t("exchange.welcome.openWork"), (signal) =>
        client.exchange.openWelcome({ path, code: code.trim() }, { signal }),
      );
      if (done === undefined) onEnd();
      else setOpened({ recoveryCode: done.recoveryCode, records: done.report.recordsNew });
    } catch (refusal) {
      setError(refusal);
      onEnd();
    }
    setBusy(false);
  };
  const enter = (): void => {
    forgetOpenedFiles();
    void queryClient.invalidateQueries();
    onEnd();
  };
  if (opened !== undefined) return <Ready opened={opened} onEnter={enter} />;
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <div className="exchange-inline">
        <Button autoFocus disabled={busy} onClick={() => void pick()}>
          {t("exchange.welcome.pick")}
        </Button>
        {path === undefined ? null : <span>{fileNameOf(path)}</span>}
      </div>
      <label htmlFor={id}>{t("exchange.welcome.code")}</label>
      <Input
        id={id}
        size="large"
        className="code-input"
        autoComplete="off"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {error === undefined ? null : (
        <Trouble error={error} onAgain={() => void open()} onClose={() => setError(undefined)} />
      )}
      <Working />
      <div className="refused-actions">
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={busy}
          disabled={path === undefined || code.trim() === ""}
        >
          {t("exchange.welcome.open")}
        </Button>
        <Button size="large" disabled={busy} onClick={onBack}>
          {t("app.action.back")}
        </Button>
      </div>
    </form>
  );
};

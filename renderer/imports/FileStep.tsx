/** The first step: a file is picked or dropped, and read with progress that can be broken off. */
import { InboxOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useState } from "react";
import type { DragEvent } from "react";
import type { StageOptions } from "#shared/imports/view.ts";
import { bridge } from "../bridge.ts";
import { useWords } from "../i18n.ts";
import { useStageWords, useWork, useWorks } from "../ui/work.ts";
import { openFile } from "./actions.ts";
import { HeaderByHand, sheetsOf } from "./HeaderByHand.tsx";
import { RecentImports } from "./RecentImports.tsx";
import { fileNameOf } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";

/** Progress of the wizard's long work, with its cancel button. */
export const WorkLine = ({ title }: { readonly title: string }) => {
  const { t } = useWords();
  const stageWords = useStageWords();
  const work = useWorks().find((each) => each.title === title);
  const percent = work === undefined || work.total === 0 ? 0 : Math.round((work.done / work.total) * 100);
  return (
    <div className="import-work" role="status">
      <div className="import-work-title">{title}</div>
      <Progress percent={percent} status="active" aria-label={title} />
      <div className="import-work-foot">
        <span className="quiet">
          {stageWords(work?.stage ?? "prepare")}
          {work !== undefined && work.total > 0
            ? ` ${t("imports.file.rows", { done: work.done, total: work.total })}`
            : null}
        </span>
        <Button size="small" onClick={() => work?.cancel()}>
          {t("imports.cancel")}
        </Button>
      </div>
    </div>
  );
};

export const FileStep = ({ wizard }: { readonly wizard: Wizard }) => {
  const { t } = useWords();
  const run = useWork();
  const [over, setOver] = useState(false);
  const { capability } = wizard;

  const open = (path: string | null | undefined, options: StageOptions = {}): void => {
    if (path === null || path === undefined || path === "") return;
    void openFile(capability, path, t("imports.file.reading", { file: fileNameOf(path) }), run, options);
  };
  const sheets = sheetsOf(wizard.error);
  const pick = async (): Promise<void> => {
    const [path] = await bridge.pickFiles(capability === "tasks" ? "sheet" : "ledger");
    open(path);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) open(bridge.pathOfDroppedFile(file));
  };

  if (wizard.work !== null) return <WorkLine title={wizard.work} />;
  return (
    <div className="import-file">
      <div
        className={over ? "import-drop is-over" : "import-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined className="import-drop-icon" aria-hidden />
        <div className="import-drop-words">
          <span>{t("imports.file.drop")}</span>
          <Button type="primary" autoFocus onClick={() => void pick()}>
            {wizard.stage === null ? t("imports.file.pick") : t("imports.file.another")}
          </Button>
        </div>
        <div className="quiet">{t("imports.file.formats")}</div>
      </div>
      {sheets === undefined ? null : (
        <HeaderByHand key={wizard.path} sheets={sheets} onRead={(options) => open(wizard.path, options)} />
      )}
      <RecentImports capability={capability} />
    </div>
  );
};

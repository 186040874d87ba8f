/**
 * Taking in a list: steps on one page that can be gone back to (screens.md 'Import'). One frame for every kind of list;
 * what differs stands in core's dictionary and in the translations.
 */
import { App, Button, Steps } from "antd";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { navigate } from "wouter/use-hash-location";
import type { ImportCapability } from "#shared/imports/record.ts";
import { useWords } from "../i18n.ts";
import { useWork } from "../ui/work.ts";
import { confirm, goTo, leave } from "./actions.ts";
import { DoneStep } from "./DoneStep.tsx";
import { FileStep, WorkLine } from "./FileStep.tsx";
import { MatchStep } from "./MatchStep.tsx";
import { importsPlace } from "./places.ts";
import { PreviewStep } from "./PreviewStep.tsx";
import { Refusal } from "./Refusal.tsx";
import { TableStep } from "./TableStep.tsx";
import { usePreviewCounts } from "./usePreviewRows.ts";
import { isConfirmable, isReachable, isYearMissing, useWizard, wizardOf, wizardSteps } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";
import type { Stage } from "#shared/imports/view.ts";
import "./imports.css";
import "./preview.css";
import "./reading.css";

const stepAfter = (wizard: Wizard, by: 1 | -1): Wizard["step"] =>
  wizardSteps[wizardSteps.indexOf(wizard.step) + by] ?? wizard.step;

/** What the button says that stores the list. */
const useConfirmText = (wizard: Wizard, stage: Stage): string => {
  const { t } = useWords();
  const counts = usePreviewCounts(stage.stage);
  const count = (kind: string): number => counts[kind] ?? 0;
  if (wizard.revises === null) return t("imports.preview.confirmCount", { count: count("all") - count("listed") });
  const settled = t("imports.preview.confirmRevision", {
    added: count("new"),
    changed: count("changed"),
    withdrawn: count("withdrawn"),
  });
  return count("perhaps") === 0 ? settled : settled + t("imports.preview.confirmPerhaps", { count: count("perhaps") });
};

const Foot = ({ wizard, stage }: { readonly wizard: Wizard; readonly stage: Stage }) => {
  const { t } = useWords();
  const run = useWork();
  const { capability, step, busy } = wizard;
  const { modal } = App.useApp();
  const confirmText = useConfirmText(wizard, stage);
  const store = (): void => void confirm(capability, `${t("imports.preview.saving")} ${stage.fileName}`, run);
  const askAndLeave = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: t("imports.leave.title"),
      content: t("imports.leave.text"),
      okText: t("imports.leave.yes"),
      cancelText: t("imports.leave.no"),
    });
    if (sure) await leave(capability);
  };
  const isLast = step === "preview";
  const onward = (): void => {
    if (!isLast) goTo(capability, stepAfter(wizard, 1));
    else if (isConfirmable(wizard)) store();
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !event.ctrlKey || event.isComposing) return;
      event.preventDefault();
      onward();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <footer className="import-foot">
      <Button onClick={() => void askAndLeave()}>{t("imports.cancel")}</Button>
      <span className="import-foot-note quiet">
        {isLast && isYearMissing(stage) ? t("imports.preview.yearMissing") : null}
      </span>
      <Button onClick={() => goTo(capability, stepAfter(wizard, -1))}>{t("imports.back")}</Button>
      {isLast ? (
        <Button type="primary" disabled={!isConfirmable(wizard)} onClick={store}>
          {confirmText}
        </Button>
      ) : (
        <Button type="primary" autoFocus={!isYearMissing(stage)} disabled={busy} onClick={onward} key={step}>
          {t("imports.next")}
        </Button>
      )}
    </footer>
  );
};

const Body = ({ wizard }: { readonly wizard: Wizard }): ReactNode => {
  const { step, stage, result } = wizard;
  if (step === "done" && result !== null) return <DoneStep wizard={wizard} result={result} />;
  if (stage === null || step === "file") return <FileStep wizard={wizard} />;
  if (wizard.work !== null) return <WorkLine title={wizard.work} />;
  if (step === "table") return <TableStep wizard={wizard} stage={stage} />;
  if (step === "match") return <MatchStep wizard={wizard} stage={stage} />;
  return <PreviewStep wizard={wizard} stage={stage} />;
};

export const ImportPage = ({ capability }: { readonly capability: ImportCapability }) => {
  const { t } = useWords();
  const wizard = useWizard(capability);
  const { stage } = wizard;
  useEffect(
    () => () => {
      // An import that is over is not come back to: the next one begins at its first step.
      if (wizardOf(capability).step === "done") void leave(capability);
    },
    [capability],
  );
  return (
    <div className="import-page">
      <header className="import-head">
        <h2>{t(`imports.title.${capability}`)}</h2>
        <span className="import-file-name">{stage?.fileName}</span>
        <Steps
          size="small"
          current={wizardSteps.indexOf(wizard.step)}
          onChange={(index) => goTo(capability, wizardSteps[index] ?? "file")}
          items={wizardSteps.map((step) => ({
            title: t(`imports.steps.${step}`),
            disabled: !isReachable(wizard, step),
          }))}
        />
        <Button type="link" size="small" onClick={() => navigate(importsPlace)}>
          {t("imports.history")}
        </Button>
      </header>
      <Refusal wizard={wizard} />
      <div className="import-body">
        <Body wizard={wizard} />
      </div>
      {stage !== null && wizard.work === null && wizard.step !== "done" && wizard.step !== "file" ? (
        <Foot wizard={wizard} stage={stage} />
      ) : null}
    </div>
  );
};

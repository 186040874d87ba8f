/** The steps that the rules allow next, each with its letter; the first moves the issue on. */
import { Button } from "antd";
import type { IssueDetail } from "#shared/issues/view.ts";
import { useWords } from "../i18n.ts";
import { formOf, offeredSteps } from "./step-forms.ts";
import { openStep, targetOf } from "./step-target.ts";
import { useStepKeys } from "./useStepKeys.ts";

const Letter = ({ letter }: { readonly letter: string }) => (
  <kbd className="step-letter" aria-hidden="true">
    {letter}
  </kbd>
);

export const StepButtons = ({ issue, onEdit }: { readonly issue: IssueDetail; readonly onEdit: () => void }) => {
  const { t } = useWords();
  useStepKeys(issue);
  const offered = offeredSteps(issue.allowed);
  const [first] = offered;
  return (
    <div className="step-buttons" role="group" aria-label={t("issues.detail.next")}>
      {offered.map((step) => {
        const { letter, danger } = formOf(step);
        return (
          <Button
            key={step}
            size="small"
            type={step === first ? "primary" : "default"}
            danger={danger === true}
            aria-keyshortcuts={letter}
            onClick={() => openStep(targetOf(step, issue))}
          >
            {t(`issues.act.${step}`)}
            <Letter letter={letter} />
          </Button>
        );
      })}
      {issue.archivedWhy === null ? (
        <Button size="small" aria-keyshortcuts="E" onClick={onEdit}>
          {t("app.action.edit")}
          <Letter letter="E" />
        </Button>
      ) : null}
    </div>
  );
};

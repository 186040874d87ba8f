/** The fourth step: what would be stored, line by line; bad cells are put right here, and nothing is stored before 'confirm'. */
import { Button, Segmented } from "antd";
import { useEffect, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { Stage } from "#shared/imports/view.ts";
import { bridge } from "../bridge.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useAct } from "../ui/toast/act.ts";
import { accountOf } from "./accounting.ts";
import { importsPlace } from "./places.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { problemText } from "./problem-words.ts";
import { previewTabs, usePreviewCounts } from "./usePreviewRows.ts";
import type { PreviewTab } from "./usePreviewRows.ts";
import { isYearMissing } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";
import { YearField } from "./YearField.tsx";

interface Props {
  readonly wizard: Wizard;
  readonly stage: Stage;
}

/** What is worth knowing before it is confirmed: imported already, hidden rows read, years guessed. */
const Notices = ({ stage }: { readonly stage: Stage }) => {
  const { t, language } = useWords();
  const { moment } = useDates();
  if (stage.knownAs === null && stage.notices.length === 0) return null;
  return (
    <ul className="import-notices" aria-label={t("imports.preview.notices")}>
      {stage.knownAs === null ? null : (
        <li role="alert">
          <strong>{t("imports.preview.knownAs", { date: moment(stage.knownAs.at) })}</strong>{" "}
          <Button type="link" size="small" onClick={() => navigate(importsPlace)}>
            {t("imports.preview.showKnown")}
          </Button>
        </li>
      )}
      {stage.notices.map((notice) => (
        <li key={`${notice.code} ${JSON.stringify(notice.params)}`}>{problemText(notice, language)}</li>
      ))}
    </ul>
  );
};

/** 表头以下 37 行 = 条目 30 + 分节 4 + … */
const AccountLine = ({ stage }: { readonly stage: Stage }) => {
  const { t } = useWords();
  const { below, parts } = accountOf(stage.accounting);
  const sum = parts.map(({ part, count }) => t(`imports.accounting.parts.${part}`, { count })).join(" + ");
  return (
    <div className="import-account">
      {t("imports.accounting.below", { count: below })} = {sum}
    </div>
  );
};

export const PreviewStep = ({ wizard, stage }: Props) => {
  const { t } = useWords();
  const act = useAct();
  const counts = usePreviewCounts(stage.stage);
  const [chosen, setChosen] = useState<PreviewTab>("all");
  const [problemAsked, setProblemAsked] = useState(0);
  const shownTabs = previewTabs.filter((tab) => tab === "all" || (counts[tab] ?? 0) > 0);
  const only = shownTabs.includes(chosen) ? chosen : "all";
  const problems = counts["problems"] ?? 0;

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "F8") return;
      event.preventDefault();
      setProblemAsked((before) => before + 1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const saveMarked = async (): Promise<void> => {
    const path = await bridge.pickSavePath(stage.fileName, "sheet");
    if (path === undefined) return;
    const saved = await act(
      () => client.imports.saveProblems({ stage: stage.stage, path }),
      (answer) => t("imports.preview.savedProblems", { path: answer.path }),
    );
    if (saved !== undefined) await bridge.revealInFolder(saved.path);
  };

  return (
    <div className="import-preview-step">
      <Notices stage={stage} />
      <div className="import-preview-bar">
        <Segmented
          value={only}
          options={shownTabs.map((tab) => ({
            value: tab,
            label: `${t(`imports.preview.tabs.${tab}`)} ${counts[tab] ?? 0}`,
          }))}
          onChange={setChosen}
        />
        <span className="import-preview-tools">
          {isYearMissing(stage) ? <YearField wizard={wizard} stage={stage} /> : null}
          {problems === 0 ? (
            <span className="quiet">{t("imports.preview.noProblems")}</span>
          ) : (
            <>
              <Button onClick={() => setProblemAsked((before) => before + 1)}>
                {t("imports.preview.nextProblem")}
              </Button>
              <Button onClick={() => void saveMarked()}>{t("imports.preview.saveProblems")}</Button>
            </>
          )}
        </span>
      </div>
      <PreviewTable
        key={only}
        wizard={wizard}
        stage={stage}
        only={only}
        count={counts[only] ?? 0}
        hasReasons={problems > 0 || (counts["perhaps"] ?? 0) > 0}
        problemAsked={problemAsked}
      >
        <AccountLine stage={stage} />
      </PreviewTable>
    </div>
  );
};

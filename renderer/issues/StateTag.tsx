/** The state of an issue as a quiet chip, with its round where it was reopened; the word is there, the shade only helps. */
import type { IssueRow } from "#shared/issues/view.ts";
import { useWords } from "../i18n.ts";

export const StateTag = ({ row }: { readonly row: Pick<IssueRow, "state" | "stateText" | "round"> }) => {
  const { t } = useWords();
  const original = row.stateText === "" ? undefined : t("issues.detail.stateText", { text: row.stateText });
  return (
    <span className="issue-state" data-state={row.state} title={original}>
      {t(`issues.state.${row.state}`)}
      {row.round > 1 ? (
        <span className="issue-round-sign">{t("issues.detail.round", { round: row.round })}</span>
      ) : null}
    </span>
  );
};

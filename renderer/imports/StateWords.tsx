/** The ledger's own words for how far a problem has come, and the state each is taken for. */
import { Select } from "antd";
import { issueStates } from "#shared/issues/record.ts";
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { mapState } from "./actions.ts";
import { MatchTable } from "./MatchTable.tsx";

interface Props {
  readonly stage: Stage;
  readonly busy: boolean;
}

export const StateWords = ({ stage, busy }: Props) => {
  const { t } = useWords();
  const options = issueStates.map((state) => ({ value: state, label: t(`issues.state.${state}`) }));
  return (
    <section>
      <h3>{t("imports.match.states")}</h3>
      <MatchTable text={t("imports.match.stateWord")} taken={t("imports.match.stateTaken")}>
        {stage.stateWords.map(({ word, count, state, known }) => (
          <tr key={word}>
            <td>{word === "" ? t("imports.preview.blank") : word}</td>
            <td className="is-number">{count}</td>
            <td>{known ? null : <span className="import-match is-unknown">{t("imports.match.stateUnknown")}</span>}</td>
            <td>
              <Select
                size="small"
                value={state}
                options={options}
                disabled={busy}
                className="import-meaning"
                popupMatchSelectWidth={false}
                aria-label={`${t("imports.match.stateTaken")}: ${word}`}
                onChange={(next) => void mapState(stage.capability, word, next)}
              />
            </td>
          </tr>
        ))}
      </MatchTable>
    </section>
  );
};

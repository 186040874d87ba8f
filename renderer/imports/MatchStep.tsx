/** The third step: what the columns mean, which units are meant, and whether the list revises an earlier one. */
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { ColumnsTable } from "./ColumnsTable.tsx";
import { Revision } from "./Revision.tsx";
import { StateWords } from "./StateWords.tsx";
import { UnitsTable } from "./UnitsTable.tsx";
import type { Wizard } from "./wizard.ts";

export const MatchStep = ({ wizard, stage }: { readonly wizard: Wizard; readonly stage: Stage }) => {
  const { t } = useWords();
  return (
    <div className="import-match-step">
      <Revision wizard={wizard} stage={stage} />
      <div className="import-panes">
        <section className="import-pane">
          <h3>{t("imports.match.columns")}</h3>
          <p className="quiet">{t("imports.match.remembered")}</p>
          <ColumnsTable stage={stage} busy={wizard.busy} />
        </section>
        <div className="import-pane">
          {stage.stateWords.length > 0 ? <StateWords stage={stage} busy={wizard.busy} /> : null}
          <section>
            <h3>{t("imports.match.units")}</h3>
            <p className="quiet">{t("imports.match.unitsHint")}</p>
            <UnitsTable stage={stage} busy={wizard.busy} />
          </section>
        </div>
      </div>
    </div>
  );
};

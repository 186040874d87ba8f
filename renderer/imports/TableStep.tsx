/** The second step: which sheet, which lines of it are the header, and which year the dates belong to. */
import { Alert, Select } from "antd";
import { useWords } from "../i18n.ts";
import { setHeader, setSheet } from "./actions.ts";
import { headerAfterClick } from "./options.ts";
import { TopLines } from "./TopLines.tsx";
import { isYearMissing } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";
import { YearField } from "./YearField.tsx";
import type { Stage } from "#shared/imports/view.ts";

export const TableStep = ({ wizard, stage }: { readonly wizard: Wizard; readonly stage: Stage }) => {
  const { t } = useWords();
  const { capability, busy } = wizard;
  const { from, to } = stage.headerRows;
  const choose = (row: number, stretch: boolean): void => {
    void setHeader(capability, headerAfterClick(stage.headerRows, row, stretch));
  };
  const sheets = stage.sheets.map((sheet) => ({
    value: sheet.name,
    label: `${sheet.name}${sheet.hidden ? t("imports.table.hidden") : ""}${sheet.hasTable ? "" : t("imports.table.noTable")}`,
  }));

  return (
    <div className="import-table-step">
      <div className="import-fields">
        <label className="import-field">
          <span>{t("imports.table.sheet")}</span>
          <Select
            value={stage.sheet}
            options={sheets}
            disabled={busy}
            style={{ minWidth: 220 }}
            popupMatchSelectWidth={false}
            aria-label={t("imports.table.sheet")}
            onChange={(sheet) => void setSheet(capability, sheet)}
          />
        </label>
        <span className="import-field">
          <span>{t("imports.table.header")}</span>
          <strong>
            {from === to ? t("imports.table.headerRows", { from }) : t("imports.table.headerRange", { from, to })}
          </strong>
        </span>
        <YearField key={stage.year} wizard={wizard} stage={stage} />
        <span className="import-found">
          {stage.count > 0 ? t("imports.table.found", { count: stage.count }) : null}
        </span>
      </div>
      {isYearMissing(stage) ? <Alert type="warning" showIcon title={t("imports.table.yearAsk")} /> : null}
      {stage.count === 0 ? <Alert type="warning" showIcon title={t("imports.table.foundNone")} /> : null}
      <p className="quiet">{t("imports.table.howTo")}</p>
      <TopLines stage={stage} busy={busy} onChoose={choose} />
    </div>
  );
};

/** The year that dates without one belong to; asked for when the list does not say it. */
import { InputNumber } from "antd";
import { useState } from "react";
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { setYear } from "./actions.ts";
import { isYearMissing } from "./wizard.ts";
import type { Wizard } from "./wizard.ts";

const yearSources = ["text", "option", "title", "name", "reported", "none"] as const;
const isYearSource = (from: string): from is (typeof yearSources)[number] => yearSources.some((each) => each === from);

export const YearField = ({ wizard, stage }: { readonly wizard: Wizard; readonly stage: Stage }) => {
  const { t } = useWords();
  const [typed, setTyped] = useState<number | null>(stage.year);
  const missing = isYearMissing(stage);
  const take = (): void => {
    if (typed !== stage.year && typed !== null) void setYear(wizard.capability, typed);
  };
  return (
    <label className="import-field">
      <span>{t("imports.table.year")}</span>
      <InputNumber
        autoFocus={missing}
        min={1990}
        max={2100}
        precision={0}
        value={typed}
        status={missing ? "error" : ""}
        style={{ width: 96 }}
        aria-label={t("imports.table.year")}
        onChange={setTyped}
        onBlur={take}
        onPressEnter={take}
      />
      <span className="quiet">
        {isYearSource(stage.yearFrom) ? t(`imports.table.yearFrom.${stage.yearFrom}`) : null}
      </span>
    </label>
  );
};

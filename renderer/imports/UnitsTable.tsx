/** Every way in which the file writes a unit, and the known unit it stands for; unknown ones may stay as text. */
import { Segmented, Select } from "antd";
import { useState } from "react";
import { matchTyped } from "#shared/pinyin/match.ts";
import type { Stage } from "#shared/imports/view.ts";
import { useWords } from "../i18n.ts";
import { useUnits } from "../units/names.ts";
import { matchUnit } from "./actions.ts";
import { MatchTable } from "./MatchTable.tsx";

type UnitText = Stage["units"][number];

/** The value of the choice that leaves a name as it is written; no unit has an empty code. */
const asText = "";

interface Props {
  readonly stage: Stage;
  readonly busy: boolean;
}

export const UnitsTable = ({ stage, busy }: Props) => {
  const { t } = useWords();
  const units = useUnits();
  const [only, setOnly] = useState<"unknown" | "all">("all");
  const unknown = stage.units.filter((unit) => unit.match === "unknown");
  const shown = only === "unknown" ? unknown : stage.units;
  const options = [
    { value: asText, label: t("imports.match.asText") },
    ...units
      .filter((unit) => !unit.withdrawn && unit.sameAs === null)
      .map((unit) => ({ value: unit.code, label: unit.name })),
  ];
  const optionsFor = (unit: UnitText): typeof options =>
    unit.code === null || options.some((option) => option.value === unit.code)
      ? options
      : [...options, { value: unit.code, label: unit.name ?? unit.code }];

  if (stage.units.length === 0) return <p className="quiet">{t("imports.match.noUnits")}</p>;
  return (
    <>
      <Segmented
        size="small"
        value={only}
        options={[
          { value: "all", label: t("imports.match.allUnits", { count: stage.units.length }) },
          { value: "unknown", label: t("imports.match.onlyUnknown", { count: unknown.length }) },
        ]}
        onChange={setOnly}
      />
      <MatchTable text={t("imports.match.unitText")} taken={t("imports.match.unitMatch")}>
        {shown.map((unit) => (
          <tr key={unit.text}>
            <td>{unit.text}</td>
            <td className="is-number">{unit.count}</td>
            <td>
              <span className={`import-match is-${unit.match}`}>{t(`imports.match.${unit.match}`)}</span>
            </td>
            <td>
              <Select
                size="small"
                showSearch={{ filterOption: (typed, option) => matchTyped(option?.label ?? "", typed) !== undefined }}
                value={unit.code ?? asText}
                options={optionsFor(unit)}
                disabled={busy}
                className="import-meaning"
                popupMatchSelectWidth={false}
                aria-label={`${t("imports.match.unitMatch")}: ${unit.text}`}
                onChange={(code) => void matchUnit(stage.capability, unit.text, code === asText ? null : code)}
              />
            </td>
          </tr>
        ))}
      </MatchTable>
    </>
  );
};

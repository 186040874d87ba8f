/** Picks one or several units; what is typed and not known is kept as it was written. */
import { Select } from "antd";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { useWords } from "../i18n.ts";
import { useUnitSearch } from "./match.ts";
import { useUnitName, useUnits } from "./names.ts";

interface UnitPickerProps {
  readonly id?: string;
  /** Codes, or words as written for units not known here. */
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly several?: boolean;
  /** Unknown names may be typed and kept. */
  readonly free?: boolean;
  readonly autoFocus?: boolean;
  readonly size?: "small";
  readonly placeholder?: string;
  readonly "aria-label"?: string;
  readonly "aria-invalid"?: boolean;
  readonly "aria-describedby"?: string;
}

interface UnitOption {
  readonly value: string;
  readonly label: string;
  /** The unit above, to tell namesakes apart. */
  readonly under: string;
}

const drawOption = ({ data }: { readonly data: UnitOption }) => (
  <span className="unit-option">
    <span>{data.label}</span>
    <span className="quiet">{data.under}</span>
  </span>
);

export const UnitPicker = ({ value, onChange, several = true, free = true, ...rest }: UnitPickerProps) => {
  const { t } = useWords();
  const units = useUnits();
  const unitName = useUnitName();
  const search = useUnitSearch();
  const [typed, setTyped] = useState("");
  const nameOf = new Map(units.map((unit) => [unit.code, unit.name]));
  const found = search(typed).map((unit) => ({
    value: unit.code,
    label: unit.name,
    under: unit.parent === null ? "" : (nameOf.get(unit.parent) ?? ""),
  }));
  const text = typed.trim();
  const exact = found.some(({ label }) => label === text);
  const written =
    free && text !== "" && !exact && !value.includes(text)
      ? [{ value: text, label: t("app.form.unitsUnknown", { text }), under: "" }]
      : [];
  const chosen = value
    .filter((code) => !found.some((option) => option.value === code))
    .map((code) => ({ value: code, label: unitName(code), under: "" }));
  /** With nothing typed Tab goes on to the next field; antd would pick the first unit of the list. */
  const leaveByTab = (event: KeyboardEvent): void => {
    if (event.key === "Tab" && text === "") event.stopPropagation();
  };
  return (
    <div className="wide" onKeyDownCapture={leaveByTab}>
      <Select<string[], UnitOption>
        {...rest}
        mode="multiple"
        maxCount={several ? undefined : 1}
        className="wide"
        value={[...value]}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped, autoClearSearchValue: true }}
        options={[...found, ...written, ...(text === "" ? chosen : [])]}
        labelRender={({ value: code }) => unitName(String(code))}
        optionRender={drawOption}
        placeholder={rest.placeholder ?? t("app.form.units")}
        onChange={(codes) => {
          onChange(several ? codes : codes.slice(-1));
          setTyped("");
        }}
      />
    </div>
  );
};

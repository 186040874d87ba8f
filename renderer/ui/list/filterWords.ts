/** A filter in words, as its chip says it. */
import { useCallback } from "react";
import type { Field, Filter } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { useUnitName } from "../../units/names.ts";
import { useDates } from "../dates.ts";

/** One value of a field as a person reads it. */
export const useFilterValue = (capability: string): ((field: Field, value: string) => string) => {
  const { t } = useWords();
  const word = useLooseWord();
  const unitName = useUnitName();
  const { day } = useDates();
  return useCallback(
    (field, value) => {
      if (value === "") return t("app.list.blank");
      if (field.choices !== undefined) return word(`${capability}.${field.key}.${value}`);
      if (field.kind === "units") return unitName(value);
      if (field.kind === "date") return day(value);
      return value;
    },
    [capability, t, word, unitName, day],
  );
};

const manyValues = 3;

export const useFilterWords = (capability: string): ((field: Field, filter: Filter) => string) => {
  const { t } = useWords();
  const word = useLooseWord();
  const valueText = useFilterValue(capability);
  return (field, { op, values }) => {
    const name = word(`${capability}.fields.${field.key}`);
    const shown = values.slice(0, manyValues).map((value) => valueText(field, value));
    const list = shown.join("、") + (values.length > manyValues ? ` +${values.length - manyValues}` : "");
    const said: Readonly<Record<Filter["op"], string>> = {
      in: `: ${list}`,
      "not-in": `: ${t("app.list.filterNot")} ${list}`,
      from: ` ≥ ${list}`,
      to: ` ≤ ${list}`,
      contains: `: ${t("app.list.filterContains")} “${list}”`,
      empty: `: ${t("app.list.filterEmpty")}`,
      filled: `: ${t("app.list.filterFilled")}`,
    };
    return name + said[op];
  };
};

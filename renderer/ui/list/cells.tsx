/** How a field of each kind reads in a list, as text (copying, printing) and in its cell. */
import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { textOfObject } from "#shared/list/cells.ts";
import type { Field } from "#shared/list/query.ts";
import { useLooseWord } from "../../i18n.ts";
import { useUnitName } from "../../units/names.ts";
import { useDates } from "../dates.ts";
import { Light, Why } from "../light/Light.tsx";
import type { ListPageProps, ListRow } from "./types.ts";

export const valueOf = (row: object, key: string): unknown =>
  Object.hasOwn(row, key) ? Reflect.get(row, key) : undefined;

/** One line: what a person would write in the cell of a sheet. */
export const useFieldText = (capability: string): ((field: Field, row: object) => string) => {
  const word = useLooseWord();
  const unitName = useUnitName();
  const { day } = useDates();
  return useCallback(
    (field, row) => {
      const value = valueOf(row, field.key);
      if (value === null || value === undefined || value === "") return "";
      if (Array.isArray(value)) {
        const choice = (item: string): string => word(`${capability}.${field.key}.${item}`);
        return value.map((item) => (field.choices ? choice(String(item)) : unitName(String(item)))).join("、");
      }
      if (typeof value === "boolean") return value ? word(`${capability}.${field.key}.yes`) : "";
      if (typeof value === "object") return textOfObject(value);
      const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
      if (field.kind === "date") return day(text);
      if (field.choices !== undefined) return word(`${capability}.${field.key}.${text}`);
      if (field.key === "percent") return `${text}%`;
      return text;
    },
    [capability, word, unitName, day],
  );
};

export interface CellWords<Row> {
  readonly text: (field: Field, row: Row) => string;
  readonly cell: (field: Field, row: Row) => ReactNode;
}

type ByField<Row, Made> = { readonly [K in string]?: (row: Row) => Made };

/** What the capability gave for a field; `fields` is keyed by its own fields only. */
const own = <Row, Made>(fields: ByField<Row, Made> | undefined, key: string): ((row: Row) => Made) | undefined =>
  fields?.[key];

/** The cells of a list: the capability's own where it gave one, else by kind. Give `cells`, `texts` and `why` a lasting identity. */
export const useCells = <Row extends ListRow, Key extends string>({
  capability,
  cells,
  texts,
  why,
}: Pick<ListPageProps<Row, Key>, "capability" | "cells" | "texts" | "why">): CellWords<Row> => {
  const usualText = useFieldText(capability);
  return useMemo(() => {
    const text = (field: Field, row: Row): string => own<Row, string>(texts, field.key)?.(row) ?? usualText(field, row);
    const cell = (field: Field, row: Row): ReactNode => {
      const made = own<Row, ReactNode>(cells, field.key);
      if (made !== undefined) return made(row);
      if (field.kind === "light") {
        const light = <Light capability={capability} value={String(valueOf(row, field.key))} />;
        return why === undefined ? light : <Why why={() => why(row.id)}>{light}</Why>;
      }
      return text(field, row);
    };
    return { text, cell };
  }, [capability, cells, texts, why, usualText]);
};

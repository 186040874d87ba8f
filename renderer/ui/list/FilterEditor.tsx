/** Chooses what one field must be: values with how many records carry each, words that it holds, or dates from and to. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, DatePicker, Input, InputNumber } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import type { Field, Filter, ListQuery } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { numberText } from "../dates.ts";
import { useFilterValue } from "./filterWords.ts";
import type { ListRow, ListSource } from "./types.ts";

interface FilterEditorProps<Row extends ListRow> {
  readonly capability: string;
  readonly field: Field;
  readonly source: ListSource<Row>;
  readonly query: ListQuery;
  readonly onChange: (filters: readonly Filter[]) => void;
}

const mostValues = 60;

/** The field's filters replaced by `next`; without values there is no filter. */
const withFilter = (filters: readonly Filter[], next: Filter): readonly Filter[] => {
  const others = filters.filter(({ field, op }) => field !== next.field || op !== next.op);
  const bare = next.op === "empty" || next.op === "filled";
  return bare || next.values.length > 0 ? [...others, next] : others;
};

const Values = <Row extends ListRow>({ capability, field, source, query, onChange }: FilterEditorProps<Row>) => {
  const { t, language } = useWords();
  const valueText = useFilterValue(capability);
  const [search, setSearch] = useState("");
  const facets = useQuery({
    queryKey: [[capability, "facets"], { input: { ...query, fields: [field.key] } }],
    queryFn: ({ signal }) => source.facets({ ...query, fields: [field.key] }, { signal }),
  });
  const chosen = query.filters.find((filter) => filter.field === field.key && filter.op === "in")?.values ?? [];
  const counted = facets.data?.[field.key] ?? [];
  const missing = chosen.filter((value) => !counted.some((facet) => facet.value === value));
  const all = [...counted, ...missing.map((value) => ({ value, count: 0 }))];
  const matching = all.filter(({ value }) =>
    valueText(field, value).toLowerCase().includes(search.trim().toLowerCase()),
  );
  const toggle = (value: string): void =>
    onChange(
      withFilter(query.filters, {
        field: field.key,
        op: "in",
        values: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
      }),
    );
  return (
    <>
      {all.length > 8 ? (
        <Input
          size="small"
          allowClear
          value={search}
          placeholder={t("app.action.search")}
          aria-label={t("app.action.search")}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <div className="filter-values">
        {matching.slice(0, mostValues).map(({ value, count }) => (
          <Checkbox key={value} checked={chosen.includes(value)} onChange={() => toggle(value)}>
            <span className="filter-value">{valueText(field, value)}</span>
            <span className="figure quiet">{numberText(count, language)}</span>
          </Checkbox>
        ))}
      </div>
      {matching.length > mostValues ? (
        <div className="quiet">{t("app.list.moreValues", { count: mostValues })}</div>
      ) : null}
    </>
  );
};

const Contains = <Row extends ListRow>({ field, query, onChange }: FilterEditorProps<Row>) => {
  const { t } = useWords();
  const now = query.filters.find((filter) => filter.field === field.key && filter.op === "contains")?.values[0] ?? "";
  const [text, setText] = useState(now);
  const apply = (): void => {
    const values = text.trim() === "" ? [] : [text.trim()];
    onChange(withFilter(query.filters, { field: field.key, op: "contains", values }));
  };
  return (
    <Input
      size="small"
      allowClear
      prefix={<span className="quiet">{t("app.list.filterContains")}</span>}
      aria-label={t("app.list.filterContains")}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={apply}
      onBlur={apply}
    />
  );
};

const Bounds = <Row extends ListRow>({ field, query, onChange }: FilterEditorProps<Row>) => {
  const { t } = useWords();
  const bound = (op: "from" | "to"): string | undefined =>
    query.filters.find((filter) => filter.field === field.key && filter.op === op)?.values[0];
  const set = (op: "from" | "to", value: string | undefined): void =>
    onChange(withFilter(query.filters, { field: field.key, op, values: value === undefined ? [] : [value] }));
  const names = { from: t("app.list.filterFrom"), to: t("app.list.filterTo") } as const;
  return (
    <div className="filter-bounds">
      {(["from", "to"] as const).map((op) => {
        const value = bound(op);
        return field.kind === "date" ? (
          <DatePicker
            key={op}
            size="small"
            placeholder={names[op]}
            aria-label={names[op]}
            value={value === undefined ? null : dayjs(value)}
            onChange={(date) => set(op, date === null ? undefined : date.format("YYYY-MM-DD"))}
          />
        ) : (
          <InputNumber
            key={op}
            size="small"
            placeholder={names[op]}
            aria-label={names[op]}
            value={value === undefined ? null : Number(value)}
            onChange={(number) => set(op, number === null ? undefined : String(number))}
          />
        );
      })}
    </div>
  );
};

const Presence = <Row extends ListRow>({ field, query, onChange }: FilterEditorProps<Row>) => {
  const { t } = useWords();
  const has = (op: "empty" | "filled"): boolean =>
    query.filters.some((filter) => filter.field === field.key && filter.op === op);
  const toggle = (op: "empty" | "filled"): void => {
    const others = query.filters.filter(
      (filter) => filter.field !== field.key || (filter.op !== "empty" && filter.op !== "filled"),
    );
    onChange(has(op) ? others : [...others, { field: field.key, op, values: [] }]);
  };
  return (
    <div className="filter-presence">
      <Checkbox checked={has("empty")} onChange={() => toggle("empty")}>
        {t("app.list.filterEmpty")}
      </Checkbox>
      <Checkbox checked={has("filled")} onChange={() => toggle("filled")}>
        {t("app.list.filterFilled")}
      </Checkbox>
    </div>
  );
};

export const FilterEditor = <Row extends ListRow>(props: FilterEditorProps<Row>) => {
  const { t } = useWords();
  const word = useLooseWord();
  const { kind } = props.field;
  const name = t("app.list.filterBy", { field: word(`${props.capability}.fields.${props.field.key}`) });
  return (
    <div className="filter-editor" role="dialog" aria-label={name}>
      <strong>{name}</strong>
      {kind === "date" || kind === "number" ? <Bounds {...props} /> : null}
      {kind === "text" || kind === "long" ? <Contains {...props} /> : null}
      {kind === "choice" || kind === "light" || kind === "units" || kind === "text" ? <Values {...props} /> : null}
      {kind === "light" || kind === "number" ? null : <Presence {...props} />}
    </div>
  );
};

/** The line of filters under the search: a chip for each, with its count, removable, and a button to add one. */
import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Popover } from "antd";
import { useState } from "react";
import type { Field, Filter, ListQuery } from "#shared/list/query.ts";
import { useLooseWord, useWords } from "../../i18n.ts";
import { numberText } from "../dates.ts";
import { FilterEditor } from "./FilterEditor.tsx";
import { useFilterWords } from "./filterWords.ts";
import type { ListRow, ListSource } from "./types.ts";

interface FiltersProps<Row extends ListRow> {
  readonly capability: string;
  readonly fields: readonly Field[];
  readonly source: ListSource<Row>;
  readonly query: ListQuery;
  readonly onChange: (filters: readonly Filter[]) => void;
}

/** How many records carry a chip's values under the other filters; nothing for dates and words. */
const useChipCounts = <Row extends ListRow>({ capability, source, query }: FiltersProps<Row>) => {
  const fields = [...new Set(query.filters.filter(({ op }) => op === "in").map(({ field }) => field))];
  const facets = useQuery({
    queryKey: [[capability, "facets"], { input: { ...query, fields } }],
    queryFn: ({ signal }) => source.facets({ ...query, fields }, { signal }),
    enabled: fields.length > 0,
  });
  return ({ field, op, values }: Filter): number | undefined => {
    const counted = op === "in" ? facets.data?.[field] : undefined;
    return counted?.filter(({ value }) => values.includes(value)).reduce((sum, { count }) => sum + count, 0);
  };
};

export const Filters = <Row extends ListRow>(props: FiltersProps<Row>) => {
  const { capability, fields, source, query, onChange } = props;
  const { t, language } = useWords();
  const word = useLooseWord();
  const filterWords = useFilterWords(capability);
  const countOf = useChipCounts(props);
  const [editing, setEditing] = useState<string>();
  const filterable = fields.filter((field) => field.filterable);
  const editorOf = (field: Field) => (
    <FilterEditor capability={capability} field={field} source={source} query={query} onChange={onChange} />
  );
  const edited = filterable.find((field) => field.key === editing);
  const chipFor = (filter: Filter) => {
    const field = fields.find(({ key }) => key === filter.field);
    if (field === undefined) return null;
    const text = filterWords(field, filter);
    const count = countOf(filter);
    return (
      <span className="chip" key={`${filter.field} ${filter.op}`}>
        <Popover trigger="click" placement="bottomLeft" content={editorOf(field)} destroyOnHidden>
          <button type="button" className="chip-text">
            {text}
            {count === undefined ? null : <span className="figure">{numberText(count, language)}</span>}
          </button>
        </Popover>
        <button
          type="button"
          className="chip-remove"
          aria-label={t("app.list.filterRemove", { filter: text })}
          onClick={() => onChange(query.filters.filter((other) => other !== filter))}
        >
          <CloseOutlined aria-hidden="true" />
        </button>
      </span>
    );
  };
  return (
    <div className="filters">
      <Popover
        open={edited !== undefined}
        placement="bottomLeft"
        trigger="click"
        destroyOnHidden
        onOpenChange={(open) => (open ? undefined : setEditing(undefined))}
        content={edited === undefined ? null : editorOf(edited)}
      >
        <Dropdown
          trigger={["click"]}
          menu={{
            className: "tall-menu",
            items: filterable.map(({ key }) => ({ key, label: word(`${capability}.fields.${key}`) })),
            onClick: ({ key }) => setTimeout(() => setEditing(key), 50),
          }}
        >
          <Button size="small" icon={<FilterOutlined aria-hidden="true" />}>
            {t("app.list.filter")}
          </Button>
        </Dropdown>
      </Popover>
      {query.filters.map(chipFor)}
      {query.filters.length > 1 ? (
        <Button size="small" type="link" onClick={() => onChange([])}>
          {t("app.list.filterClear")}
        </Button>
      ) : null}
    </div>
  );
};

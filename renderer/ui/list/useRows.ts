/**
 * The rows of a list by their place, however long it is: pages of 200 are asked for as they come into sight. When
 * something else is asked for, the old rows stand until the first page of the new ones is there, so nothing flickers.
 */
import { useQueries, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { ListQuery } from "#shared/list/query.ts";
import { emptyQuery } from "./state.ts";
import type { ListRow, ListSource } from "./types.ts";

const pageSize = 200;

interface Pages<Row> {
  readonly rows: ReadonlyMap<number, Row>;
}

const pageOptions = <Row extends ListRow>(
  capability: string,
  source: ListSource<Row>,
  query: ListQuery,
  page: number,
) => {
  const input = { ...query, offset: page * pageSize, limit: pageSize };
  return {
    queryKey: [[capability, "list"], { input }],
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await source.list(input, { signal })).rows,
  };
};

const countOptions = <Row extends ListRow>(capability: string, source: ListSource<Row>, query: ListQuery) => ({
  queryKey: [[capability, "count"], { input: query }],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await source.count(query, { signal })).count,
});

export interface Rows<Row> {
  readonly count: number;
  /** Of all records, whatever is asked for. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  /** What the rows answer to; the query asked for last, once its first page is there. */
  readonly query: ListQuery;
  readonly loading: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

const gather =
  <Row>(first: number) =>
  (results: readonly UseQueryResult<readonly Row[]>[]): Pages<Row> => {
    const rows = new Map<number, Row>();
    for (const [place, { data }] of results.entries())
      for (const [index, row] of (data ?? []).entries()) rows.set((first + place) * pageSize + index, row);
    return { rows };
  };

/** `from`–`to`: the rows in sight. */
export const useRows = <Row extends ListRow>(
  capability: string,
  source: ListSource<Row>,
  query: ListQuery,
  from: number,
  to: number,
): Rows<Row> => {
  const [settled, setSettled] = useState(query);
  const first = useQuery(pageOptions(capability, source, query, 0));
  const counted = useQuery(countOptions(capability, source, query));
  const total = useQuery(countOptions(capability, source, emptyQuery));
  const ready = first.isSuccess && counted.isSuccess;
  if (ready && settled !== query) setSettled(query);
  const settledCount = useQuery(countOptions(capability, source, settled));
  const firstPage = Math.max(0, Math.floor(from / pageSize));
  const lastPage = Math.max(firstPage, Math.floor(to / pageSize));
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
  const { rows } = useQueries({
    queries: pages.map((page) => pageOptions(capability, source, settled, page)),
    combine: gather<Row>(firstPage),
  });
  const again = (): void => {
    void first.refetch();
    void counted.refetch();
  };
  return {
    count: settledCount.data ?? 0,
    total: total.data,
    rowAt: (index) => rows.get(index),
    query: settled,
    loading: !ready && !first.isError && !counted.isError,
    error: first.error ?? counted.error,
    again,
  };
};

/** Every row that answers to a query, page by page, up to `most`; undefined when there are more. */
export const allRows = async <Row extends ListRow>(
  source: ListSource<Row>,
  query: ListQuery,
  most: number,
): Promise<readonly Row[] | undefined> => {
  const { count } = await source.count(query);
  if (count > most) return undefined;
  const rows: Row[] = [];
  while (rows.length < count) {
    const page = await source.list({ ...query, offset: rows.length, limit: 1000 });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  }
  return rows;
};

/** The board's rows: of the year that was chosen, or of the nearest in which there are tasks, under the list's query. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { BoardGrouping, BoardRow } from "#shared/board/view.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { keepPreviousData, query, useToday } from "../client.ts";
import { shownCounts } from "../ui/list/state.ts";

export interface BoardData {
  readonly rows: readonly BoardRow[];
  readonly year: number;
  /** Years that can be chosen, this one among them. */
  readonly years: readonly number[];
  readonly loading: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

const nearest = (years: readonly number[], year: number): number =>
  years.reduce((best, each) => (Math.abs(each - year) < Math.abs(best - year) ? each : best), years[0] ?? year);

const noRows: readonly BoardRow[] = [];

export const useBoard = (asked: ListQuery, chosen: number | undefined, group: BoardGrouping): BoardData => {
  const thisYear = Number(useToday().slice(0, 4));
  const ask = (year: number) => ({
    ...query.board.rows.queryOptions({ input: { ...asked, year, group } }),
    placeholderData: keepPreviousData,
  });
  const first = useQuery({ ...ask(thisYear), enabled: chosen === undefined });
  const touched = first.data?.years ?? [];
  const year = chosen ?? (touched.length === 0 || touched.includes(thisYear) ? thisYear : nearest(touched, thisYear));
  const shown = useQuery({ ...ask(year), enabled: chosen !== undefined || first.data !== undefined });
  const rows = shown.data?.rows ?? noRows;
  const count = rows.length;
  useEffect(() => shownCounts.set({ shown: count, total: count, selected: 0 }), [count]);
  useEffect(() => () => shownCounts.set(undefined), []);
  return {
    rows,
    year,
    years: [...new Set([...(shown.data?.years ?? []), year])].sort((a, b) => a - b),
    loading: shown.isPending,
    error: shown.error ?? first.error,
    again: () => void shown.refetch(),
  };
};

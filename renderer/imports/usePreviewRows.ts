/** The preview's rows, asked for by pages as they come into sight, and the counts of its tabs. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { StageRow } from "#shared/imports/view.ts";
import { query, queryClient } from "../client.ts";
import { pageSize, pagesOf, pagesRound } from "./pages.ts";

export const previewTabs = [
  "all",
  "problems",
  "new",
  "changed",
  "unchanged",
  "withdrawn",
  "perhaps",
  "listed",
] as const;
export type PreviewTab = (typeof previewTabs)[number];

const pageOptions = (stage: string, only: PreviewTab, page: number) =>
  query.imports.rows.queryOptions({ input: { stage, only, offset: page * pageSize, limit: pageSize } });

/** How many rows each tab has. */
export const usePreviewCounts = (stage: string): Readonly<Record<string, number>> => {
  const { data } = useQuery({ ...pageOptions(stage, "all", 0), placeholderData: keepPreviousData });
  return data?.counts ?? {};
};

/** The row at a place of a tab; undefined while its page is on its way. */
export const usePreviewRows = (
  stage: string,
  only: PreviewTab,
  sight: { readonly first: number; readonly last: number },
): ((index: number) => StageRow | undefined) => {
  const pages = pagesOf(sight.first, sight.last);
  const answers = useQueries({ queries: pages.map((page) => pageOptions(stage, only, page)) });
  return (index) => answers[pages.indexOf(Math.floor(index / pageSize))]?.data?.rows[index % pageSize];
};

/** The place of the next row after `index` that has a problem, round to the start; null when there is none. */
export const nextProblem = async (
  stage: string,
  only: PreviewTab,
  index: number,
  count: number,
): Promise<{ readonly index: number; readonly row: StageRow } | null> => {
  const pages = pagesRound(index + 1, count);
  for (const [turn, page] of pages.entries()) {
    const { rows } = await queryClient.fetchQuery(pageOptions(stage, only, page));
    const found = rows.findIndex((row, at) => {
      const place = page * pageSize + at;
      const isAhead = turn === 0 ? place > index : turn < pages.length - 1 || place <= index;
      return isAhead && row.problems.length > 0;
    });
    const row = rows[found];
    if (row !== undefined) return { index: page * pageSize + found, row };
  }
  return null;
};

/** The preview asks for rows a page at a time, so that a list of 50,000 lines is looked at as lightly as one of 50. */
export const pageSize = 200;

/** Numbers of the pages that hold rows `first` to `last` (both counted from 0, both included). */
export const pagesOf = (first: number, last: number): readonly number[] => {
  const from = Math.floor(Math.max(0, first) / pageSize);
  const to = Math.floor(Math.max(0, last) / pageSize);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
};

/** Pages from the one that holds `index` on, round to it again: the order in which the next problem is looked for. */
export const pagesRound = (index: number, count: number): readonly number[] => {
  const pages = Math.ceil(count / pageSize);
  const start = Math.floor(index / pageSize);
  return Array.from({ length: pages + 1 }, (_, step) => (start + step) % Math.max(1, pages)).slice(0, pages + 1);
};

/** The pages of exchange and their addresses. */
export const exchangeParts = ["outbox", "inbox", "conflicts", "offices", "start"] as const;
export type ExchangePartKey = (typeof exchangeParts)[number];

export const exchangePlace = (part: ExchangePartKey, id?: string): string =>
  id === undefined ? `/exchange/${part}` : `/exchange/${part}/${encodeURIComponent(id)}`;

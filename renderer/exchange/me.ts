/** Where this office stands in exchange, for the frame and every page of it; and how to ask again after what is no commit. */
import { useQuery } from "@tanstack/react-query";
import type { ExchangeMe } from "#shared/contract/exchange.ts";
import { query, queryClient } from "../client.ts";

export const useMe = (): ExchangeMe | undefined => useQuery(query.exchange.me.queryOptions()).data;

/** Files to be taken in, and questions that wait for somebody. */
export const waitingOf = (me: ExchangeMe | undefined): number =>
  me === undefined ? 0 : me.waiting + me.conflicts + me.proposals;

export const useWaitingCount = (): number => waitingOf(useMe());

/** Files written, keys made, rosters taken in are no commits, so that nobody else says that they changed something. */
export const askExchangeAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: query.exchange.key() });

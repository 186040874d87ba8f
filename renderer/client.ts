/**
 * The one way from a screen to core: `client` calls a procedure of the contract, `query` makes react-query options of
 * it (`useQuery(query.tasks.get.queryOptions({ input: { id } }))`). What a commit changes is asked for again by itself.
 */
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import { dayHere } from "#shared/calendar/day-here.ts";
import type { Contract } from "#shared/contract/index.ts";
import type { Status } from "#shared/contract/system.ts";
import type { Settings } from "#shared/system/settings.ts";
import { liveLink, onReconnected } from "./connection.ts";

export type Client = ContractRouterClient<Contract>;

export const client: Client = createORPCClient<Client>(liveLink);
export const query = createTanstackQueryUtils(client);

/** Local data: it is fresh until core says that it changed, and a refusal is not cured by asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** Kinds of record → the parts of the contract whose answers hold them. Anything else refreshes everything. */
const partsOfKind: Readonly<Record<string, readonly string[]>> = {
  task: ["tasks", "board", "campaigns", "dispatch", "reminders"],
  dispatch: ["dispatch"],
  issue: ["issues", "reminders"],
  urging: ["urgings", "dispatch", "reminders"],
  import: ["imports"],
  mapping: [],
  exchange: [],
};
/** Whatever is written may be due to somebody, or settle a question. */
const partsOfEveryCommit = ["history", "system", "exchange"];

const refresh = async (kinds: readonly string[]): Promise<void> => {
  const parts = new Set(partsOfEveryCommit);
  for (const kind of kinds) {
    const known = partsOfKind[kind];
    if (known === undefined) return queryClient.invalidateQueries();
    for (const part of known) parts.add(part);
  }
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => Array.isArray(path) && parts.has(String(path[0])),
  });
};

/** Bursts of commits (a bulk change, an import) refresh the screen a few times a second, not each time. */
const refreshPause = 150;

/** @param afterGap it listened before: what was written meanwhile has to be asked for, once nothing is missed any more */
const watchOnce = async (afterGap: boolean): Promise<void> => {
  const events = await client.system.watch();
  let waiting: Set<string> | undefined;
  for await (const { kinds } of events) {
    if (kinds.length === 0) {
      if (afterGap) void queryClient.invalidateQueries();
    } else if (waiting === undefined) {
      const gathered = new Set(kinds);
      waiting = gathered;
      setTimeout(() => {
        waiting = undefined;
        void refresh([...gathered]);
      }, refreshPause);
    } else for (const kind of kinds) waiting.add(kind);
  }
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Listens for 'what changed' for as long as the window lives, on each core in turn. */
export const watchForChanges = async (): Promise<never> => {
  onReconnected(() => void queryClient.invalidateQueries());
  for (let turn = 0; ; turn++) {
    try {
      await watchOnce(turn > 0);
    } catch {
      // Core is being started again: the next turn waits for its port.
    }
    await sleep(500);
  }
};

export const useStatus = (): UseQueryResult<Status> => useQuery(query.system.status.queryOptions());

/** Stands in until core has said which day it is. */
const openedOn = dayHere(new Date());

/** The calendar day that core counts with; the window never asks its own clock about due dates. */
export const useToday = (): string => useStatus().data?.today ?? openedOn;

export const useSettings = (): Settings | undefined => useQuery(query.system.settings.queryOptions()).data;

export { keepPreviousData };

/** For tests: the procedures of records over a begun data folder, called as the window calls them but without a port. */
import { createRouterClient, ORPCError } from "@orpc/server";
import { isAppError } from "#shared/errors.ts";
import { boardRouter } from "../board/router.ts";
import { campaignsRouter } from "../campaigns/router.ts";
import { formsRouter } from "../forms/router.ts";
import { historyRouter } from "../history/router.ts";
import { importsRouter } from "../imports/router.ts";
import { issuesRouter } from "../issues/router.ts";
import type { Env } from "../store/env.ts";
import { done } from "../done.ts";
import { decideConflict } from "../exchange/conflicts/decide.ts";
import { joinRecords } from "../exchange/conflicts/join.ts";
import { listConflicts } from "../exchange/conflicts/list.ts";
import { purgeRecord } from "../exchange/conflicts/purge.ts";
import { os } from "../os.ts";
import type { Store } from "../store/store.ts";
import { dispatchRouter } from "../dispatch/router.ts";
import { remindersRouter } from "../reminders/router.ts";
import { tasksRouter } from "../tasks/router.ts";
import { urgingsRouter } from "../urgings/router.ts";
import { begunStore } from "./store.ts";

const questions = {
  conflicts: os.exchange.conflicts.handler(({ input, context }) => listConflicts(context, input)),
  decide: os.exchange.decide.handler(({ input, context }) => done(decideConflict(context, input))),
  purge: os.exchange.purge.handler(({ input, context }) => done(purgeRecord(context, input))),
  join: os.exchange.join.handler(({ input, context }) => done(joinRecords(context, input))),
};

export const testClient = (folder: string, env?: Env) => clientOf(begunStore(folder, env));

export const clientOf = (store: Store) => {
  const context = {
    store,
    workerUrl: new URL("../jobs/worker.ts", import.meta.url),
    version: "0.0.0",
    close: () => store.close(),
  };
  const router = {
    board: boardRouter,
    campaigns: campaignsRouter,
    reminders: remindersRouter,
    dispatch: dispatchRouter,
    forms: formsRouter,
    imports: importsRouter,
    tasks: tasksRouter,
    issues: issuesRouter,
    urgings: urgingsRouter,
    history: historyRouter,
    exchange: questions,
  };
  return { store, client: createRouterClient(router, { context }), close: () => store.close() };
};

/** The code by which a call was refused; empty when it was not. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return "";
  } catch (error) {
    if (isAppError(error)) return error.code;
    if (error instanceof ORPCError && error.code === "REFUSED") return (error.data as { code: string }).code;
    throw error;
  }
};

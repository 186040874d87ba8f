/** All procedures of the contract, each capability's beside its rules. */
import type { Router } from "@orpc/server";
import type { Contract } from "#shared/contract/index.ts";
import { campaignsRouter } from "./campaigns/router.ts";
import { boardRouter } from "./board/router.ts";
import { dispatchRouter } from "./dispatch/router.ts";
import { exchangeRouter } from "./exchange/router.ts";
import { exportsRouter } from "./exports/router.ts";
import { formsRouter } from "./forms/router.ts";
import { historyRouter } from "./history/router.ts";
import { importsRouter } from "./imports/router.ts";
import { issuesRouter } from "./issues/router.ts";
import { asCrossing, os } from "./os.ts";
import type { Program } from "./program.ts";
import { remindersRouter } from "./reminders/router.ts";
import { systemRouter } from "./system/router.ts";
import { tasksRouter } from "./tasks/router.ts";
import { unitsRouter } from "./units/router.ts";
import { urgingsRouter } from "./urgings/router.ts";

export const router: Router<Contract, Program> = os
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw asCrossing(error);
    }
  })
  .router({
    system: systemRouter,
    units: unitsRouter,
    tasks: tasksRouter,
    campaigns: campaignsRouter,
    reminders: remindersRouter,
    issues: issuesRouter,
    urgings: urgingsRouter,
    imports: importsRouter,
    board: boardRouter,
    dispatch: dispatchRouter,
    exchange: exchangeRouter,
    exports: exportsRouter,
    forms: formsRouter,
    history: historyRouter,
  });

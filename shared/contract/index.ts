/**
 * The contract between the window (or the command line) and core: every procedure by its capability's name, what goes
 * in is parsed, what comes out is typed. `call --list` prints it.
 */
import { boardContract } from "./board.ts";
import { campaignsContract } from "./campaigns.ts";
import { dispatchContract } from "./dispatch.ts";
import { exchangeContract } from "./exchange.ts";
import { exportsContract } from "./exports.ts";
import { formsContract } from "./forms.ts";
import { historyContract } from "./history.ts";
import { importsContract } from "./imports.ts";
import { issuesContract } from "./issues.ts";
import { remindersContract } from "./reminders.ts";
import { systemContract } from "./system.ts";
import { tasksContract } from "./tasks.ts";
import { unitsContract } from "./units.ts";
import { urgingsContract } from "./urgings.ts";

export const contract = {
  system: systemContract,
  units: unitsContract,
  tasks: tasksContract,
  board: boardContract,
  dispatch: dispatchContract,
  urgings: urgingsContract,
  forms: formsContract,
  campaigns: campaignsContract,
  reminders: remindersContract,
  issues: issuesContract,
  imports: importsContract,
  exchange: exchangeContract,
  exports: exportsContract,
  history: historyContract,
};
export type Contract = typeof contract;

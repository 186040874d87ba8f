/**
 * The contract between the window (or the command line) and core: every procedure by its capability's name, what goes
 * in is parsed, what comes out is typed. `call --list` prints it.
 */
import { exchangeContract } from "./exchange.ts";
import { exportsContract } from "./exports.ts";
import { historyContract } from "./history.ts";
import { importsContract } from "./imports.ts";
import { issuesContract } from "./issues.ts";
import { systemContract } from "./system.ts";
import { tasksContract } from "./tasks.ts";
import { unitsContract } from "./units.ts";

export const contract = {
  system: systemContract,
  units: unitsContract,
  tasks: tasksContract,
  issues: issuesContract,
  imports: importsContract,
  exchange: exchangeContract,
  exports: exportsContract,
  history: historyContract,
};
export type Contract = typeof contract;

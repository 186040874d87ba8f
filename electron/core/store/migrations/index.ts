/** Every migration, in order. A released one is never edited: a later one adds to it. */
import type { Migration } from "../migrate.ts";
import { log } from "./001-log.ts";
import { units } from "./002-units.ts";
import { tasks } from "./003-tasks.ts";
import { issues } from "./004-issues.ts";
import { search } from "./005-search.ts";
import { exchange } from "./006-exchange.ts";
import { tiers } from "./007-tiers.ts";
import { linkage } from "./008-linkage.ts";

export const migrations: readonly Migration[] = [log, units, tasks, issues, search, exchange, tiers, linkage];

/** A step as it is asked for, with its period as written: read by the period grammar into what the record keeps. */
import type { TaskStepEntry } from "#shared/contract/tasks.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import type { Store } from "../store/store.ts";
import { writtenPeriod, yearOfToday } from "./write.ts";

export const writtenStep = (store: Store, { period, ...step }: TaskStepEntry): TaskStep =>
  period === undefined ? step : { ...step, period: writtenPeriod(period, yearOfToday(store)) };

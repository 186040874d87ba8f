/** Which step is being filled in, and for which tasks; outside the components, so that keys, buttons and the bulk bar open the same dialog. */
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { storeOf } from "../ui/store.ts";

export interface StepTarget {
  readonly step: TaskStepName;
  readonly ids: readonly string[];
  /** The whole task where it is one that is open. */
  readonly detail?: TaskDetail;
  /** The assigned unit whose line was chosen. */
  readonly unit?: string;
  /** Called once the step is taken: the bulk bar unticks its rows. */
  readonly taken?: () => void;
}

export const stepTarget = storeOf<StepTarget | undefined>(undefined);

export const openStep = (target: StepTarget): void => stepTarget.set(target);
export const closeStep = (): void => stepTarget.set(undefined);

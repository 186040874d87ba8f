/**
 * Which dialog of tasks is open, and for which tasks; outside the components, so that keys, buttons and the bulk bar open
 * the same one.
 */
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

/** What is done with tasks that is no step of their life: `break` of one that is open, the others of many. */
export type PartsTarget =
  | { readonly kind: "break"; readonly detail: TaskDetail }
  | { readonly kind: "join" | "campaign"; readonly ids: readonly string[]; readonly taken?: () => void };

export const partsTarget = storeOf<PartsTarget | undefined>(undefined);

export const openParts = (target: PartsTarget): void => partsTarget.set(target);
export const closeParts = (): void => partsTarget.set(undefined);

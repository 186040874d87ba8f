/** Which dialog about urgings lies open, and of what; kept outside the components so that lists, keys and tasks open the same. */
import type { UrgingStepName } from "#shared/urgings/record.ts";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { storeOf } from "../ui/store.ts";

export type UrgingTarget =
  /** `task`: whose units are urged; undefined: of no task. */
  | { readonly kind: "issue"; readonly task?: { readonly id: string; readonly title: string } }
  | { readonly kind: "edit"; readonly urging: UrgingDetail }
  | {
      readonly kind: "step";
      readonly step: UrgingStepName;
      readonly ids: readonly string[];
      /** The one urging, where it is one. */
      readonly urging?: UrgingDetail;
      /** Called once the step is taken: the bulk bar unticks its rows. */
      readonly taken?: () => void;
    };

export const urgingTarget = storeOf<UrgingTarget | undefined>(undefined);

export const openUrging = (target: UrgingTarget): void => urgingTarget.set(target);
export const closeUrging = (): void => urgingTarget.set(undefined);

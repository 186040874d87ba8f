/**
 * Which step is being filled in, and for which issues; kept outside the components so that keys, buttons and the bulk
 * bar open the same dialog.
 */
import type { IssueDetail } from "#shared/issues/view.ts";
import { storeOf } from "../ui/store.ts";
import type { OfferedStep } from "./step-forms.ts";

export type StepIssue = Pick<IssueDetail, "title" | "round" | "evidence" | "units" | "limit" | "onBehalfOf">;

export interface StepTarget {
  readonly step: OfferedStep;
  readonly ids: readonly string[];
  /** The one issue, where it is one; of many nothing is known here but their number. */
  readonly issue: StepIssue | undefined;
  /** Called once the step is taken: the bulk bar unticks its rows. */
  readonly taken?: () => void;
}

export const stepTarget = storeOf<StepTarget | undefined>(undefined);

export const openStep = (target: StepTarget): void => stepTarget.set(target);
export const closeStep = (): void => stepTarget.set(undefined);

/** A step of the one issue that is open; its evidence is that of the round that goes on, because each round needs its own. */
export const targetOf = (step: OfferedStep, issue: IssueDetail): StepTarget => ({
  step,
  ids: [issue.id],
  issue: { ...issue, evidence: issue.files.filter((file) => file.round === issue.round).length },
});

/**
 * An import in the making, one per kind of list. It lives outside the page, so that looking something up elsewhere and
 * coming back finds every correction where it was; core holds the staged file until it is confirmed or dropped.
 */
import type { ImportCapability } from "#shared/imports/record.ts";
import type { Stage, StageOptions } from "#shared/imports/view.ts";
import { storeOf, useStore } from "../ui/store.ts";
import type { Store } from "../ui/store.ts";

export const wizardSteps = ["file", "table", "match", "preview", "done"] as const;
export type WizardStep = (typeof wizardSteps)[number];

export interface ImportResult {
  readonly id: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

export interface Wizard {
  readonly capability: ImportCapability;
  readonly step: WizardStep;
  /** The file being read or staged; null before one is chosen. */
  readonly path: string | null;
  readonly stage: Stage | null;
  readonly options: StageOptions;
  /** The earlier import that the file is compared with. */
  readonly revises: string | null;
  /** Title of the long work under way (reading, storing), as it stands among the window's works; null at rest. */
  readonly work: string | null;
  /** A quick question to core is under way: reread, match, compare. */
  readonly busy: boolean;
  readonly error: unknown;
  readonly result: ImportResult | null;
  readonly undone: boolean;
}

export const emptyWizard = (capability: ImportCapability): Wizard => ({
  capability,
  step: "file",
  path: null,
  stage: null,
  options: {},
  revises: null,
  work: null,
  busy: false,
  error: null,
  result: null,
  undone: false,
});

/** The name of a file at the end of its path, on either system. */
export const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Whether a step can be gone to: back to any before the end, on as far as the file has been read. */
export const isReachable = (wizard: Wizard, step: WizardStep): boolean => {
  if (wizard.work !== null) return false;
  if (wizard.step === "done" || step === "done") return false;
  return step === "file" || wizard.stage !== null;
};

/** Whether the list can be confirmed: it has something to take in. */
export const isConfirmable = (wizard: Wizard): boolean =>
  wizard.stage !== null && wizard.stage.count > 0 && !wizard.busy;

export const isYearMissing = (stage: Stage): boolean => stage.yearFrom === "none" && stage.year === null;

/** Where a file that was just read is looked at first: at the table when something about it has to be asked. */
export const firstStepOf = (stage: Stage): WizardStep =>
  isYearMissing(stage) || stage.count === 0 ? "table" : "match";

const stores = {
  tasks: storeOf(emptyWizard("tasks")),
  issues: storeOf(emptyWizard("issues")),
} satisfies Record<ImportCapability, Store<Wizard>>;

export const wizardOf = (capability: ImportCapability): Wizard => stores[capability].get();

export const changeWizard = (capability: ImportCapability, part: Partial<Wizard>): void =>
  stores[capability].set((before) => ({ ...before, ...part }));

export const useWizard = (capability: ImportCapability): Wizard => useStore(stores[capability]);

/**
 * What was filled in for a step: whether it will do, and the contract's input made of it. Kept apart from the dialog so
 * that the rule 'closing needs evidence or says aloud that there is none' is proved without a window.
 */
import type { IssueStep } from "#shared/issues/record.ts";
import type { OfferedStep } from "./step-forms.ts";
import { formOf } from "./step-forms.ts";

export interface StepValues {
  readonly on: string;
  readonly text: string;
  readonly percent: number | null;
  /** `hand-over`: to whom, and until when, as written. */
  readonly units: readonly string[];
  readonly limit: string;
  readonly verifiers: string;
  readonly place: string;
  readonly satisfaction: IssueStep["satisfaction"] | null;
  readonly withoutEvidence: boolean;
  readonly confirmed: boolean;
  /** Absolute paths of evidence to be kept with the step. */
  readonly files: readonly string[];
}

export const emptyValues = (today: string): StepValues => ({
  on: today,
  text: "",
  percent: null,
  units: [],
  limit: "",
  verifiers: "",
  place: "",
  satisfaction: null,
  withoutEvidence: false,
  confirmed: false,
  files: [],
});

export type Lack = "text" | "units" | "on" | "files" | "withoutEvidence" | "confirmed";

/** Whether closing now would leave the round without evidence: it has none (`evidence` files), and none is being added. */
export const closesBare = (step: OfferedStep, values: Pick<StepValues, "files">, evidence: number): boolean =>
  formOf(step).closes && evidence === 0 && values.files.length === 0;

/** What is known of the issues that the step is for. */
export interface StepContext {
  /** The responsible unit for which this office writes; null for itself, and where many issues are meant. */
  readonly unit: string | null;
  /** Files of evidence that the round has already; 0 where many issues are meant. */
  readonly evidence: number;
  readonly many: boolean;
}

/** What still has to be filled in before the step can be taken. Many issues may have their units already: core looks. */
export const lacking = (step: OfferedStep, values: StepValues, { evidence, many }: StepContext): Lack[] => {
  const form = formOf(step);
  const lacks: [Lack, boolean][] = [
    ["text", form.wordsNeeded && values.text.trim() === ""],
    ["units", form.handsOver === true && !many && values.units.length === 0],
    ["on", values.on === ""],
    ["files", form.files === "needed" && values.files.length === 0],
    ["withoutEvidence", closesBare(step, values, evidence) && !values.withoutEvidence],
    ["confirmed", form.confirms === true && !values.confirmed],
  ];
  return lacks.flatMap(([lack, holds]) => (holds ? [lack] : []));
};

const filled = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());

/** Of one issue units and limit go in as they stand in the dialog; of many, an empty field leaves each its own. */
const handedOver = ({ units, limit }: StepValues, many: boolean) => ({
  ...(many && units.length === 0 ? {} : { units: [...units] }),
  ...(many && limit.trim() === "" ? {} : { limit: limit.trim() }),
});

/** The contract's input; only what the step asks for goes in, whatever else was typed before another was chosen. */
export const stepInput = (
  ids: readonly string[],
  step: OfferedStep,
  values: StepValues,
  { unit, evidence, many }: StepContext,
) => {
  const form = formOf(step);
  return {
    ids: [...ids],
    step: {
      step,
      unit: form.by === "responsible" ? unit : null,
      on: values.on,
      text: filled(values.text),
      ...(form.percent === true && values.percent !== null ? { percent: values.percent } : {}),
      ...(form.verification === true
        ? {
            verifiers: filled(values.verifiers),
            place: filled(values.place),
            satisfaction: values.satisfaction ?? undefined,
          }
        : {}),
      ...(closesBare(step, values, evidence) && values.withoutEvidence ? { withoutEvidence: true } : {}),
    },
    files: form.files === undefined ? [] : [...values.files],
    ...(form.handsOver === true ? { handOver: handedOver(values, many) } : {}),
    confirmed: form.confirms === true && values.confirmed,
  };
};

/** Letters of an urging's steps, which need words, and which stand out as taking something back. */
import type { UrgingStepName } from "#shared/urgings/record.ts";
import { urgingRules } from "#shared/urgings/states.ts";

export const stepLetters: Readonly<Record<UrgingStepName, string>> = {
  receive: "R",
  answer: "A",
  close: "C",
  press: "P",
  withdraw: "W",
};

/** Not among the steps: copying the text, and changing it. */
export const otherLetters = { copy: "U", edit: "E" } as const;

export const needsWords = (step: UrgingStepName): boolean => urgingRules[step].says === true;
export const isDanger = (step: UrgingStepName): boolean => step === "withdraw";

/** The step of a letter, among those that may be taken now. */
export const stepByLetter = (letter: string, may: readonly UrgingStepName[]): UrgingStepName | undefined =>
  may.find((step) => stepLetters[step] === letter.toUpperCase());

/** Words of Word documents. */
import type { documents as chinese } from "../zh-CN/documents.ts";
import type { Translated } from "../translated.ts";

export const documents: Translated<typeof chinese> = {
  numerals: "0123456789",
  heading: {
    1: "{{n}}. {{text}}",
    2: "{{n}} {{text}}",
    3: "{{n}} {{text}}",
  },
  addressee: "{{to}}:",
  bracketed: "[{{year}}] No. {{no}}",
};

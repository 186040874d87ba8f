/** Words of Word documents. */
import type { documents as chinese } from "../zh-CN/documents.ts";
import type { Translated } from "../translated.ts";

export const documents: Translated<typeof chinese> = {
  numerals: "0123456789",
  heading1: "{{n}}. {{text}}",
  heading2: "{{n}} {{text}}",
  heading3: "{{n}} {{text}}",
  addressee: "{{to}}:",
  bracketed: "[{{year}}] No. {{no}}",
};

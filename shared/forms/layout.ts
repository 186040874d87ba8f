/**
 * The form as it is laid out: what stands in which cell. The workbook is written from it, and what came back above the
 * table is compared with it, so that a note written there is not lost.
 */
import { type Language, word } from "../translations/index.ts";
import { heading, formColumns, type ColumnKey } from "./words.ts";
import { printedNumber } from "./identity.ts";
import type { FormFacts } from "./record.ts";

/** In characters of the default font; a Chinese character counts two. Together they fit on A4 across. */
const widths: Readonly<Record<ColumnKey, number>> = {
  no: 5,
  title: 24,
  measures: 21,
  period: 13,
  now: 9,
  received: 9,
  state: 10,
  percent: 7,
  text: 27,
  next: 16,
  difficulty: 16,
  on: 12,
  contact: 13,
};

export interface FormHead {
  readonly title: string;
  /** The line under the title: whose it is, the label of the day on which it is filled in, and who sent it, when and by when. */
  readonly unit: string;
  readonly filledOn: string;
  readonly sent: string;
  readonly instructions: readonly string[];
}

export interface FormNames {
  readonly unit: string;
  readonly office: string;
}

export const formHead = (
  { id, issuedOn, backBy, language }: Pick<FormFacts, "issuedOn" | "backBy" | "language"> & { readonly id: string },
  names: FormNames,
): FormHead => {
  const say = (key: string, params = {}): string => word(language, `forms.head.${key}`, params);
  const number = printedNumber(id);
  const sent = { office: names.office, date: printed(issuedOn, language), number };
  return {
    title: say("title", { unit: names.unit }),
    unit: say("unit", { unit: names.unit }),
    filledOn: say("filledOn"),
    sent: backBy === null ? say("sent", sent) : say("sentBackBy", { ...sent, backBy: printed(backBy, language) }),
    instructions: ["one", "two", "three", "four"].map((line) => word(language, `forms.instructions.${line}`)),
  };
};

/** As printed everywhere: without leading zeros (GB/T 9704); ISO in English. */
const printed = (iso: string, language: Language): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return word(language, "exports.date", { year: year ?? 0, month: month ?? 0, day: day ?? 0, iso });
};

export const formColumnsOf = (language: Language): { key: ColumnKey; heading: string; width: number }[] =>
  formColumns.map((key) => ({ key, heading: heading(key, language), width: widths[key] }));

/** Texts above the table that the form did not have, but for its own day: each with its place. */
export const foreignInHead = (
  came: readonly { readonly at: string; readonly text: string }[],
  head: FormHead,
): string[] => {
  const own = new Set([head.title, head.unit, head.filledOn, head.sent, head.instructions.join("\n")].map(squeezed));
  return came.filter(({ text }) => !own.has(squeezed(text))).map(({ at, text }) => `${at}: ${text}`);
};

const squeezed = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, "");

/** A date in full as it stands on a paper: 2020年5月19日, without leading zeros (GB/T 9704); ISO in English. */
import type { Language } from "#shared/translations/index.ts";
import { word } from "#shared/translations/index.ts";

export const printedDate = (iso: string, language: Language): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return word(language, "exports.date", { year: year ?? 0, month: month ?? 0, day: day ?? 0, iso });
};

/** The same in the text of a paper of that year, where the year goes without saying. */
export const printedDay = (iso: string, year: string, language: Language): string => {
  if (!iso.startsWith(year)) return printedDate(iso, language);
  const [, month, day] = iso.split("-").map(Number);
  return word(language, "exports.inYear.date", { month: month ?? 0, day: day ?? 0, iso });
};

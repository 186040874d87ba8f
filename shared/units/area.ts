/**
 * Which national codes lie in the area of which, by the digits alone: 37 a province, 3703 a city, 370303 a district,
 * 370303001 a town. So that every office judges alike, whatever units it happens to have entered.
 */
import { divisionOfCode } from "./codes.ts";

/** The digits that the codes of an area begin with. */
const stemOf = (code: string): string =>
  code.length === 6 && code.endsWith("00") ? code.replace(/(?:00){1,2}$/, "") : code;

/** Whether a unit's area lies in an office's, or is the same; a code of ours counts for the division it stands under. */
export const isWithin = (code: string, office: string): boolean => {
  const division = divisionOfCode(code);
  return division !== undefined && (division === office || division.startsWith(stemOf(office)));
};

/** Whether `office` stands above `code`: a city above its districts and their towns, none above itself. */
export const isAbove = (office: string, code: string): boolean => office !== code && isWithin(code, office);

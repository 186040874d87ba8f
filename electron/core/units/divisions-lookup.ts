/**
 * The divisions of China by code: what first run fills a new data folder with, and where the name of a code comes
 * from. Codes are written as offices write them: six digits down to the district (GB/T 2260), nine for a town
 * (GB/T 10114).
 */
import type { Tier } from "#shared/units/record.ts";
import { divisionsTable, tierOfNumber } from "./divisions-table.ts";

export type Division = {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  /** The code of the division above; null for provinces. */
  readonly parent: string | null;
};

const codeOfNumber = (number: number): string => (number % 1000 === 0 ? String(number / 1000) : String(number));

/** The division at a position of the table; positions come from the table alone. */
export const divisionAt = (position: number): Division => {
  const { names, codes, parents } = divisionsTable();
  const code = codes[position] ?? 0;
  const parent = parents[position] ?? -1;
  return {
    code: codeOfNumber(code),
    name: names[position] ?? "",
    tier: tierOfNumber(code),
    parent: parent < 0 ? null : codeOfNumber(codes[parent] ?? 0),
  };
};

const numberOfCode = (code: string): number | undefined =>
  /^(?:\d{6}|\d{9})$/.test(code) ? Number(code.padEnd(9, "0")) : undefined;

/** The first position whose code is not below `number`. */
const positionFrom = (number: number): number => {
  const { codes } = divisionsTable();
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The position of a code in the table; undefined when no division has it. */
export const positionOfCode = (code: string): number | undefined => {
  const number = numberOfCode(code);
  if (number === undefined) return undefined;
  const position = positionFrom(number);
  return divisionsTable().codes[position] === number ? position : undefined;
};

/** The division of a code of six or nine digits (a district's may also be written with 000); undefined if there is none. */
export const divisionByCode = (code: string): Division | undefined => {
  const position = positionOfCode(code);
  return position === undefined ? undefined : divisionAt(position);
};

/** How far the codes under a division reach: 1000 for a district, and so on. */
const spanOf = (code: number): number => {
  const spans: Partial<Record<Tier, number>> = { province: 10_000_000, city: 100_000, district: 1000 };
  return spans[tierOfNumber(code)] ?? 1;
};

/** The divisions directly under one, in the order of their codes; under null the provinces. Empty for an unknown code. */
export const childrenOf = (code: string | null): readonly Division[] => {
  const { codes, parents } = divisionsTable();
  const parent = code === null ? -1 : positionOfCode(code);
  if (parent === undefined) return [];
  const first = parent < 0 ? 0 : parent + 1;
  const end = parent < 0 ? codes.length : positionFrom((codes[parent] ?? 0) + spanOf(codes[parent] ?? 0));
  const children: Division[] = [];
  for (let position = first; position < end; position += 1)
    if (parents[position] === parent) children.push(divisionAt(position));
  return children;
};

/** The divisions above one, from the province down; without the division itself. */
export const ancestorsOf = (code: string): readonly Division[] => {
  const { parents } = divisionsTable();
  const ancestors: Division[] = [];
  let position = positionOfCode(code) ?? -1;
  for (position = parents[position] ?? -1; position >= 0; position = parents[position] ?? -1)
    ancestors.unshift(divisionAt(position));
  return ancestors;
};

/** The names from the province down to the division itself (山东省, 淄博市, 张店区); empty for an unknown code. */
export const divisionPath = (code: string): readonly string[] => {
  const division = divisionByCode(code);
  return division === undefined ? [] : [...ancestorsOf(code), division].map(({ name }) => name);
};

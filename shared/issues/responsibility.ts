/**
 * Who is responsible for an issue, as it is written: the texts, and the codes of the units among them that are known
 * where it is written. Authority goes by the codes (EX4), so that what one office knows by another name, or not at all, changes nothing
 * about who may do what. Entry, edit, bulk edit, hand-over and import all write through here.
 */
export interface Responsibility {
  readonly units: readonly string[];
  readonly leader: string;
  readonly person: string;
  readonly phone: string;
  readonly codes?: readonly string[];
}

/** The value as it is written now; codes are left out where none is known. */
export const resolved = (
  { units, leader, person, phone }: Omit<Responsibility, "codes">,
  codeOf: (text: string) => string | null,
): Responsibility => {
  const codes = [...new Set(units.flatMap((text) => codeOf(text) ?? []))];
  return { units, leader, person, phone, ...(codes.length > 0 && { codes }) };
};

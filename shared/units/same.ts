/**
 * EX8a: the same unit entered twice is joined by 'same as', and can be parted again. Two offices may join at the same
 * time, one this way and one that; so a circle can arrive, and everyone must read it alike.
 */

/** A unit's code and the code it was joined to, as it stands in the unit's record. */
export type Joins = ReadonlyMap<string, string>;

export const joinsOf = (units: Iterable<{ readonly code: string; readonly sameAs: string | null }>): Joins => {
  const joins = new Map<string, string>();
  for (const { code, sameAs } of units) if (sameAs !== null && sameAs !== code) joins.set(code, sameAs);
  return joins;
};

/** The code that stands for `code` after every join; of a circle the smallest code, whoever asks. */
export const resolveSameAs = (code: string, joins: Joins): string => {
  const walked: string[] = [];
  let at = code;
  for (let next = joins.get(at); next !== undefined; next = joins.get(at)) {
    const met = walked.indexOf(at);
    if (met >= 0) return walked.slice(met).reduce((least, one) => (one < least ? one : least));
    walked.push(at);
    at = next;
  }
  return at;
};

/** Whether joining `code` to `same` would close a circle, and so say nothing new. */
export const wouldCircle = (code: string, same: string, joins: Joins): boolean =>
  resolveSameAs(code, joins) === resolveSameAs(same, joins);

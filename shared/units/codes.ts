/**
 * Codes of our own for what GB/T 2260 and 10114 do not know: functional zones, departments, villages.
 *
 * `<parent>-<letter><number>`, the letter saying what it is: 370300-Z01 a zone of Zibo, 370303-D01 a department of
 * Zhangdian. National codes are digits alone, so none can ever be the same. An office that adds a unit under another's
 * division says so behind it (370300-D01.370303), because two offices that each add a department of the city must not
 * give the same code to two different ones; that both are one is said by 'same as' (EX8a).
 */
import type { UnitKind } from "./record.ts";

const letters: Readonly<Record<UnitKind, string>> = {
  division: "A",
  zone: "Z",
  department: "D",
  office: "B",
  village: "V",
  other: "X",
};

const customCode = /^(\d{6}|\d{9})-([A-Z])(\d{2,})(?:\.(\d{6}|\d{9}))?$/;

/** Whether a code is one of our own. */
export const isCustomCode = (code: string): boolean => customCode.test(code);

/** Whether a code of ours says that its unit is a village or community. */
export const isVillageCode = (code: string): boolean => customCode.exec(code)?.[2] === letters.village;

/** Whether a code has the form of a national one: six digits, or nine for a town. */
export const isNationalCode = (code: string): boolean => /^(?:\d{6}|\d{9})$/.test(code);

/** The national code that a code of our own stands under; a national code stands for itself. */
export const divisionOfCode = (code: string): string | undefined =>
  isNationalCode(code) ? code : customCode.exec(code)?.[1];

/**
 * The next free code for a unit of `kind` under `parent` (a code of ours is reduced to its division), given all codes
 * known here. `office`: the office that adds it.
 */
export const nextCustomCode = (
  parent: string,
  kind: UnitKind,
  taken: Iterable<string>,
  office: string = parent,
): string => {
  const division = divisionOfCode(parent) ?? parent;
  const suffix = division === divisionOfCode(office) ? undefined : divisionOfCode(office);
  let highest = 0;
  for (const code of taken) {
    const [, owner, letter, number, by] = customCode.exec(code) ?? [];
    if (owner === division && letter === letters[kind] && by === suffix) highest = Math.max(highest, Number(number));
  }
  const code = `${division}-${letters[kind]}${String(highest + 1).padStart(2, "0")}`;
  return suffix === undefined ? code : `${code}.${suffix}`;
};

/**
 * Assigning to several units and groups of them (各镇（街道）): whom the texts mean, which of them are ticked, and the
 * contract's input. Kept apart from the dialog so that 'nobody gets it twice' is proved without a window.
 */
import type { TaskState } from "#shared/tasks/record.ts";
import type { Resolved } from "#shared/contract/units.ts";

/** One unit that would get the task: by its code, or by its text where it is not among the units. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly known: boolean;
}

/** The units of one text, under its own head where it names a group. */
export interface Meant {
  readonly text: string;
  readonly group: boolean;
  readonly units: readonly Candidate[];
}

export interface Own {
  readonly period: string;
  readonly contact: string;
}

export interface AssignValues {
  readonly texts: readonly string[];
  /** Codes that were taken out of what the texts mean. */
  readonly without: ReadonlySet<string>;
  readonly period: string;
  readonly contact: string;
  readonly text: string;
  /** Whether each unit has a period and a contact of its own. */
  readonly apart: boolean;
  readonly own: Readonly<Record<string, Own>>;
}

export const emptyAssign: AssignValues = {
  texts: [],
  without: new Set(),
  period: "",
  contact: "",
  text: "",
  apart: false,
  own: {},
};

const meantBy = ({ text, is, units }: Resolved): Meant => ({
  text,
  group: is === "group",
  units:
    is === "unknown" ? [{ code: text, name: text, known: false }] : units.map((unit) => ({ ...unit, known: true })),
});

/** Units named one by one together first, then each group; a unit that stands above is not repeated. */
export const meantOf = (resolved: readonly Resolved[]): readonly Meant[] => {
  const all = resolved.map(meantBy);
  const single = all.filter(({ group }) => !group).flatMap(({ units }) => units);
  const sections = [{ text: "", group: false, units: single }, ...all.filter(({ group }) => group)];
  const seen = new Set<string>();
  return sections
    .map((section) => ({
      ...section,
      units: section.units.filter(({ code }) => {
        const isNew = !seen.has(code);
        seen.add(code);
        return isNew;
      }),
    }))
    .filter(({ group, units }) => group || units.length > 0);
};

/** Those that have the task in hand; who returned it, or had it withdrawn, may get it again. */
export const holdersOf = (
  assignments: readonly { readonly unit: string; readonly state: TaskState }[],
): ReadonlyMap<string, TaskState> =>
  new Map(
    assignments
      .filter(({ state }) => state !== "returned" && state !== "withdrawn")
      .map(({ unit, state }) => [unit, state]),
  );

/** The units that will get it, in the order in which they are shown. */
export const chosenUnits = (
  meant: readonly Meant[],
  { without }: Pick<AssignValues, "without">,
  holders: ReadonlyMap<string, TaskState>,
): readonly string[] =>
  meant
    .flatMap(({ units }) => units)
    .map(({ code }) => code)
    .filter((code) => !without.has(code) && !holders.has(code));

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text.trim() === "" ? {} : ({ [key]: text.trim() } as Record<Key, string>);

export const assignInput = (ids: readonly string[], units: readonly string[], values: AssignValues) => {
  const each = values.apart
    ? Object.fromEntries(
        units.flatMap((code) => {
          const own = {
            ...filled("period", values.own[code]?.period ?? ""),
            ...filled("contact", values.own[code]?.contact ?? ""),
          };
          return Object.keys(own).length === 0 ? [] : [[code, own]];
        }),
      )
    : {};
  return {
    ids: [...ids],
    units: [...units],
    ...filled("period", values.period),
    ...filled("contact", values.contact),
    ...filled("text", values.text),
    ...(Object.keys(each).length === 0 ? {} : { each }),
  };
};

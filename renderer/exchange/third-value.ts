/** Which editor a third value gets (EX6): by the shape of the values at issue, so that later kinds of record need nothing here. */
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { periodSchema } from "#shared/calendar/period.ts";
import { issueTypes } from "#shared/issues/record.ts";

/** One line of the editor; `key` "" is the value itself. */
export interface EditorField {
  readonly key: string;
  readonly control: "text" | "period" | "units" | "type";
}

export type Draft = Readonly<Record<string, string | readonly string[]>>;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Units of merge that no person writes by hand: whole records, steps, whether it counts, where it came from. */
const unwritten = new Set(["*", "step", "life", "origin", "sameAs", "retract", "settle", "purge"]);

/** The fields of the editor; none: a third value cannot be written. `code` fields of an object are left as they are. */
export const editorOf = (unit: string, value: unknown): readonly EditorField[] => {
  if (unwritten.has(unit)) return [];
  if (unit === "type") return [{ key: "", control: "type" }];
  if (typeof value === "string") return [{ key: "", control: "text" }];
  if (isTexts(value)) return [{ key: "", control: "units" }];
  if (periodSchema.safeParse(value).success) return [{ key: "", control: "period" }];
  if (!isObject(value)) return [];
  const fields = Object.entries(value).flatMap(([key, part]): EditorField[] => {
    if (key === "codes") return [];
    if (typeof part === "string") return [{ key, control: "text" }];
    return isTexts(part) ? [{ key, control: "units" }] : [];
  });
  // A name comes before the other names beside it.
  return fields.toSorted((a, b) => Number(b.key === "name") - Number(a.key === "name"));
};

const textOf = (value: unknown, control: EditorField["control"]): string | readonly string[] => {
  if (control === "units") return isTexts(value) ? value : [];
  if (control === "period") return isObject(value) && typeof value["text"] === "string" ? value["text"] : "";
  return typeof value === "string" ? value : "";
};

/** What the editor begins with: the value given. */
export const draftOf = (fields: readonly EditorField[], value: unknown): Draft =>
  Object.fromEntries(
    fields.map(({ key, control }) => [
      key,
      textOf(key === "" ? value : isObject(value) ? value[key] : undefined, control),
    ]),
  );

/**
 * The value that was written, in the unit's own shape.
 * @param like a value of the unit, whose other parts are kept
 * @param year of dates that are written without one
 */
export const valueOf = (fields: readonly EditorField[], draft: Draft, like: unknown, year: number): unknown => {
  const read = ({ key, control }: EditorField): unknown => {
    const written = draft[key] ?? "";
    if (control === "units") return typeof written === "string" ? [] : [...written];
    const text = typeof written === "string" ? written.trim() : "";
    if (control === "period") return parsePeriod(text, { year });
    if (control === "type") return issueTypes.find((type) => type === text) ?? null;
    return text;
  };
  const [first] = fields;
  if (first?.key === "") return read(first);
  return { ...(isObject(like) ? like : {}), ...Object.fromEntries(fields.map((field) => [field.key, read(field)])) };
};

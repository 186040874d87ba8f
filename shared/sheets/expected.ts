/**
 * Compares a reading with an expected one by the rules at the end of task-list-import.md: a key that is absent is not
 * compared, null means null or absent, other keys may be present, and problems beyond those named may be reported.
 */

type Json = unknown;

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every place where `actual` does not say what `expected` says, as `path: expected … got …`. */
export const differences = (expected: Json, actual: Json, path = ""): string[] => {
  if (expected === undefined) return [];
  const told = `${path}: expected ${JSON.stringify(expected)} got ${JSON.stringify(actual)}`;
  if (expected === null) return actual === null || actual === undefined ? [] : [told];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [told];
    return expected.flatMap((value, index) => differences(value, actual[index], `${path}[${index}]`));
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [told];
    return Object.keys(expected).flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`));
  }
  return Object.is(expected, actual) ? [] : [told];
};

type Named = { readonly row: number; readonly field: string; readonly sheet?: string };

/** Named problems that the reading does not report. */
export const missingProblems = (expected: readonly Named[], actual: readonly Named[]): Named[] =>
  expected.filter(
    (one) =>
      !actual.some(
        (two) => two.row === one.row && two.field === one.field && (one.sheet === undefined || one.sheet === two.sheet),
      ),
  );

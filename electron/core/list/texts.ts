/** Texts that a column keeps as a JSON list, such as the units of a task. */
export const textsOf = (json: string): string[] => (json === "[]" ? [] : (JSON.parse(json) as string[]));

/**
 * The steps that a row's changes mean, in the order in which they are taken: received, then how far it is, or that it is
 * done or not the unit's; who answers for it by itself where no step carries it.
 */
import type { TaskState, TaskStep } from "../tasks/record.ts";
import type { Said } from "./compare.ts";

/** `unit`: whose row it is; `today`: the day of what came without one. */
export const stepsSaid = (
  said: Said,
  {
    unit,
    occurrence,
    state,
    today,
  }: { unit: string; occurrence: string | null; state: TaskState | null; today: string },
): TaskStep[] => {
  if (Object.keys(said).length === 0) return [];
  const on = typeof said.on === "string" ? said.on : today;
  const common = { unit, on };
  const spoken = { ...common, ...(occurrence !== null && { occurrence }) };
  const contact = typeof said.contact === "string" ? { contact: said.contact } : undefined;
  const text = typeof said.text === "string" ? said.text : undefined;
  const words = {
    ...(text !== undefined && { text }),
    ...(typeof said.percent === "number" && { percent: said.percent }),
    ...(typeof said.next === "string" && { next: said.next }),
    ...(typeof said.difficulty === "string" && { difficulty: said.difficulty }),
  };
  const steps: TaskStep[] = [];
  const isNew = state === null || state === "issued";
  if (isNew && (said.received === true || said.state === "received"))
    steps.push({ ...common, step: "receive", ...contact });
  if (said.state === "returned") {
    // A reason may stand in any of the cells for words; all that was written goes along.
    const reason = [text, said.difficulty, said.next].filter((part) => typeof part === "string").join("\n");
    const percent = words.percent === undefined ? undefined : { percent: words.percent };
    return [...steps, { ...common, step: "return", ...(reason !== "" && { text: reason }), ...percent, ...contact }];
  }
  if (said.state === "reported-done") steps.push({ ...spoken, step: "report-done", ...words });
  else if (Object.keys(words).length > 0 || said.state === "in-progress")
    steps.push({ ...spoken, step: "progress", ...words, ...contact });
  if (contact && !steps.some((step) => step.contact !== undefined))
    steps.push({ ...common, step: "arrange", ...contact });
  return steps;
};

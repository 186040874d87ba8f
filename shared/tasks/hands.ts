/**
 * Whose a step of a task is. A step that names no unit is the own work of the office that wrote it: as the task's owner
 * of the task as a whole, as any other office of what was assigned to it (EX4). Decided here for everyone who derives a
 * state, takes a step or shows one, so that every tier works on its own assignment and all read it alike.
 */
import type { TaskStep } from "./record.ts";

/** A step with the office that wrote it, by its code. */
export interface TakenStep extends TaskStep {
  readonly office?: string;
}

/** The unit whose step it is; null: the owner's own, of the task as a whole. */
export const unitOfStep = (
  { unit, office }: Pick<TakenStep, "unit" | "office">,
  owner: string | undefined,
): string | null => unit ?? (office === undefined || office === owner ? null : office);

/** The hands in which an office holds a task that it works on itself: the whole task for its owner (null), else its own code. */
export const handsOfOffice = (office: string | null, owner: string | undefined): string | null =>
  office === null || owner === undefined || office === owner ? null : office;

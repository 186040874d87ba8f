/** Which extensions of a task wait, and which of them this office may answer. */
import type { Period } from "#shared/calendar/period.ts";
import type { TaskAssignment, TaskDetail } from "#shared/tasks/view.ts";

export interface WaitingExtension {
  /** The unit that asked; null: this office, of the task as a whole. */
  readonly unit: string | null;
  readonly unitName: string;
  readonly extension: NonNullable<TaskAssignment["extension"]>;
  /** The period that counts as long as it is not granted. */
  readonly period: Period;
  readonly answerable: boolean;
}

type Asked = Pick<TaskDetail, "assignments" | "hands" | "extension" | "period">;

/** Those of units first; the office's own, asked of the office above, stands once though its assignment shows it too. */
export const waitingExtensions = ({ assignments, hands, extension, period }: Asked): readonly WaitingExtension[] => {
  const ownUnits = new Set(hands.filter(({ own }) => own).map(({ unit }) => unit));
  const canAnswer = (unit: string | null): boolean =>
    hands.some((each) => each.unit === unit && each.steps.includes("grant-extension"));
  const ofUnits = assignments.flatMap(({ unit, unitName, extension: asked, period: counts }) =>
    asked === null || (extension !== null && ownUnits.has(unit))
      ? []
      : [{ unit, unitName, extension: asked, period: counts, answerable: canAnswer(unit) }],
  );
  const own = extension === null ? [] : [{ unit: null, unitName: "", extension, period, answerable: canAnswer(null) }];
  return [...ofUnits, ...own];
};

/**
 * What a step says of the period and the contact of the hands that it is of, and whether an extension (延期) may be asked
 * for or answered: before the due date, with another that is later, one at a time.
 */
import type { Period } from "#shared/calendar/period.ts";
import type { TaskStepEntry } from "#shared/contract/tasks.ts";
import { AppError } from "#shared/errors.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { extensionAnswers, isExtensionAsked } from "#shared/tasks/states.ts";
import type { Store } from "../store/store.ts";
import { taskDetail } from "./detail.ts";
import type { FoundTask } from "./find.ts";
import { periodWritten } from "./periods.ts";

type Terms = Pick<TaskStep, "period" | "contact" | "percent">;

/**
 * @throws AppError `period-backwards`; `arrange-nothing`, `arrange-without-unit`; `extension-late`,
 *   `extension-not-later`, `extension-asked-already`, `extension-no-due`, `extension-without-date`,
 *   `extension-recurring`, `extension-not-asked`
 */
export const termsOfStep = (store: Store, task: FoundTask, entry: TaskStepEntry): Terms => {
  const contact = entry.contact?.trim() ?? "";
  const written = entry.period?.trim() ?? "";
  const period = written === "" ? undefined : periodWritten(store, task, written);
  const terms = { ...(contact !== "" && { contact }) };
  switch (entry.step) {
    case "arrange":
      refuseArranging(task, entry.unit, period, contact);
      return { ...terms, ...(period && { period }) };
    case "ask-extension":
      return { ...terms, ...askedFor(store, task, entry, period) };
    case "grant-extension":
      return { ...terms, period: granted(task, entry.unit, period) };
    default:
      if (extensionAnswers.includes(entry.step)) lastAsked(task, entry.unit);
      return terms;
  }
};

const refuseArranging = (
  { no, title }: FoundTask,
  unit: string | null,
  period: Period | undefined,
  contact: string,
): void => {
  if (unit === null) throw new AppError("arrange-without-unit", { no, title });
  if (period === undefined && contact === "") throw new AppError("arrange-nothing", { no, title });
};

/** By the due date that counts for these hands; progress that is not given is that which they last said. */
const askedFor = (
  store: Store,
  task: FoundTask,
  { unit, on, percent }: TaskStepEntry,
  period: Period | undefined,
): Terms => {
  const { no, title } = task;
  if (task.period.kind === "recurring") throw new AppError("extension-recurring", { no, title });
  if (isExtensionAsked(stepsOf(task, unit))) throw new AppError("extension-asked-already", { no, title });
  const detail = taskDetail(store, task.id);
  const hands = unit === null ? detail : detail.assignments.find((assignment) => assignment.unit === unit);
  const due = hands?.due ?? null;
  if (due === null) throw new AppError("extension-no-due", { no, title });
  if (on > due) throw new AppError("extension-late", { no, title, due, on });
  if (period?.due === undefined) throw new AppError("extension-without-date", { no, title });
  if (period.due <= due) throw new AppError("extension-not-later", { no, title, due, asked: period.due });
  const said = percent ?? hands?.percent ?? undefined;
  return { period, ...(said !== undefined && { percent: said }) };
};

/** The period that was asked for, unless another is written. */
const granted = (task: FoundTask, unit: string | null, period: Period | undefined): Period => {
  const asked = lastAsked(task, unit);
  const counts = period ?? asked;
  if (counts?.due === undefined) throw new AppError("extension-without-date", { no: task.no, title: task.title });
  return counts;
};

const lastAsked = (task: FoundTask, unit: string | null): Period | undefined => {
  const steps = stepsOf(task, unit);
  if (!isExtensionAsked(steps)) throw new AppError("extension-not-asked", { no: task.no, title: task.title });
  return steps.findLast(({ step }) => step === "ask-extension")?.period;
};

const stepsOf = ({ steps }: FoundTask, unit: string | null): readonly TaskStep[] =>
  steps.filter((step) => step.unit === unit);

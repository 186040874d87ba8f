/**
 * What a step says of the period and the contact of the hands that it is of, and whether an extension (延期) may be asked
 * for or answered: before the due date, with another that is later, one at a time.
 */
import type { Period } from "#shared/calendar/period.ts";
import type { TaskStepEntry } from "#shared/contract/tasks.ts";
import { AppError } from "#shared/errors.ts";
import type { AskedExtension } from "#shared/tasks/arrangement.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import type { handsNow } from "#shared/tasks/standing.ts";
import { extensionAnswers } from "#shared/tasks/states.ts";
import type { Store } from "../store/store.ts";
import type { FoundTask } from "./find.ts";
import { periodWritten } from "./periods.ts";

/** Steps that may name who answers for the task in the unit (联络人): the issuer's arrangements, and all that a unit says. */
const withContact: readonly TaskStep["step"][] = [
  "assign",
  "arrange",
  "receive",
  "return",
  "progress",
  "report-done",
  "ask-extension",
];

type HandsNow = ReturnType<typeof handsNow>;
type Terms = Pick<TaskStep, "period" | "contact" | "percent">;

/**
 * @param hands whose step it is, as they stand
 * @throws AppError `period-backwards`; `arrange-nothing`, `arrange-without-unit`; `extension-late`,
 *   `extension-not-later`, `extension-asked-already`, `extension-no-due`, `extension-without-date`,
 *   `extension-recurring`, `extension-not-asked`
 */
export const termsOfStep = (store: Store, task: FoundTask, entry: TaskStepEntry, hands: HandsNow): Terms => {
  const contact = entry.contact?.trim() ?? "";
  const written = entry.period?.trim() ?? "";
  const period = written === "" ? undefined : periodWritten(store, task, written);
  const terms = { ...(contact !== "" && withContact.includes(entry.step) && { contact }) };
  switch (entry.step) {
    case "arrange":
      refuseArranging(task, entry.unit, period, contact);
      return { ...terms, ...(period && { period }) };
    case "ask-extension":
      return { ...terms, ...askedFor(task, entry, hands, period) };
    case "grant-extension":
      return { ...terms, period: granted(task, hands, period) };
    default:
      if (extensionAnswers.includes(entry.step)) lastAsked(task, hands);
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
  { no, title }: FoundTask,
  { on, percent }: TaskStepEntry,
  { extension, due, percent: known, period: counts }: HandsNow,
  period: Period | undefined,
): Terms => {
  if (counts.kind === "recurring") throw new AppError("extension-recurring", { no, title });
  if (extension !== null) throw new AppError("extension-asked-already", { no, title });
  if (due === null) throw new AppError("extension-no-due", { no, title });
  if (on > due) throw new AppError("extension-late", { no, title, due, on });
  if (period?.due === undefined) throw new AppError("extension-without-date", { no, title });
  if (period.due <= due) throw new AppError("extension-not-later", { no, title, due, asked: period.due });
  const said = percent ?? known ?? undefined;
  return { period, ...(said !== undefined && { percent: said }) };
};

/** The period that was asked for, unless another is written. */
const granted = (task: FoundTask, hands: HandsNow, period: Period | undefined): Period => {
  const asked = lastAsked(task, hands);
  const counts = period ?? asked.period;
  if (counts.due === undefined) throw new AppError("extension-without-date", { no: task.no, title: task.title });
  return counts;
};

const lastAsked = ({ no, title }: FoundTask, { extension }: HandsNow): AskedExtension => {
  if (extension === null) throw new AppError("extension-not-asked", { no, title });
  return extension;
};

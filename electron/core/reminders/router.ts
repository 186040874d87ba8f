/** Reminders, as the contract has them. */
import { os } from "../os.ts";
import { remindersToday } from "./today.ts";

export const remindersRouter = {
  today: os.reminders.today.handler(({ input, context }) => remindersToday(context.store, input.limit)),
};

/**
 * Lets this computer remind: main is told what is due, at the start and each minute, and decides whether it is time
 * (`shared/reminders/when.ts`). It stands in the frame, so that nothing reminds before the first run is over.
 */
import { useEffect, useMemo, useRef } from "react";
import { navigate } from "wouter/use-hash-location";
import type { RemindersToday } from "#shared/contract/reminders.ts";
import { pressing, type ReminderCounts, reminderCountsSchema } from "#shared/reminders/when.ts";
import { bridge } from "../bridge.ts";
import { useReminderChoice } from "./choice.ts";
import { useRemindersToday } from "./today-query.ts";

const askedEvery = 60_000;

const countsOf = ({ lists }: RemindersToday): ReminderCounts =>
  reminderCountsSchema.parse(Object.fromEntries(lists.map(({ list, count }) => [list, count])));

const twoDigits = (value: number): string => String(value).padStart(2, "0");
const clockTime = (at: Date): string => `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;

export const useReminding = (): void => {
  const [choice] = useReminderChoice();
  const { data } = useRemindersToday();
  const counts = useMemo(() => (data === undefined ? undefined : countsOf(data)), [data]);
  const day = data?.today;
  const starting = useRef(true);

  useEffect(() => {
    if (day === undefined || counts === undefined) return undefined;
    const ask = (): void => {
      void bridge.remind({ day, time: clockTime(new Date()), starting: starting.current, choice, counts });
      starting.current = false;
    };
    ask();
    const timer = setInterval(ask, askedEvery);
    return () => clearInterval(timer);
  }, [day, counts, choice]);

  const badge = counts === undefined || !choice.badge ? 0 : pressing(counts);
  useEffect(() => void bridge.setBadge(badge), [badge]);

  useEffect(() => bridge.onReminderClicked(() => navigate("/")), []);
};

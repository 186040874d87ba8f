import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ReminderAsk, usualReminders } from "#shared/reminders/when.ts";
import { openMemory } from "./remembered.ts";
import { openReminders, type Reminder, reminderText } from "./reminders.ts";
import { wordsIn } from "./words.ts";

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "liandong-"));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const ask: ReminderAsk = {
  day: "2020-05-19",
  time: "07:50",
  starting: true,
  choice: usualReminders,
  counts: { overdue: 3, today: 0, "ten-days": 5, reports: 0, extensions: 1 },
};

/** A start of the program: what was remembered is read from the disk again. */
const started = (more: Partial<ReminderAsk> = {}, folder = profile): Reminder[] => {
  const shown: Reminder[] = [];
  const remind = openReminders(openMemory(folder), (reminder) => shown.push(reminder));
  remind({ ...ask, ...more }, wordsIn("zh-CN"));
  remind({ ...ask, ...more, starting: false, time: "23:59" }, wordsIn("zh-CN"));
  return shown;
};

test("a reminder is shown once a day, across restarts", () => {
  expect(started()).toHaveLength(1);
  expect(started()).toEqual([]);
  expect(started({ starting: false, time: "23:00" })).toEqual([]);
  expect(started({ day: "2020-05-20" })).toHaveLength(1);
});

test("it is shown once a day also where nothing can be written to the disk", () => {
  expect(started({}, join(profile, "missing"))).toHaveLength(1);
});

test("one that was silenced is not shown and does not use the day up", () => {
  expect(started({ choice: { ...usualReminders, on: false } })).toEqual([]);
  expect(started()).toHaveLength(1);
});

test("its text is counts alone, of the lists that have something, in either language", () => {
  expect(reminderText(wordsIn("zh-CN"), ask.counts)).toEqual({
    title: "联动台账：今日提醒",
    body: "逾期 3 项，本旬到期 5 项，延期待批 1 项",
  });
  expect(reminderText(wordsIn("en"), ask.counts)).toEqual({
    title: "Liandong: today",
    body: "3 overdue, 5 due within these ten days, 1 to answer (extensions)",
  });
});

import { describe, expect, it } from "vitest";
import { pressing, type ReminderAsk, type ReminderCounts, usualReminders, whatToDo } from "./when.ts";

const none: ReminderCounts = { overdue: 0, today: 0, "ten-days": 0, reports: 0, extensions: 0 };
const some: ReminderCounts = { ...none, overdue: 3, "ten-days": 5 };
const asked = (more: Partial<ReminderAsk> = {}): ReminderAsk => ({
  day: "2020-05-19",
  time: "07:50",
  starting: false,
  choice: usualReminders,
  counts: some,
  ...more,
});

describe("a reminder once a day", () => {
  it("comes with the start, whatever the time", () => {
    expect(whatToDo(asked({ starting: true }), null)).toBe("remind");
    expect(whatToDo(asked({ starting: true, time: "17:00" }), "2020-05-18")).toBe("remind");
  });
  it("comes at the set time where the program ran through the night, and not before", () => {
    expect(whatToDo(asked({ time: "08:29" }), "2020-05-18")).toBe("wait");
    expect(whatToDo(asked({ time: "08:30" }), "2020-05-18")).toBe("remind");
    expect(whatToDo(asked({ time: "09:10", choice: { ...usualReminders, at: "14:00" } }), null)).toBe("wait");
  });
  it("comes once: neither a second start nor the set time shows it again that day", () => {
    expect(whatToDo(asked({ starting: true }), "2020-05-19")).toBe("wait");
    expect(whatToDo(asked({ time: "08:30" }), "2020-05-19")).toBe("wait");
  });
  it("can be silenced", () => {
    const choice = { ...usualReminders, on: false };
    expect(whatToDo(asked({ starting: true, choice }), null)).toBe("wait");
    expect(whatToDo(asked({ time: "08:30", choice }), null)).toBe("wait");
  });
  it("says nothing where there is nothing; a start before the set time leaves the day open", () => {
    expect(whatToDo(asked({ starting: true, counts: none }), null)).toBe("wait");
    expect(whatToDo(asked({ time: "08:30", counts: none }), null)).toBe("remember");
    expect(whatToDo(asked({ starting: true, counts: { ...none, "ten-days": 1 } }), null)).toBe("remind");
  });
});

it("the badge counts what presses, and nothing twice", () => {
  expect(pressing({ overdue: 3, today: 2, "ten-days": 7, reports: 1, extensions: 1 })).toBe(7);
});

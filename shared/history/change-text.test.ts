import { expect, test } from "vitest";
import { changeText } from "./change-text.ts";

test("a task's campaign reads as its name and interval, without its id", () => {
  const asked = { language: "zh-CN", unitName: (text: string) => text } as const;
  const value = { id: "72c689jftht17xtbes293jr754", name: "向污染宣战", every: "month" };
  expect(changeText("task", "campaign", value, asked)).toBe("向污染宣战 · 每月反馈");
  expect(changeText("task", "campaign", null, asked)).toBe("");
});

import { describe, expect, it } from "vitest";
import { fill, languageOfSystem } from "./words.ts";

describe("the language of menus before anybody chose one", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-Hans", "zh-CN"],
    ["", "zh-CN"],
    ["c", "zh-CN"],
    ["en-US", "en"],
    ["de", "en"],
  ])("system %s: %s", (tag, language) => {
    expect(languageOfSystem(tag)).toBe(language);
  });
});

it("placeholders without a value stay visible", () => {
  expect(fill("{{a}} {{b}}", { a: "1" })).toBe("1 {{b}}");
});

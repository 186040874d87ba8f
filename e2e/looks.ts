/**
 * How a screen is judged without a person: nothing in it is cut off or drawn over the window's edge, its frame speaks the
 * chosen language, and axe finds nothing that keeps people with a screen reader or weak eyes from using it.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Parts of the frame whose words are the program's own, never a record's. */
const ownWords = "button.ant-btn, a.nav-item, label, dt, h1, h3, th, [role=columnheader], .quiet > kbd";

/** Texts that do not fit their box, and boxes that reach over the window's edge. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const textOf = (element: Element): string => (element.textContent ?? "").trim().slice(0, 40);
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!isShown(element) || textOf(element) === "") continue;
      const style = getComputedStyle(element);
      const isClipped = element.scrollWidth > element.clientWidth + 1 && style.overflowX !== "visible";
      if (isClipped && style.textOverflow !== "ellipsis") found.push(`cut: ${textOf(element)}`);
      const lines =
        element.getClientRects().length === 0 ? 0 : element.offsetHeight / Number.parseFloat(style.lineHeight || "22");
      if (element.matches("button, a, dt, h1, h3") && lines > 3 && element.offsetWidth < 48)
        found.push(`sliver: ${textOf(element)}`);
    }
    for (const light of document.querySelectorAll(".grid .light")) {
      const room = light.closest(".grid-text")?.getBoundingClientRect().right;
      if (room !== undefined && light.getBoundingClientRect().right > room + 1) found.push(`cut: ${textOf(light)}`);
    }
    if (document.documentElement.scrollWidth > window.innerWidth) found.push("the page is wider than the window");
    return found;
  }, ownWords);

/** Chinese in the frame of the English program; names of languages, of units and of a file's own columns are no part of it. */
const chineseInFrame = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter(
          (element) =>
            element.checkVisibility() &&
            element.closest(".preview-head, .import-body, .ant-segmented, .chip, .assign-units") === null,
        )
        .map((element) => (element.innerText ?? "").trim())
        .filter((text) => /\p{Script=Han}/u.test(text)),
    ownWords,
  );

/** What axe finds at WCAG 2.1 AA, each with the first element it is about. */
const barriers = async (page: Page, rules: readonly string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules.length > 0) axe.withRules([...rules]);
  else axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.target.join(" ") ?? ""} ${nodes[0]?.failureSummary ?? ""}`,
  );
};

export const expectWhole = async (page: Page, name: string): Promise<void> =>
  expect.soft(await cutOff(page), `${name}: nothing is cut`).toEqual([]);

export const expectEnglish = async (page: Page, name: string): Promise<void> =>
  expect.soft(await chineseInFrame(page), `${name}: in English`).toEqual([]);

export const expectOpenToAll = async (page: Page, name: string): Promise<void> =>
  expect.soft(await barriers(page, []), `${name}: no barriers`).toEqual([]);

/** Of what axe looks at only contrast differs in the dark. */
export const expectContrast = async (page: Page, name: string): Promise<void> =>
  expect.soft(await barriers(page, ["color-contrast"]), `${name}: enough contrast`).toEqual([]);

/** What a clerk does on the board: the line of a task, its bar, and dragging it by months. */
import type { Locator } from "@playwright/test";
import type { Clerk } from "./driver.ts";

export interface BarOf {
  readonly line: Locator;
  readonly bar: Locator;
  /** Says the period in words, as its label. */
  readonly track: Locator;
}

export const barOf = ({ page }: Clerk, title: string): BarOf => {
  const line = page.locator(".board-line.is-task").filter({ hasText: title });
  return { line, bar: line.locator(".bar"), track: line.locator(".board-track") };
};

/** Takes a bar in its middle and holds it over later months; the mouse stays down. */
export const holdBar = async ({ page }: Clerk, bar: Locator, months: number): Promise<void> => {
  const box = await bar.boundingBox();
  const month = await page.locator(".board-month").first().boundingBox();
  if (box === null || month === null) throw new Error("The bar is not drawn.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + months * month.width, y, { steps: 6 });
};

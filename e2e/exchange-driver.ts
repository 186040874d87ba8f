/** What a clerk does with sticks and the telephone, at the pages of exchange. */
import type { Locator } from "@playwright/test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { answerDialogs, type Clerk, clerkAt } from "./driver.ts";
import { expect } from "./fixtures.ts";
import { type Program, repository } from "./launch.ts";

export interface Desk extends Clerk {
  readonly program: Program;
  readonly button: (key: string) => Locator;
  /** A page of exchange by its tab. */
  readonly tab: (part: "outbox" | "inbox" | "conflicts" | "offices" | "start") => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
}

export const deskAt = (program: Program): Desk => {
  const clerk = clerkAt(program);
  const { page, say, go } = clerk;
  return {
    ...clerk,
    program,
    button: (key) => page.getByRole("button", { name: say(key), exact: true }),
    tab: async (part) => {
      await go("exchange");
      await page
        .getByRole("navigation", { name: say("app.nav.exchange") })
        .getByRole("link", { name: say(`exchange.parts.${part}`) })
        .click();
    },
    picture: async (name) => {
      const folder = join(repository, "screenshots");
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.zh-CN.png`), animations: "disabled" });
    },
  };
};

/** Makes the keys without a passphrase, and writes the recovery code down. */
export const setUpKeys = async ({ tab, button, dialog, say, page }: Desk): Promise<void> => {
  await tab("start");
  await button("exchange.start.setUp").click();
  await dialog.getByRole("button", { name: say("exchange.start.setUpTitle") }).click();
  await expect(dialog.getByText(say("exchange.recovery.title"))).toBeVisible();
  await page.getByRole("checkbox", { name: say("exchange.recovery.written") }).check();
  await button("exchange.recovery.done").click();
  await expect(dialog).toBeHidden();
};

export const fingerprintOn = async (place: Locator): Promise<string> =>
  (await place.locator(".fingerprint-digits").first().innerText()).replaceAll(/\s+/g, " ");

/** Everything that is due, onto a stick. */
export const writeToStick = async (desk: Desk, stick: string): Promise<void> => {
  await answerDialogs(desk.program, { open: [stick] });
  await desk.tab("outbox");
  await desk.button("exchange.outbox.all").click();
  await expect(desk.page.getByText(desk.say("exchange.outbox.eject"))).toBeVisible();
};

/** Takes in the file that waits, after what it would do was shown. */
export const takeWaiting = async ({ page, button, say, toast }: Desk): Promise<void> => {
  await expect(page.getByText(say("exchange.inbox.would")).first()).toBeVisible();
  await button("exchange.inbox.take").first().click();
  await expect(toast(say("exchange.inbox.taken", { count: 1 }))).toBeVisible();
};

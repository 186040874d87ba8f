/** What files of exchange are called; for people to read. */
import type { exchangeFiles as chinese } from "../zh-CN/exchange-files.ts";
import type { Translated } from "../translated.ts";

export const exchangeFiles: Translated<typeof chinese> = {
  names: {
    bundle: "bundle-{{from}}-to-{{to}}-{{day}}-{{number}}",
    receipt: "receipt-{{from}}-to-{{to}}-{{day}}",
    card: "card-{{from}}",
    roster: "roster-{{from}}-for-{{to}}",
    welcome: "welcome-{{from}}-for-{{to}}",
  },
};

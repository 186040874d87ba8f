/** The commands of exchange, by name; a part of the list of all commands. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

/** How keys are opened where a passphrase protects them; the environment is the better place (exchange-keys.ts). */
const keys = { passphrase: "text", "recovery-code": "text" } as const satisfies Options;

export const exchangeCommands: readonly Command[] = [
  {
    name: "exchange card",
    takes: ["FILE"],
    options: keys,
    load: async () => (await import("./exchange-trust.ts")).card,
  },
  {
    name: "exchange enrol",
    takes: ["CARD", "ROSTER"],
    options: keys,
    load: async () => (await import("./exchange-trust.ts")).enrol,
  },
  {
    name: "exchange trust",
    takes: ["ROSTER"],
    options: { ...keys, adopt: "flag" },
    load: async () => (await import("./exchange-trust.ts")).trust,
  },
  {
    name: "exchange export",
    takes: ["FILE"],
    options: { ...keys, to: "text", all: "flag" },
    load: async () => (await import("./exchange-files.ts")).exportFile,
  },
  {
    name: "exchange inspect",
    takes: ["FILE"],
    options: keys,
    load: async () => (await import("./exchange-inspect.ts")).inspect,
  },
  {
    name: "exchange import",
    takes: ["FILE"],
    options: { ...keys, "dry-run": "flag" },
    load: async () => (await import("./exchange-files.ts")).importFile,
  },
  { name: "exchange status", takes: [], options: {}, load: async () => (await import("./exchange-status.ts")).status },
  {
    name: "exchange conflicts",
    takes: [],
    options: { kind: "text", record: "text", mine: "flag" },
    load: async () => (await import("./exchange-conflicts.ts")).conflicts,
  },
  {
    name: "exchange decide",
    takes: ["ID"],
    options: { take: "text", value: "text", reject: "flag", note: "text" },
    load: async () => (await import("./exchange-conflicts.ts")).decide,
  },
  {
    name: "exchange receipt",
    takes: ["FILE"],
    options: { ...keys, to: "text" },
    load: async () => (await import("./exchange-files.ts")).receipt,
  },
  {
    name: "exchange code",
    takes: [],
    options: { of: "text" },
    load: async () => (await import("./exchange-receipts.ts")).code,
  },
  {
    name: "exchange confirm",
    takes: ["CODE8"],
    options: { from: "text" },
    load: async () => (await import("./exchange-receipts.ts")).confirm,
  },
  {
    name: "exchange watch",
    takes: ["FOLDER"],
    options: { ...keys, once: "flag" },
    load: async () => (await import("./exchange-watch.ts")).watch,
  },
  {
    name: "exchange welcome",
    takes: ["FILE"],
    options: { ...keys, unit: "text" },
    load: async () => (await import("./exchange-welcome.ts")).welcome,
  },
  {
    name: "exchange open",
    takes: ["FILE"],
    options: { ...keys, code: "text" },
    load: async () => (await import("./exchange-welcome.ts")).open,
  },
  {
    name: "exchange revoke",
    takes: ["DEVICE"],
    options: { ...keys, office: "text", last: "many" },
    load: async () => (await import("./exchange-devices.ts")).revoke,
  },
  {
    name: "exchange review",
    takes: ["[VERSION…]"],
    options: { keep: "flag", withdraw: "flag" },
    load: async () => (await import("./exchange-devices.ts")).review,
  },
  {
    name: "exchange desk",
    takes: ["DEVICE"],
    options: keys,
    load: async () => (await import("./exchange-devices.ts")).desk,
  },
  {
    name: "exchange anew",
    takes: [],
    options: keys,
    load: async () => (await import("./exchange-devices.ts")).anew,
  },
  {
    name: "exchange purge",
    takes: ["ID"],
    options: { reason: "text", part: "many", confirmed: "flag" },
    load: async () => (await import("./exchange-records.ts")).purge,
  },
  {
    name: "exchange join",
    takes: ["ID", "[SAME]"],
    options: { part: "flag" },
    load: async () => (await import("./exchange-records.ts")).join,
  },
  {
    name: "exchange unlock",
    takes: [],
    options: keys,
    load: async () => (await import("./exchange-protect.ts")).unlock,
  },
  {
    name: "exchange protect",
    takes: [],
    options: { ...keys, "new-passphrase": "text", none: "flag" },
    load: async () => (await import("./exchange-protect.ts")).protect,
  },
  {
    name: "exchange recovery",
    takes: [],
    options: keys,
    load: async () => (await import("./exchange-protect.ts")).recovery,
  },
];

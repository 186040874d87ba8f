/** Every command there is; each is loaded when it is typed, so that a start costs nothing that is not used. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";
import { boardCommands } from "./board-list.ts";
import { campaignCommands } from "./campaign-list.ts";
import { dispatchCommands } from "./dispatch-list.ts";
import { exchangeCommands } from "./exchange-list.ts";
import { formsCommands } from "./forms-list.ts";
import { taskCommands } from "./task-list.ts";
import { urgingCommands } from "./urging-list.ts";

const filters = { q: "text", status: "many", unit: "many", sort: "many" } as const satisfies Options;
const taskFilters = { ...filters, campaign: "many" } as const satisfies Options;
const reading = {
  "dry-run": "flag",
  year: "text",
  sheet: "text",
  revises: "text",
  again: "flag",
} as const satisfies Options;
const writing = { ...filters, columns: "many", reveal: "flag" } as const satisfies Options;

export const commands: readonly Command[] = [
  {
    name: "init",
    takes: [],
    options: { unit: "text", name: "text" },
    load: async () => (await import("./office.ts")).init,
  },
  { name: "whoami", takes: [], options: {}, load: async () => (await import("./office.ts")).whoami },
  { name: "demo", takes: [], options: {}, load: async () => (await import("./office.ts")).demo },
  {
    name: "units",
    takes: [],
    options: { under: "text", q: "text" },
    load: async () => (await import("./units.ts")).units,
  },
  {
    name: "units add",
    takes: [],
    options: { name: "text", under: "text", code: "text" },
    load: async () => (await import("./units.ts")).addUnit,
  },
  {
    name: "units villages",
    takes: ["TOWN"],
    options: { names: "many", file: "text" },
    load: async () => (await import("./units.ts")).addVillages,
  },
  {
    name: "units resolve",
    takes: ["TEXT…"],
    options: { under: "text" },
    load: async () => (await import("./units.ts")).resolveUnits,
  },
  {
    name: "units same",
    takes: ["CODE", "CODE"],
    options: {},
    load: async () => (await import("./units.ts")).joinUnits,
  },
  {
    name: "tasks import",
    takes: ["FILE"],
    options: reading,
    load: async () => (await import("./import.ts")).importTasks,
  },
  { name: "tasks list", takes: [], options: taskFilters, load: async () => (await import("./tasks.ts")).list },
  { name: "tasks show", takes: ["ID"], options: {}, load: async () => (await import("./tasks.ts")).show },
  {
    name: "tasks export",
    takes: ["FILE"],
    options: { ...writing, ...taskFilters },
    load: async () => (await import("./export.ts")).exportTasks,
  },
  ...taskCommands,
  { name: "imports", takes: [], options: {}, load: async () => (await import("./imports.ts")).imports },
  {
    name: "imports undo",
    takes: ["ID"],
    options: { force: "flag" },
    load: async () => (await import("./imports.ts")).undo,
  },
  {
    name: "issues import",
    takes: ["FILE"],
    options: reading,
    load: async () => (await import("./import.ts")).importIssues,
  },
  { name: "issues list", takes: [], options: filters, load: async () => (await import("./issues.ts")).list },
  {
    name: "issues show",
    takes: ["ID"],
    options: { reveal: "flag" },
    load: async () => (await import("./issues.ts")).show,
  },
  {
    name: "issues export",
    takes: ["FILE"],
    options: writing,
    load: async () => (await import("./export.ts")).exportIssues,
  },
  {
    name: "issues add",
    takes: [],
    options: {
      title: "text",
      unit: "many",
      limit: "text",
      no: "text",
      source: "text",
      place: "text",
      category: "text",
      leader: "text",
      person: "text",
      phone: "text",
      type: "text",
      measures: "text",
      note: "text",
    },
    load: async () => (await import("./issues.ts")).add,
  },
  {
    name: "issues move",
    takes: ["ID"],
    options: {
      to: "text",
      note: "text",
      evidence: "many",
      "without-evidence": "flag",
      unit: "text",
      on: "text",
      percent: "text",
    },
    load: async () => (await import("./move.ts")).move,
  },
  ...boardCommands,
  ...formsCommands,
  ...urgingCommands,
  ...campaignCommands,
  ...dispatchCommands,
  ...exchangeCommands,
  { name: "backup create", takes: ["FILE"], options: {}, load: async () => (await import("./backup.ts")).create },
  {
    name: "backup restore",
    takes: ["FILE"],
    options: { force: "flag" },
    load: async () => (await import("./backup.ts")).restore,
  },
  { name: "undo", takes: ["[VERSION]"], options: {}, load: async () => (await import("./undo.ts")).undo },
  { name: "verify", takes: [], options: {}, load: async () => (await import("./verify.ts")).verify },
  {
    name: "call",
    takes: ["[PROCEDURE]", "[JSON]"],
    options: { list: "flag" },
    load: async () => (await import("./call.ts")).call,
  },
];

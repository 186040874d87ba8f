/** The commands that write about linkage tasks; each is loaded when it is typed. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const entry = {
  title: "text",
  no: "text",
  measures: "text",
  section: "text",
  note: "text",
  period: "text",
  campaign: "text",
  lead: "many",
  responsible: "many",
  support: "many",
} as const satisfies Options;

const step = { unit: "text", on: "text", text: "text" } as const satisfies Options;

const entries = () => import("./task-entries.ts");
const steps = () => import("./task-steps.ts");

export const taskCommands: readonly Command[] = [
  { name: "tasks add", takes: [], options: entry, load: async () => (await entries()).add },
  { name: "tasks edit", takes: ["ID"], options: entry, load: async () => (await entries()).edit },
  {
    name: "tasks assign",
    takes: ["ID…"],
    options: { to: "many", period: "text", contact: "text", text: "text" },
    load: async () => (await entries()).assign,
  },
  {
    name: "tasks breakdown",
    takes: ["ID"],
    options: { part: "many", file: "text" },
    load: async () => (await entries()).breakDown,
  },
  { name: "tasks part", takes: ["ID…"], options: { of: "text" }, load: async () => (await entries()).part },
  {
    name: "tasks receive",
    takes: ["ID…"],
    options: { ...step, contact: "text" },
    load: async () => (await steps()).receive,
  },
  { name: "tasks return", takes: ["ID…"], options: step, load: async () => (await steps()).giveBack },
  {
    name: "tasks confirm",
    takes: ["ID…"],
    options: { ...step, occurrence: "text" },
    load: async () => (await steps()).confirm,
  },
  {
    name: "tasks refuse",
    takes: ["ID…"],
    options: { ...step, occurrence: "text" },
    load: async () => (await steps()).refuse,
  },
  { name: "tasks withdraw", takes: ["ID…"], options: step, load: async () => (await steps()).withdraw },
  {
    name: "tasks arrange",
    takes: ["ID…"],
    options: { ...step, period: "text", contact: "text" },
    load: async () => (await steps()).arrange,
  },
  {
    name: "tasks extend ask",
    takes: ["ID"],
    options: { ...step, period: "text", percent: "text" },
    load: async () => (await steps()).askExtension,
  },
  {
    name: "tasks extend grant",
    takes: ["ID"],
    options: { ...step, period: "text" },
    load: async () => (await steps()).grantExtension,
  },
  { name: "tasks extend refuse", takes: ["ID"], options: step, load: async () => (await steps()).refuseExtension },
  {
    name: "tasks report",
    takes: ["ID"],
    options: {
      ...step,
      percent: "text",
      next: "text",
      difficulty: "text",
      contact: "text",
      occurrence: "text",
      nothing: "flag",
      done: "flag",
      evidence: "many",
    },
    load: async () => (await steps()).report,
  },
  {
    name: "tasks summary",
    takes: ["ID"],
    options: { send: "flag", text: "text", on: "text" },
    load: async () => (await steps()).summary,
  },
];

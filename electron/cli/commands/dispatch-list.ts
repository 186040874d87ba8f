/** The commands of dispatch meetings. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const head = {
  month: "text",
  on: "text",
  title: "text",
  place: "text",
  chair: "text",
  attendees: "text",
  unit: "many",
} as const satisfies Options;
const said = { task: "text", text: "text", unit: "text" } as const satisfies Options;

export const dispatchCommands: readonly Command[] = [
  { name: "dispatch list", takes: [], options: {}, load: async () => (await import("./dispatch.ts")).list },
  { name: "dispatch new", takes: [], options: head, load: async () => (await import("./dispatch.ts")).add },
  {
    name: "dispatch edit",
    takes: ["ID"],
    options: { ...head, opening: "text", closing: "text" },
    load: async () => (await import("./dispatch.ts")).edit,
  },
  { name: "dispatch show", takes: ["ID"], options: {}, load: async () => (await import("./dispatch.ts")).show },
  { name: "dispatch note", takes: ["ID"], options: said, load: async () => (await import("./dispatch-acts.ts")).note },
  {
    name: "dispatch decide",
    takes: ["ID"],
    options: said,
    load: async () => (await import("./dispatch-acts.ts")).decide,
  },
  {
    name: "dispatch urge",
    takes: ["ID"],
    options: { task: "text", unit: "many", text: "text", limit: "text" },
    load: async () => (await import("./dispatch-acts.ts")).urge,
  },
  {
    name: "dispatch task",
    takes: ["ID"],
    options: { task: "text", title: "text", to: "many", period: "text" },
    load: async () => (await import("./dispatch-acts.ts")).makeTask,
  },
  {
    name: "dispatch minutes",
    takes: ["ID", "FILE"],
    options: { on: "text" },
    load: async () => (await import("./dispatch-acts.ts")).minutes,
  },
  {
    name: "dispatch withdraw",
    takes: ["ID"],
    options: { text: "text" },
    load: async () => (await import("./dispatch-acts.ts")).withdraw,
  },
];

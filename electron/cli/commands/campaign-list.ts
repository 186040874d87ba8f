/** The commands of campaigns, templates and reminders. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const facts = { year: "text", every: "text", note: "text" } as const satisfies Options;
const reason = { text: "text" } as const satisfies Options;
const campaigns = () => import("./campaigns.ts");
const templates = () => import("./templates.ts");

export const campaignCommands: readonly Command[] = [
  { name: "campaigns list", takes: [], options: {}, load: async () => (await campaigns()).list },
  { name: "campaigns add", takes: ["NAME"], options: facts, load: async () => (await campaigns()).add },
  {
    name: "campaigns edit",
    takes: ["ID"],
    options: { name: "text", ...facts },
    load: async () => (await campaigns()).edit,
  },
  { name: "campaigns withdraw", takes: ["ID"], options: reason, load: async () => (await campaigns()).withdraw },
  { name: "templates list", takes: [], options: {}, load: async () => (await templates()).list },
  {
    name: "templates save",
    takes: ["NAME"],
    options: { note: "text", q: "text", status: "many", unit: "many", campaign: "many", id: "many" },
    load: async () => (await templates()).save,
  },
  {
    name: "templates preview",
    takes: ["ID"],
    options: { year: "text" },
    load: async () => (await templates()).preview,
  },
  {
    name: "templates start",
    takes: ["ID"],
    options: { year: "text", campaign: "text", "leave-out": "many" },
    load: async () => (await templates()).start,
  },
  { name: "templates withdraw", takes: ["ID"], options: reason, load: async () => (await templates()).withdraw },
  {
    name: "reminders",
    takes: [],
    options: { lines: "text" },
    load: async () => (await import("./reminders.ts")).reminders,
  },
];

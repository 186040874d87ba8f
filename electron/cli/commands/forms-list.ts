/** Commands about fill-back forms. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const filters = { q: "text", status: "many", unit: "many", sort: "many" } as const satisfies Options;

export const formsCommands: readonly Command[] = [
  { name: "forms list", takes: [], options: {}, load: async () => (await import("./forms.ts")).list },
  { name: "forms units", takes: [], options: filters, load: async () => (await import("./forms.ts")).units },
  {
    name: "forms write",
    takes: ["FOLDER"],
    options: { ...filters, to: "many", id: "many", by: "text" },
    load: async () => (await import("./forms.ts")).write,
  },
  { name: "forms open", takes: ["FILE…"], options: {}, load: async () => (await import("./forms.ts")).open },
  { name: "forms take", takes: ["FILE…"], options: {}, load: async () => (await import("./forms.ts")).take },
  {
    name: "forms withdraw",
    takes: ["ID"],
    options: { text: "text" },
    load: async () => (await import("./forms.ts")).withdraw,
  },
];

/** The commands of urgings. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const filters = { q: "text", status: "many", unit: "many", sort: "many" } as const satisfies Options;
const step = { text: "text", on: "text" } as const satisfies Options;

export const urgingCommands: readonly Command[] = [
  { name: "urgings list", takes: [], options: filters, load: async () => (await import("./urgings.ts")).list },
  { name: "urgings show", takes: ["ID"], options: {}, load: async () => (await import("./urgings.ts")).show },
  { name: "urgings draft", takes: ["TASK"], options: {}, load: async () => (await import("./urgings.ts")).draft },
  {
    name: "urgings issue",
    takes: ["[TASK]"],
    options: { unit: "many", text: "text", limit: "text" },
    load: async () => (await import("./urgings.ts")).issue,
  },
  {
    name: "urgings text",
    takes: ["ID"],
    options: { unit: "text" },
    load: async () => (await import("./urgings.ts")).text,
  },
  {
    name: "urgings edit",
    takes: ["ID"],
    options: { no: "text", text: "text", limit: "text" },
    load: async () => (await import("./urgings.ts")).edit,
  },
  { name: "urgings receive", takes: ["ID…"], options: step, load: async () => (await import("./urgings.ts")).receive },
  { name: "urgings answer", takes: ["ID…"], options: step, load: async () => (await import("./urgings.ts")).answer },
  { name: "urgings close", takes: ["ID…"], options: step, load: async () => (await import("./urgings.ts")).close },
  { name: "urgings press", takes: ["ID…"], options: step, load: async () => (await import("./urgings.ts")).press },
  {
    name: "urgings withdraw",
    takes: ["ID…"],
    options: step,
    load: async () => (await import("./urgings.ts")).withdraw,
  },
  {
    name: "urgings document",
    takes: ["FILE", "ID…"],
    options: {},
    load: async () => (await import("./urgings.ts")).document,
  },
  {
    name: "urgings export",
    takes: ["FILE"],
    options: { ...filters, columns: "many", reveal: "flag" },
    load: async () => (await import("./export.ts")).exportUrgings,
  },
];

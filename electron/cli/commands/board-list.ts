/** The commands of the board. */
import type { Options } from "../arguments.ts";
import type { Command } from "../command.ts";

const asked = {
  year: "text",
  group: "text",
  q: "text",
  status: "many",
  unit: "many",
  sort: "many",
} as const satisfies Options;

export const boardCommands: readonly Command[] = [
  {
    name: "board export",
    takes: ["FILE"],
    options: asked,
    load: async () => (await import("./board.ts")).exportBoard,
  },
  { name: "board show", takes: [], options: asked, load: async () => (await import("./board.ts")).show },
  {
    name: "board move",
    takes: ["ID"],
    options: { start: "text", due: "text", unit: "text" },
    load: async () => (await import("./board.ts")).move,
  },
];

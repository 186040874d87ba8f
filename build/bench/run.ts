/** `npm run bench [name …]`: prints the machine and every ratio. Nothing here is a test; the note carries the table. */
import { cpus, totalmem } from "node:os";
import { type BenchLine, printLine } from "./line.ts";

const suites: Readonly<Record<string, () => Promise<readonly BenchLine[]>>> = {
  export: async () => (await import("./export.ts")).exportBench(),
  preview: async () => (await import("./preview.ts")).previewBench(),
  list: async () => (await import("./list.ts")).listBench(),
  forms: async () => (await import("./forms.ts")).formsBench(),
  exchange: async () => (await import("./exchange.ts")).exchangeBench(),
  board: async () => (await import("./board.ts")).boardBench(),
  window: async () => (await import("./window.ts")).windowBench(),
};

const wanted = process.argv.slice(2);
const [cpu] = cpus();
console.log(
  `${cpus().length} × ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`,
);
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await suite()) console.log(printLine(line));
}

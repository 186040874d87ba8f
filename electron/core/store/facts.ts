/** Projections of the kinds that are read whole by name; their values stand in `facts` as they are. */
import type { Projection } from "./projection.ts";

const readWhole = (kind: string): Projection => ({ kind, table: "facts", columns: () => ({}) });

export const factProjections: readonly Projection[] = [
  "import",
  "mapping",
  "settings",
  "office",
  "campaign",
  "template",
  "dispatch",
].map(readWhole);

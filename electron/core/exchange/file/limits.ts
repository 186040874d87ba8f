/**
 * How much a file from outside may ask of this program (EX23): counted while unpacking, so that a small file that swells
 * without end is refused long before memory is. Real bundles stay far below each of these.
 */
import type { MostJson } from "./strict-json.ts";

export interface Limits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of everything inside, unpacked. */
  readonly unpacked: number;
  /** Members of the archive. */
  readonly members: number;
  /** Commits and notices. */
  readonly entries: number;
  readonly changes: number;
  /** Brackets within brackets, in the file's own JSON and in each value. */
  readonly depth: number;
  /** Objects and lists, and what stands in them, in the columns; and in the manifest and roster, read before any signature. */
  readonly columns: MostJson;
  readonly facts: MostJson;
  /** Characters of one value. */
  readonly value: number;
}

const mega = 1024 * 1024;

export const usualLimits: Limits = {
  file: 1024 * mega,
  unpacked: 1024 * mega,
  members: 10_000,
  entries: 1_000_000,
  changes: 4_000_000,
  depth: 40,
  columns: { brackets: 6_000_000, commas: 24_000_000 },
  facts: { brackets: 250_000, commas: 1_000_000 },
  value: 4 * mega,
};

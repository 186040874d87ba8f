/** One round of the watched folder: what came is looked at, what is due is written. The window's timer and the command line both do this. */
import type { InboxItem } from "#shared/exchange/report.ts";
import type { Program } from "../../program.ts";
import { keysState } from "../identity/keys.ts";
import { takeArrivals } from "./arrivals.ts";
import { type Departure, writeDue } from "./departures.ts";
import type { SettledFiles } from "./settled.ts";

export interface Round {
  readonly staged: readonly InboxItem[];
  readonly taken: readonly InboxItem[];
  readonly written: readonly Departure[];
}

/** @throws AppError what taking the files into the inbox or writing them out is refused for */
export const roundIn = async (program: Program, folder: string, files: SettledFiles): Promise<Round> => {
  const arrivals = await takeArrivals(program, folder, files);
  const canWrite = keysState(program.store).state === "ready";
  return { ...arrivals, written: canWrite ? await writeDue(program, folder) : [] };
};

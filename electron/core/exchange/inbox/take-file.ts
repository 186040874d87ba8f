/** One file taken in from its bytes to its report, or looked at (EX23): what the inbox and the command line share. */
import { AppError } from "#shared/errors.ts";
import type { IntakeReport } from "#shared/exchange/report.ts";
import type { Program } from "../../program.ts";
import { addFile, takenBefore } from "../files-log.ts";
import { refuseUnfit, takeIn } from "../take-in.ts";
import { hearOfLoss } from "../taking/acks.ts";
import { arrivingFiles, keepFiles } from "./keep-files.ts";
import type { OpenedFile } from "./open-file.ts";

/** What it would do; nothing is kept. */
export const lookAt = async ({ store }: Pick<Program, "store">, file: OpenedFile): Promise<IntakeReport> => {
  const arriving = await arrivingFiles(store, file);
  return only(takeIn({ store }, [file.arrival], { dryRun: true, arriving }));
};

/**
 * @param row the line of the file in the inbox; null: it never lay there
 * @param backUp runs before anything is written, unless nothing will be
 */
export const takeFile = async (
  { store }: Pick<Program, "store">,
  file: OpenedFile,
  { row, size, backUp }: { readonly row: number | null; readonly size: number; readonly backUp: () => void },
): Promise<IntakeReport> => {
  const { arrival } = file;
  if (takenBefore(store.db, arrival.hash) === null) {
    // Refuses what will be refused before a byte is written.
    refuseOrHear(store, arrival);
    backUp();
  }
  const takeAway = await keepFiles(store, file);
  try {
    return only(
      takeIn({ store }, [arrival], { finish: ([report]) => report && note({ store }, file, row, size, report) }),
    );
  } catch (error) {
    await takeAway();
    throw error;
  }
};

const refuseOrHear = (store: Program["store"], arrival: OpenedFile["arrival"]): void => {
  try {
    refuseUnfit(store, arrival);
  } catch (error) {
    if (error instanceof AppError && error.code === "bundle-begins-after") hearOfLoss(store, arrival.bundle);
    throw error;
  }
};

const only = (reports: readonly IntakeReport[]): IntakeReport => {
  const [report] = reports;
  if (!report) throw new Error("a bundle was taken in without a report");
  return report;
};

const note = (
  { store }: Pick<Program, "store">,
  { arrival: { bundle, hash, name } }: OpenedFile,
  row: number | null,
  size: number,
  report: IntakeReport,
): void => {
  const { head } = bundle;
  const at = store.env.now().toISOString();
  const state = report.new === 0 && report.quarantined > 0 ? "quarantined" : "taken";
  const kept = JSON.stringify({ kind: "bundle", report });
  if (row !== null) {
    store.db.prepare("UPDATE bundles SET state = ?, report = ?, taken_at = ? WHERE id = ?").run(state, kept, at, row);
    return;
  }
  if (report.takenAt !== null) return;
  addFile(store.db, {
    direction: "in",
    hash,
    name,
    size,
    peer: head.from,
    device: head.device,
    link: head.link,
    from: head.range.from,
    to: head.range.to,
    state,
    report: kept,
    at,
    takenAt: at,
  });
};

/** What was thrown, where it is a refusal that can be shown; anything else is a fault of the program and goes on. */
export const refusalOrThrow = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  throw error;
};

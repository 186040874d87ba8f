/** The lines of the inbox: what is kept of each file, and how it reads for people. */
import { AppError } from "#shared/errors.ts";
import type { InboxItem, IntakeReport } from "#shared/exchange/report.ts";
import type { Program } from "../../program.ts";
import { fileColumns, type FileRow } from "../files-log.ts";
import { trustOf } from "../identity/roster.ts";
import { bytesOf, openFile, type OpenedFile } from "./open-file.ts";
import { besideStaged, partNames, stagedAt } from "./staged.ts";

export type Here = Pick<Program, "store">;
export type Kept = { kind: InboxItem["kind"]; report?: IntakeReport; error?: InboxItem["error"] };

/** Everything that lies there, and what became of what lay there lately; newest first. */
export const inbox = ({ store }: Here): InboxItem[] => {
  const rows = store.db
    .prepare(
      `SELECT ${fileColumns} FROM bundles WHERE direction = 'in' AND state <> 'dropped'
       ORDER BY state IN ('waiting', 'too-new') DESC, id DESC LIMIT 500`,
    )
    .all() as FileRow[];
  return rows.map((row) => itemOf({ store }, row));
};

export const rowOf = ({ store }: Here, id: number): FileRow => {
  const row = store.db.prepare(`SELECT ${fileColumns} FROM bundles WHERE id = ? AND direction = 'in'`).get(id);
  if (row === undefined) throw new AppError("not-found", { id });
  return row as FileRow;
};

export const isStaged = ({ state }: FileRow): boolean => state === "waiting" || state === "too-new";

export const itemOf = ({ store }: Here, row: FileRow): InboxItem => {
  const kept = JSON.parse(row.report) as Partial<Kept>;
  const [office = ""] = row.peer.split("/");
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    path: kept.kind === "bundle" || !isStaged(row) ? null : stagedAt(store.folder, row.hash),
    at: row.at,
    takenAt: row.takenAt,
    state: row.state,
    kind: kept.kind ?? "unknown",
    from: row.peer,
    fromName: trustOf(store).officeOf(office)?.name ?? office,
    range: row.link === "" ? null : { from: row.from, to: row.to },
    report: kept.report ?? null,
    error: kept.error ?? null,
  };
};

/** Refusals that another file, or a later version of the program, may lift. */
export const waitsFor: Readonly<Record<string, FileRow["state"]>> = {
  "bundle-begins-after": "waiting",
  "bundle-too-new": "too-new",
  "keys-locked": "waiting",
  "keys-locked-os": "waiting",
  "keys-locked-recovery": "waiting",
  "bundle-sender-unknown": "waiting",
};

/** A file that lies in the inbox, opened with the parts that lie beside it. */
export const openStaged = async (program: Here, row: FileRow): Promise<OpenedFile> => {
  const { folder } = program.store;
  let names: string[] = [];
  const bytes = await bytesOf(stagedAt(folder, row.hash));
  const file = await openFile(
    program,
    bytes,
    row.name,
    besideStaged(folder, row.hash, () => names),
  );
  names = partNames(file);
  return file;
};

export const setSeen = ({ store }: Here, id: number, state: FileRow["state"], kept: Kept): void => {
  store.db.prepare("UPDATE bundles SET state = ?, report = ? WHERE id = ?").run(state, JSON.stringify(kept), id);
};

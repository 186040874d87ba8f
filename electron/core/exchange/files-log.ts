/** The list of files in and out, whatever became of them (EX23, EX24): table `bundles`. */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { bundleStates } from "#shared/exchange/report.ts";
import type { Db } from "../store/connection.ts";

export interface FileRow {
  readonly id: number;
  readonly direction: "in" | "out";
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly peer: Peer;
  readonly device: string;
  readonly link: string;
  readonly from: number;
  readonly to: number;
  readonly state: (typeof bundleStates)[number];
  /** JSON. */
  readonly report: string;
  readonly at: string;
  readonly takenAt: string | null;
}

export const fileColumns = `id, direction, hash, name, size, peer, device, link, from_no AS "from", to_no AS "to", state, report, at,
  taken_at AS takenAt`;

export const addFile = (db: Db, row: Omit<FileRow, "id">): number =>
  Number(
    db
      .prepare(
        `INSERT INTO bundles (direction, hash, name, size, peer, device, link, from_no, to_no, state, report, at, taken_at)
         VALUES (@direction, @hash, @name, @size, @peer, @device, @link, @from, @to, @state, @report, @at, @takenAt)`,
      )
      .run(row).lastInsertRowid,
  );

/** When this very file was taken in (EX24); null: never. */
export const takenBefore = (db: Db, hash: string): string | null =>
  (db
    .prepare("SELECT taken_at FROM bundles WHERE hash = ? AND direction = 'in' AND taken_at IS NOT NULL ORDER BY id")
    .pluck()
    .get(hash) as string | undefined) ?? null;

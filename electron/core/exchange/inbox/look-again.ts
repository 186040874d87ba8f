/** Looking again at files that lie in the inbox: what they would do, or what refuses them, may have changed since. */
import { fileColumns, type FileRow } from "../files-log.ts";
import { type Here, type Kept, openStaged, setSeen, waitsFor } from "./items.ts";
import { lookAt, refusalOrThrow } from "./take-file.ts";

/** What waits says anew what it would do, since other files have come in between. */
export const lookAgainAtWaiting = (program: Here): Promise<void> => lookAgainAtThose(program, "waiting");

const lookAgainAtThose = async (program: Here, state: FileRow["state"]): Promise<void> => {
  const rows = program.store.db
    .prepare(`SELECT ${fileColumns} FROM bundles WHERE direction = 'in' AND state = ? ORDER BY id`)
    .all(state) as FileRow[];
  for (const row of rows) {
    const { kind } = JSON.parse(row.report) as Partial<Kept>;
    if (kind === "bundle") await lookAgainAt(program, row);
  }
};

const lookAgainAt = async (program: Here, row: FileRow): Promise<void> => {
  try {
    const file = await openStaged(program, row);
    const report = await lookAt(program, file);
    setSeen(program, row.id, "waiting", { kind: "bundle", report });
  } catch (thrown) {
    const { code, params } = refusalOrThrow(thrown);
    // Keys that are locked say nothing about what a file is.
    const state = code.startsWith("keys-") ? row.state : (waitsFor[code] ?? "waiting");
    setSeen(program, row.id, state, { kind: "bundle", error: { code, params: { ...params } } });
  }
};

/** EX22: those that were too new for the program, after it was upgraded. */
export const lookAgain = (program: Here): Promise<void> => lookAgainAtThose(program, "too-new");

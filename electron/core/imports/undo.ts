/** Takes a whole import back: what it made is gone from the lists, what it changed is as it was before. */
import { AppError, isAppError } from "#shared/errors.ts";
import type { Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { undo } from "../store/undo.ts";
import { importLines } from "./known.ts";

/** What the program learnt with the import stays known. */
const staying: ReadonlySet<string> = new Set(["unit", "mapping"]);

/**
 * @param force also when its records were worked on since; what was set anew since stays as it was set
 * @throws AppError `not-found`, `already-undone`, `import-worked-on` with the number of records, `import-revised` when
 *   a later import revises it
 */
export const undoImport = (store: Store, id: string, force: boolean): Committed => {
  const lines = importLines(store);
  const line = lines.find((known) => known.id === id);
  if (!line) throw new AppError("not-found", { id });
  const later = lines.find(({ revises, undone }) => revises === id && !undone);
  if (later) throw new AppError("import-revised", { file: later.fileName });
  try {
    return undo(store, line.version, { force, action: "imports.undo", staying, keepLater: force });
  } catch (error) {
    if (isAppError(error) && error.code === "worked-on-since") throw new AppError("import-worked-on", error.params);
    if (isAppError(error) && error.code === "changed-since") throw new AppError("import-worked-on", { count: 1 });
    throw error;
  }
};

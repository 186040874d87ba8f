/**
 * Cards and rosters that lie in the inbox are used where they are compared, not taken in from their lines. The line says
 * so then, from wherever the same file was read.
 */
import { sha256 } from "../file/envelope.ts";
import type { Here } from "./items.ts";
import { lookAgainAtWaiting } from "./look-again.ts";
import { removeStaged } from "./staged.ts";

/** The file was used. What waited for its sender to be known says anew what it would do. */
export const noteUsed = async (program: Here, bytes: Uint8Array): Promise<void> => {
  const { store } = program;
  const hash = sha256(bytes);
  const { changes } = store.db
    .prepare(
      "UPDATE bundles SET state = 'taken', taken_at = ? WHERE hash = ? AND direction = 'in' AND state = 'waiting'",
    )
    .run(store.env.now().toISOString(), hash);
  if (changes > 0) await removeStaged(store.folder, hash);
  await lookAgainAtWaiting(program);
};

/** Revoking a computer, from what this office has of it (EX17): without numbers given, what was taken in until now counts. */
import type { Program } from "../program.ts";
import { revoke } from "./identity/revoke.ts";

/** @param last the last number that counts, by link. @throws AppError as `revoke` does */
export const revokeDevice = async (
  { store }: Pick<Program, "store">,
  { office, device, last }: { office: string; device: string; last?: Record<string, number> | undefined },
): Promise<void> => {
  const rows = store.db.prepare("SELECT link, last FROM links_in WHERE device = ?").all(device) as {
    link: string;
    last: number;
  }[];
  const taken = Object.fromEntries(rows.map((row) => [row.link, row.last]));
  await revoke(store, { office, device, last: last ?? taken });
};

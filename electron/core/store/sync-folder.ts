/** A renamed file is only there after a power cut when its folder was written too. */
import { open } from "node:fs/promises";

/** Writes a folder's list of names to the disk; a folder cannot be synced on Windows, where it need not be. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {});
  await handle.close();
};

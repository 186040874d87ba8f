/**
 * A copied machine enrolled again (EX20): two computers write under one name, so the one that goes on takes a new name
 * and new keys, which the office's key vouches for, and a new epoch. Its neighbours then send everything again, what the
 * other computer wrote among it; the other one is not to be used any more.
 */
import type { Program } from "../program.ts";
import { goOnAnew } from "../store/new-epoch.ts";
import { ensureKeys } from "./identity/ready.ts";

/** @throws AppError `keys-locked` and its kin before anything is changed */
export const beginAnew = async ({ store }: Program): Promise<{ device: string }> => {
  await ensureKeys(store);
  goOnAnew(store, "copied");
  await ensureKeys(store);
  return { device: store.device };
};

/** The files that come with a bundle (EX14): on the disk before the transaction that names them (EX23). */
import { rm } from "node:fs/promises";
import { attachmentPath, hasAttachment } from "../../attachments/files.ts";
import { keepBytes } from "../../attachments/keep-bytes.ts";
import type { Store } from "../../store/store.ts";
import type { OpenedFile } from "./open-file.ts";

/** Which of the files are whole, and will be here. A damaged one stays wanted and is asked for again. */
export const arrivingFiles = async (store: Store, { opened }: OpenedFile): Promise<ReadonlySet<string>> => {
  const arriving = new Set<string>();
  for (const { hash } of opened.bundle.attachments) {
    if (hasAttachment(store.folder, hash) || (await contentOf(opened, hash)) !== null) arriving.add(hash);
  }
  return arriving;
};

/** Keeps them. Returns the means to take away those that were not here before, should the rest fail. */
export const keepFiles = async (store: Store, { opened }: OpenedFile): Promise<() => Promise<void>> => {
  const kept: string[] = [];
  const takeAway = async (): Promise<void> => {
    for (const hash of kept) await rm(attachmentPath(store.folder, hash), { force: true });
  };
  try {
    for (const { hash } of opened.bundle.attachments) {
      if (hasAttachment(store.folder, hash)) continue;
      const content = await contentOf(opened, hash);
      if (content !== null && (await keepBytes(store.folder, hash, content))) kept.push(hash);
    }
    return takeAway;
  } catch (error) {
    await takeAway();
    throw error;
  }
};

const contentOf = async (opened: OpenedFile["opened"], hash: string): Promise<Uint8Array | null> => {
  try {
    return await opened.attachment(hash);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "attachment-part-damaged") return null;
    throw error;
  }
};

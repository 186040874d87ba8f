/** `backup create` and `backup restore`. */
import { resolve } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { Answer, Invocation } from "../command.ts";
import { progressLine, resultOf } from "./long-work.ts";
import { writingIfFree } from "./writing-if-free.ts";

export const create = async (invocation: Invocation): Promise<Answer> => {
  const { client } = await writingIfFree(invocation);
  const done = await resultOf(invocation, client.system.backup({ path: resolve(invocation.words[0] ?? "") }));
  return { json: done, text: invocation.say("backup.created", { path: done.path, bytes: done.bytes }) };
};

/** Restoring works on a folder that no program has open, so it does not go through the contract. */
export const restore = async ({ words, typed, session, say, remark }: Invocation): Promise<Answer> => {
  const { restoreBackup } = await import("#core/system/restore.ts");
  const bar = progressLine(remark);
  const progress = (stage: string, done: number, total: number): void => {
    if (session.signal.aborted) throw new AppError("cancelled");
    bar.show(say(`stages.${stage}`), done, total);
  };
  try {
    const restored = await restoreBackup(
      { path: resolve(words[0] ?? ""), folder: session.folder, force: typed.flags.has("force") },
      { progress },
    );
    const text = say(restored.movedAside === null ? "backup.restored" : "backup.restoredOver", {
      folder: session.folder,
      aside: restored.movedAside ?? "",
    });
    return { json: { folder: session.folder, ...restored }, text };
  } finally {
    bar.end();
  }
};

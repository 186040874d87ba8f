/** `undo [VERSION]`: takes a commit back; without a version the last one of this office that still stands. */
import { AppError } from "#shared/errors.ts";
import { isUndoable } from "#shared/store/undoable.ts";
import { words as allWords } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";

export const undo = async ({ words, session, language, say }: Invocation): Promise<Answer> => {
  const { client, program } = await session.writing();
  const recent = await client.history.recent({ limit: 500 });
  const office = program.store.officeCode();
  const last = recent.find(
    ({ undone, action, office: by }) => !undone && by === office && action !== "history.undo" && isUndoable(action),
  );
  const named = words[0] ?? last?.version;
  if (named === undefined) throw new AppError("nothing-to-undo");
  const { version, ids } = await client.history.undo({ version: named });
  const action = recent.find((each) => each.version === named)?.action ?? "";
  const actions: Readonly<Record<string, string>> = allWords[language].history.actions;
  const json = { undone: named, action, version, records: ids.length };
  return { json, text: say("undone", { action: actions[action] ?? named, count: ids.length }) };
};

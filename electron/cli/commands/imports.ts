/** `imports` and `imports undo`: what was taken in from files. */
import { word } from "#shared/translations/index.ts";
import type { Answer, Invocation } from "../command.ts";
import { table } from "../table.ts";
import { momentHere } from "../moment.ts";

export const imports = async ({ session, say, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.imports.list();
  const text = table(rows, [
    { name: say("imports.at"), of: ({ at }) => momentHere(at) },
    { name: say("imports.capability"), of: ({ capability }) => word(language, `imports.capability.${capability}`) },
    { name: say("imports.file"), of: ({ fileName }) => fileName },
    { name: say("imports.added"), of: ({ added }) => added },
    { name: say("imports.changed"), of: ({ changed }) => changed },
    { name: say("imports.withdrawn"), of: ({ withdrawn }) => withdrawn },
    { name: say("imports.undone"), of: ({ undone }) => (undone ? "✓" : "") },
    { name: "ID", of: ({ id }) => id },
  ]);
  return { json: { count: rows.length, rows }, text };
};

export const undo = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const { version, ids } = await client.imports.undo({ id, force: typed.flags.has("force") });
  return { json: { id, version, records: ids.length }, text: say("imports.wasUndone", { count: ids.length }) };
};

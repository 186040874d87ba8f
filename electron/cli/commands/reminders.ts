/** `reminders`: what is to be remembered today, as the workbench has it. */
import type { RemindersToday } from "#shared/contract/reminders.ts";
import { word } from "#shared/translations/index.ts";
import { wholeNumber } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { table } from "../table.ts";

const usualLines = 5;

export const reminders = async ({ typed, session, language }: Invocation): Promise<Answer> => {
  const limit = wholeNumber(typed.texts.get("lines"), "lines", 0, 50) ?? usualLines;
  const { client } = await session.reading();
  const told = await client.reminders.today({ limit });
  return { json: told, text: [told.today, ...told.lists.map((list) => listText(list, language))].join("\n\n") };
};

const listText = ({ list, count, first }: RemindersToday["lists"][number], language: Invocation["language"]): string =>
  [
    `${word(language, `reminders.lists.${list}`)}  ${count}`,
    ...(first.length === 0
      ? []
      : [
          table(first, [
            { name: "", of: ({ capability }) => word(language, `reminders.of.${capability}`) },
            { name: word(language, "tasks.fields.no"), of: ({ no }) => no },
            { name: word(language, "tasks.fields.title"), of: ({ title }) => title, most: 48 },
            { name: word(language, "tasks.fields.due"), of: ({ due }) => due },
            { name: "ID", of: ({ id }) => id },
          ]),
        ]),
  ].join("\n");

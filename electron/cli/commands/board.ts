/** `board export`, `board show`, `board move`: the board as a workbook, as text, and one task given other days. */
import { resolve } from "node:path";
import { marksOf, type TenDayMark } from "#shared/board/span.ts";
import { type BoardGrouping, boardGroupings, type BoardRow } from "#shared/board/view.ts";
import { taskFields } from "#shared/tasks/fields.ts";
import { word } from "#shared/translations/index.ts";
import { dayTyped, type Typed, WrongUsage, wholeNumber } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { counted } from "./counted.ts";
import { resultOf } from "./long-work.ts";
import { queryOf } from "./query.ts";

const groupOf = (typed: Typed): BoardGrouping => {
  const text = typed.texts.get("group") ?? "section";
  const group = boardGroupings.find((each) => each === text);
  if (group === undefined)
    throw new WrongUsage("wrong-usage", { reason: `--group: ${text} (${boardGroupings.join(", ")})` });
  return group;
};

const askedOf = (typed: Typed, today: string) => ({
  ...queryOf(typed, taskFields, "unit"),
  year: wholeNumber(typed.texts.get("year"), "year", 1900, 2099) ?? Number(today.slice(0, 4)),
  group: groupOf(typed),
});

export const exportBoard = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language, say } = invocation;
  const { client, program } = await session.reading();
  const path = resolve(words[0] ?? "");
  const asked = askedOf(typed, program.store.today());
  const done = await resultOf(invocation, client.board.workbook({ ...asked, path, language }));
  return { json: done, text: say("exported", { rows: done.rows, path: done.path }) };
};

const signs: Readonly<Record<TenDayMark, string>> = { whole: "█", part: "▌", deadline: "▲", due: "o", on: ">" };

/** The year as 36 characters, months apart. */
const strip = (row: BoardRow, year: number): string =>
  marksOf(row, year)
    .map((mark, at) => (at > 0 && at % 3 === 0 ? " " : "") + (mark === undefined ? "·" : signs[mark]))
    .join("");

/** Numbers of months over the strip: each stands where its month begins. */
const monthsOfStrip = Array.from({ length: 12 }, (_, at) => String(at + 1).padEnd(4))
  .join("")
  .trimEnd();

export const show = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const { client, program } = await session.reading();
  const asked = askedOf(typed, program.store.today());
  const { rows, years } = await client.board.rows(asked);
  const name = (key: string): string => word(language, `tasks.fields.${key}`);
  return counted(
    say,
    rows,
    [
      { name: name("no"), of: ({ no }) => no, most: 8 },
      { name: name("title"), of: ({ title, depth }) => "  ".repeat(depth) + title, most: 36 },
      { name: name("period"), of: ({ period }) => period.text, most: 24 },
      { name: monthsOfStrip, of: (row) => strip(row, asked.year), most: 48 },
      { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
      { name: "ID", of: ({ id }) => id },
    ],
    { year: asked.year, years },
  );
};

export const move = async ({ words, typed, session }: Invocation): Promise<Answer> => {
  const due = dayTyped(typed, "due");
  if (due === undefined) throw new WrongUsage("option-missing", { option: "--due YYYY-MM-DD" });
  const start = dayTyped(typed, "start") ?? null;
  const { client } = await session.writing();
  const id = words[0] ?? "";
  const { version, text } = await client.board.move({ id, unit: typed.texts.get("unit") ?? null, start, due });
  return { json: { id, period: text, version }, text };
};

/** `dispatch list`, `dispatch new`, `dispatch edit`, `dispatch show`: meetings, and what one has to look at. */
import { monthParts } from "#shared/dispatch/month.ts";
import { dispatchHeadSchema } from "#shared/dispatch/record.ts";
import type { AgendaItem, DispatchDetail, DispatchRow } from "#shared/dispatch/view.ts";
import { word } from "#shared/translations/index.ts";
import { dayTyped, type Typed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs, table } from "../table.ts";
import { counted } from "./counted.ts";
import { historyText, stepsText } from "./history.ts";
import { namedUnits, sayGroups } from "./units-named.ts";

type Language = Invocation["language"];

const titleOf = ({ title, month }: Pick<DispatchRow, "title" | "month">, language: Language): string =>
  title === "" ? word(language, "dispatch.usualTitle", monthParts(month)) : title;

export const list = async ({ session, language, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const rows = await client.dispatch.list();
  const name = (key: string): string => word(language, `dispatch.row.${key}`);
  return counted(say, rows, [
    { name: name("on"), of: ({ on }) => on },
    { name: name("meeting"), of: (row) => titleOf(row, language), most: 40 },
    ...(["notes", "decisions", "urgings", "tasks"] as const).map((key) => ({
      name: name(key),
      of: (row: DispatchRow) => row[key],
    })),
    { name: name("withdrawn"), of: ({ withdrawn }) => (withdrawn ? name("withdrawn") : "") },
    { name: "ID", of: ({ id }) => id },
  ]);
};

/** A month that cannot be one is a wrong usage, not a refusal of core's. */
const monthTyped = ({ texts }: Typed): string | undefined => {
  const text = texts.get("month");
  if (text === undefined || dispatchHeadSchema.shape.month.safeParse(text).success) return text;
  throw new WrongUsage("wrong-usage", { reason: `--month: ${text} (YYYY-MM)` });
};

const headOf = async (invocation: Invocation) => {
  const { typed, session } = invocation;
  const month = monthTyped(typed);
  const on = dayTyped(typed, "on");
  const { client } = await session.writing();
  const named = typed.many.has("unit") ? await namedUnits(client, typed.many.get("unit") ?? []) : undefined;
  if (named) sayGroups(named, invocation);
  const text = (key: string): string | undefined => typed.texts.get(key);
  const words = { title: text("title"), place: text("place"), chair: text("chair"), attendees: text("attendees") };
  return { client, month, head: { on, ...words, units: named && [...named.units] } };
};

export const add = async (invocation: Invocation): Promise<Answer> => {
  if (!invocation.typed.texts.has("month")) throw new WrongUsage("option-missing", { option: "--month 2026-07" });
  const { client, month = "", head } = await headOf(invocation);
  const { ids, version } = await client.dispatch.add({ month, ...head });
  return { json: { id: ids[0], version }, text: invocation.say("dispatch.added", { id: ids[0] ?? "" }) };
};

export const edit = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed } = invocation;
  const { client, month, head } = await headOf(invocation);
  const done = await client.dispatch.edit({
    id: words[0] ?? "",
    head: { month, ...head },
    opening: typed.texts.get("opening"),
    closing: typed.texts.get("closing"),
  });
  return { json: done, text: word(invocation.language, "dispatch.done.edit") };
};

export const show = async ({ words, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const meeting = await client.dispatch.get({ id: words[0] ?? "" });
  return { json: meeting, text: detailText(meeting, language) };
};

const figures = ["tasks", "due", "done", "inTime", "reported", "late", "unheard"] as const;

const detailText = (meeting: DispatchDetail, language: Language): string => {
  const { head, unitNames } = meeting;
  const say = (key: string): string => word(language, `dispatch.${key}`);
  const reason = ({ reasons }: AgendaItem): string => reasons.map((each) => say(`reason.${each}`)).join(" ");
  return [
    pairs([
      [say("row.meeting"), titleOf(meeting, language)],
      [say("form.month"), head.month],
      [say("form.on"), head.on],
      [say("form.place"), head.place],
      [say("form.chair"), head.chair],
      [say("form.attendees"), head.attendees],
      [say("form.units"), unitNames.length === 0 ? say("row.allUnits") : unitNames.join("、")],
      ...figures.map((key): [string, number] => [say(`figure.${key}`), meeting.figures[key]]),
    ]),
    table(meeting.agenda, [
      { name: say("agenda.name"), of: reason },
      { name: word(language, "tasks.fields.no"), of: ({ no }) => no },
      { name: word(language, "tasks.fields.title"), of: ({ title }) => title, most: 44 },
      { name: say("item.due"), of: ({ due }) => due },
      { name: say("item.state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
      {
        name: say("item.hands"),
        of: ({ concerned }) => concerned.map(({ unitName }) => unitName).join("、"),
        most: 30,
      },
      { name: "ID", of: ({ task }) => task },
    ]),
    stepsText(
      meeting.steps.map(({ data, about, unitName, madeTitle, ...line }) => ({
        ...line,
        name: say(`said.${data.step}`),
        on: data.on,
        text: [about?.title, unitName, data.step === "urging" ? madeTitle : null, data.text]
          .filter((part) => part !== null && part !== undefined)
          .join(" · "),
      })),
      language,
    ),
    historyText(meeting.history, "dispatch", language),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** `dispatch note|decide|urge|task|minutes|withdraw`: what is said at a meeting, what it becomes, and its minutes. */
import { resolve } from "node:path";
import { word } from "#shared/translations/index.ts";
import { dayTyped, needed, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { namedUnits, sayGroups } from "./units-named.ts";

const said = async ({ words, typed, session, language }: Invocation, decision: boolean): Promise<Answer> => {
  const text = needed(typed, "text", "T");
  const { client } = await session.writing();
  const { texts } = typed;
  const input = {
    id: words[0] ?? "",
    task: texts.get("task") ?? null,
    text,
    unit: texts.get("unit") ?? null,
    decision,
  };
  const done = await client.dispatch.note(input);
  return { json: done, text: word(language, decision ? "dispatch.done.decision" : "dispatch.done.note") };
};

/** Without `--task` of the meeting as a whole. */
export const note = (invocation: Invocation): Promise<Answer> => said(invocation, false);
export const decide = (invocation: Invocation): Promise<Answer> => said(invocation, true);

/** Without `--text` in the words of the draft; without `--unit` to all for whom there is one. */
export const urge = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language } = invocation;
  const task = needed(typed, "task", "ID");
  const text = typed.texts.get("text");
  const limit = typed.texts.get("limit");
  const { client } = await session.writing();
  const drafts = await client.urgings.draft({ task, language });
  const named = await namedUnits(client, typed.many.get("unit") ?? []);
  sayGroups(named, invocation);
  const to = named.units.length > 0 ? named.units : drafts.map(({ unit }) => unit);
  const urgings = to.map((unit) => {
    const draft = drafts.find((each) => each.unit === unit);
    const asked = text ?? draft?.text;
    if (asked === undefined) throw new WrongUsage("option-missing", { option: "--text T" });
    return { unit, text: asked, limit: limit ?? draft?.limit ?? "" };
  });
  if (urgings.length === 0) throw new WrongUsage("option-missing", { option: "--unit CODE" });
  const { ids, version } = await client.dispatch.urge({ id: words[0] ?? "", task, urgings });
  const made = ids.filter((id) => id !== words[0]);
  return { json: { ids: made, version }, text: word(language, "dispatch.done.urge", { count: made.length }) };
};

/** `--task`: the task that it is about, whose part it becomes. */
export const makeTask = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language } = invocation;
  const title = needed(typed, "title", "T");
  const { client } = await session.writing();
  const named = await namedUnits(client, typed.many.get("to") ?? []);
  sayGroups(named, invocation);
  const { ids, version } = await client.dispatch.makeTask({
    id: words[0] ?? "",
    about: typed.texts.get("task") ?? null,
    title,
    units: [...named.units],
    period: typed.texts.get("period") ?? "",
  });
  const id = ids.find((each) => each !== words[0]);
  return { json: { id, version }, text: word(language, "dispatch.done.task") };
};

export const minutes = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const [id = "", file = ""] = words;
  const on = dayTyped(typed, "on");
  const { client } = await session.reading();
  const written = await client.dispatch.minutes({ id, path: resolve(file), language, on });
  return { json: written, text: word(language, "dispatch.done.minutes", { name: written.path }) };
};

export const withdraw = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const reason = needed(typed, "text", "T");
  const { client } = await session.writing();
  const done = await client.dispatch.withdraw({ id: words[0] ?? "", reason });
  return { json: done, text: word(language, "dispatch.done.withdraw") };
};

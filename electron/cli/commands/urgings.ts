/** `urgings …`: issued from the draft of a task or in words of one's own, answered, closed, and written out. */
import { resolve } from "node:path";
import { word } from "#shared/translations/index.ts";
import { urgingFields } from "#shared/urgings/fields.ts";
import type { UrgingStepName } from "#shared/urgings/record.ts";
import type { UrgingDetail } from "#shared/urgings/view.ts";
import { dayTyped, wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import { pairs } from "../table.ts";
import { counted } from "./counted.ts";
import { historyText, stepsText } from "./history.ts";
import { allPages, queryOf } from "./query.ts";
import { namedUnits, sayGroups } from "./units-named.ts";

export const list = async ({ typed, session, language, say }: Invocation): Promise<Answer> => {
  const query = queryOf(typed, urgingFields, "unit");
  const { client } = await session.reading();
  const rows = await allPages((page) => client.urgings.list({ ...query, ...page }));
  const name = (key: string): string => word(language, `urgings.fields.${key}`);
  const answer = counted(say, rows, [
    { name: name("number"), of: ({ number }) => number },
    { name: name("unit"), of: ({ unit }) => unit, most: 20 },
    { name: name("title"), of: ({ title }) => title, most: 30 },
    { name: name("text"), of: ({ text: asked }) => asked, most: 40 },
    { name: name("limit"), of: ({ limit }) => limit.text, most: 22 },
    { name: name("state"), of: ({ state }) => word(language, `urgings.state.${state}`) },
    { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
    { name: "ID", of: ({ id }) => id },
  ]);
  const twice = rows.some(({ numberTwice }) => numberTwice) ? word(language, "urgings.detail.numberTwice") : null;
  return twice === null ? answer : { ...answer, text: `${answer.text}\n${twice}` };
};

export const show = async ({ words, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const urging = await client.urgings.get({ id: words[0] ?? "" });
  return { json: urging, text: detailText(urging, language) };
};

const detailText = (urging: UrgingDetail, language: Invocation["language"]): string => {
  const name = (key: string): string => word(language, `urgings.fields.${key}`);
  return [
    ...(urging.numberTwice ? [word(language, "urgings.detail.numberTwice")] : []),
    pairs([
      [name("number"), urging.number],
      [name("unit"), urging.unit],
      [name("issuer"), urging.issuer],
      [name("title"), `${urging.taskNo} ${urging.title}`.trim()],
      [name("text"), urging.text],
      [name("limit"), urging.limit.text],
      [name("due"), urging.due],
      [name("issuedOn"), urging.issuedOn],
      [name("state"), word(language, `urgings.state.${urging.state}`)],
      [name("answer"), urging.answer],
      [name("answeredOn"), urging.answeredOn],
    ]),
    stepsText(
      urging.steps.map(({ data, ...line }) => ({
        ...line,
        name: word(language, `urgings.step.${data.step}`),
        on: data.on,
        text: data.text ?? "",
      })),
      language,
    ),
    historyText(urging.history, "urgings", language),
  ].join("\n\n");
};

export const draft = async ({ words, session, language, say }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const drafts = await client.urgings.draft({ task: words[0] ?? "", language });
  const texts = drafts.map(({ unitName, text }) => `${unitName}\n  ${text}`);
  return {
    json: { count: drafts.length, drafts },
    text: [...texts, say("count", { count: drafts.length })].join("\n"),
  };
};

/** Without `--text` in the words of the draft; without `--unit` to all for whom there is one. */
export const issue = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language, say } = invocation;
  const { client } = await session.writing();
  const task = words[0] ?? null;
  const text = typed.texts.get("text");
  const limit = typed.texts.get("limit") ?? "";
  if (text === undefined && task === null) throw new WrongUsage("option-missing", { option: "--text T" });
  const named = await namedUnits(client, typed.many.get("unit") ?? []);
  sayGroups(named, invocation);
  if (named.units.length === 0 && task === null) throw new WrongUsage("option-missing", { option: "--unit CODE" });
  const drafts = task === null ? [] : await client.urgings.draft({ task, language });
  const to = named.units.length > 0 ? named.units : drafts.map(({ unit }) => unit);
  const urgings = to.map((unit) => {
    const words = text ?? drafts.find((each) => each.unit === unit)?.text;
    if (words === undefined) throw new WrongUsage("option-missing", { option: "--text T" });
    return { unit, task, text: words, limit };
  });
  if (urgings.length === 0) return { json: { count: 0, ids: [] }, text: say("count", { count: 0 }) };
  const { ids, version } = await client.urgings.issue({ urgings });
  return { json: { count: ids.length, ids, version }, text: say("urgings.issued", { ids: ids.join(" ") }) };
};

/** Of an urging, or of a task's units without one. */
export const text = async ({ words, typed, session, language }: Invocation): Promise<Answer> => {
  const { client } = await session.reading();
  const id = words[0] ?? "";
  const unit = typed.texts.get("unit");
  const isUrging = await client.urgings.get({ id }).then(
    () => true,
    () => false,
  );
  const of = isUrging ? { id } : { task: id, unit };
  const { text: said } = await client.urgings.plainText({ ...of, language });
  return { json: { text: said }, text: said };
};

export const edit = async ({ words, typed, session, say }: Invocation): Promise<Answer> => {
  const no = wholeNumber(typed.texts.get("no"), "no", 1, 99_999);
  const { client } = await session.writing();
  const changes = { no, text: typed.texts.get("text"), limit: typed.texts.get("limit") };
  const done = await client.urgings.edit({ id: words[0] ?? "", ...changes });
  return { json: done, text: say("urgings.edited", { id: words[0] ?? "" }) };
};

const stepOf =
  (step: UrgingStepName) =>
  async ({ words, typed, session, say, language }: Invocation): Promise<Answer> => {
    const on = dayTyped(typed, "on");
    const { client, program } = await session.writing();
    const said = typed.texts.get("text");
    const done = await client.urgings.step({
      ids: [...words],
      step: { step, on: on ?? program.store.today(), ...(said !== undefined && { text: said }) },
    });
    const count = done.ids.length;
    return {
      json: { ...done, count },
      text: say("urgings.stepped", { count, step: word(language, `urgings.step.${step}`) }),
    };
  };

export const receive = stepOf("receive");
export const answer = stepOf("answer");
export const close = stepOf("close");
export const press = stepOf("press");
export const withdraw = stepOf("withdraw");

export const document = async ({ words, session, language, say }: Invocation): Promise<Answer> => {
  const [file = "", ...ids] = words;
  const { client } = await session.reading();
  const done = await client.urgings.document({ ids, path: resolve(file), language });
  return { json: done, text: say("urgings.written", { path: done.path }) };
};

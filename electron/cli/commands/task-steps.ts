/**
 * Steps of a task's life: `tasks report`, `receive`, `return`, `confirm`, `refuse`, `withdraw`, `arrange`, `extend ask`,
 * `extend grant`, `extend refuse`. Whose hands are meant need not be typed where only one can take the step.
 */
import type { TaskStepEntry } from "#shared/contract/tasks.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { dayTyped, needed, wholeNumber, WrongUsage } from "../arguments.ts";
import type { Answer, Invocation } from "../command.ts";
import type { Opened } from "../session.ts";

type StepName = TaskStepEntry["step"];

/** The texts of a step that are typed as options of the same name. */
const texts = ["text", "period", "contact", "next", "difficulty", "occurrence"] as const;

const entryTyped = ({ typed }: Invocation, { program }: Opened, step: StepName, unit: string | null): TaskStepEntry => {
  const percent = wholeNumber(typed.texts.get("percent"), "percent", 0, 100);
  const said = texts.flatMap((key) => (typed.texts.has(key) ? [[key, typed.texts.get(key)]] : []));
  return {
    step,
    unit,
    on: dayTyped(typed, "on") ?? program.store.today(),
    ...(percent !== undefined && { percent }),
    ...(typed.flags.has("nothing") && { nothing: true }),
    ...Object.fromEntries(said),
  };
};

/** The hands that a step is of: those named, else this office's own, else the only ones that can take it. */
const handsMeant = ({ hands, assignments }: TaskDetail, step: StepName, { typed }: Invocation): string | null => {
  const named = typed.texts.get("unit");
  if (named !== undefined) return named;
  const able = hands.filter(({ steps }) => steps.includes(step));
  const own = able.find((each) => each.own);
  if (own) return own.unit;
  if (able.length === 1) return able[0]?.unit ?? null;
  if (able.length > 1)
    throw new WrongUsage("option-missing", { option: `--unit ${able.map(({ unit }) => unit).join("|")}` });
  // Nobody can take it now; the rules say why, of the one assignment where there is one.
  const ours = hands.find((each) => each.own && each.unit !== null)?.unit;
  return ours ?? (assignments.length === 1 ? (assignments[0]?.unit ?? null) : null);
};

const stepOf =
  (step: StepName) =>
  async (invocation: Invocation): Promise<Answer> => {
    const { words, session, say, typed } = invocation;
    const opened = await session.writing();
    const { client } = opened;
    const [first = ""] = words;
    const unit = handsMeant(await client.tasks.get({ id: first }), step, invocation);
    const { version } = await client.tasks.step({
      ids: [...words],
      step: entryTyped(invocation, opened, step, unit),
      files: [...(typed.many.get("evidence") ?? [])],
    });
    const { state } = await client.tasks.get({ id: first });
    return { json: { id: first, ids: words, step, unit, state, version }, text: say(`tasks.stepDone.${step}`) };
  };

export const receive = stepOf("receive");
export const giveBack = stepOf("return");
export const confirm = stepOf("confirm");
export const refuse = stepOf("refuse");
export const arrange = stepOf("arrange");
export const askExtension = stepOf("ask-extension");
export const grantExtension = stepOf("grant-extension");
export const refuseExtension = stepOf("refuse-extension");

/** One assignment where a unit is named, else the task as a whole. */
export const withdraw = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say } = invocation;
  if (typed.texts.has("unit")) return stepOf("withdraw")(invocation);
  const reason = needed(typed, "text", "T");
  const { client } = await session.writing();
  const { version } = await client.tasks.withdraw({ ids: [...words], reason });
  return { json: { id: words[0] ?? "", ids: words, version }, text: say("tasks.stepDone.withdraw") };
};

const reporting = ["percent", "text", "next", "difficulty"] as const;

export const report = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, say } = invocation;
  const isDone = typed.flags.has("done");
  const says =
    isDone || typed.flags.has("nothing") || typed.many.has("evidence") || reporting.some((key) => typed.texts.has(key));
  if (!says) throw new WrongUsage("option-missing", { option: "--percent N --text T" });
  const opened = await session.writing();
  const { client } = opened;
  const id = words[0] ?? "";
  const { assignments, hands } = await client.tasks.get({ id });
  // What this office has from above it reports on itself; a task that one unit alone has is reported on for that unit.
  const isOurs = hands.some(({ own, unit }) => own && unit !== null);
  const only = assignments.length === 1 && !isOurs ? assignments[0]?.unit : undefined;
  const unit = typed.texts.get("unit") ?? only ?? null;
  const { version } = await client.tasks.step({
    ids: [id],
    step: entryTyped(invocation, opened, isDone ? "report-done" : "progress", unit),
    files: [...(typed.many.get("evidence") ?? [])],
  });
  return { json: { id, version }, text: say("tasks.reported") };
};

/** The summary of what the units reported; `--send` reports it as this office's own progress. */
export const summary = async (invocation: Invocation): Promise<Answer> => {
  const { words, typed, session, language, say } = invocation;
  const send = typed.flags.has("send");
  const { client, program } = await (send ? session.writing() : session.reading());
  const id = words[0] ?? "";
  const drafted = await client.tasks.draftSummary({ id, language });
  if (!send) return { json: { id, ...drafted }, text: drafted.text };
  const text = typed.texts.get("text") ?? drafted.text;
  const { version } = await client.tasks.step({
    ids: [id],
    step: {
      step: "progress",
      unit: null,
      on: dayTyped(typed, "on") ?? program.store.today(),
      text,
      ...(drafted.percent !== null && { percent: drafted.percent }),
    },
  });
  return { json: { id, ...drafted, text, version }, text: `${text}\n${say("tasks.reported")}` };
};

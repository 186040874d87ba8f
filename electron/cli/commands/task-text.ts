/** A whole task as lines for people: its facts, who has it and how far they are, its parts, its occurrences, its time line. */
import type { RollUp, TaskDetail } from "#shared/tasks/view.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { pairs, table } from "../table.ts";
import { historyText, stepsText } from "./history.ts";

export const taskText = (task: TaskDetail, language: Language): string =>
  [
    factsText(task, language),
    assignmentsText(task, language),
    subTasksText(task, language),
    rollUpText(task.rollUp, language),
    occurrencesText(task, language),
    stepsText(
      task.steps.map(({ data, ...line }) => ({
        ...line,
        name: word(language, `tasks.step.${data.step}`),
        on: data.on,
        text: wordsOfStep(data),
      })),
      language,
    ),
    historyText(task.history, "tasks", language),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const fieldsOf =
  (language: Language) =>
  (key: string): string =>
    word(language, `tasks.fields.${key}`);

const factsText = (task: TaskDetail, language: Language): string => {
  const name = fieldsOf(language);
  const { parentTask, extension, statedPeriod } = task;
  return pairs([
    [name("no"), task.no],
    [name("title"), task.title],
    [name("measures"), task.measures],
    [name("section"), task.section],
    [name("campaign"), task.campaign],
    [
      word(language, "tasks.parting.partOf"),
      parentTask && `${parentTask.no} ${parentTask.title} ${parentTask.id}`.trim(),
    ],
    [name("lead"), task.lead.join("、")],
    [name("responsible"), task.responsible.join("、")],
    [name("support"), task.support.join("、")],
    [name("period"), task.period.text],
    ["", statedPeriod && word(language, "tasks.periods.stated", { period: statedPeriod.text })],
    [name("due"), task.due],
    [name("reportDue"), task.reportDue],
    [name("state"), word(language, `tasks.state.${task.state}`)],
    [name("percent"), task.percent],
    [name("light"), word(language, `tasks.light.${task.light}`)],
    [name("extensionAsked"), extension && `${extension.period.text}: ${extension.text}`],
    [name("note"), task.note],
    ...Object.entries(task.extra),
  ]);
};

const assignmentsText = ({ assignments }: TaskDetail, language: Language): string => {
  const name = fieldsOf(language);
  if (assignments.length === 0) return "";
  return table(assignments, [
    // Those to which a unit assigned it on stand under it.
    {
      name: word(language, "cli.show.unit"),
      of: ({ under, unitName }) => (under === null ? "" : "└ ") + unitName,
    },
    { name: name("period"), of: ({ period }) => period.text, most: 22 },
    { name: name("due"), of: ({ due }) => due },
    { name: name("state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
    { name: name("percent"), of: ({ percent }) => percent },
    { name: name("light"), of: ({ light }) => word(language, `tasks.light.${light}`) },
    { name: word(language, "cli.show.contact"), of: ({ contact }) => contact, most: 16 },
    { name: name("extensionAsked"), of: ({ extension }) => extension && extension.period.text, most: 22 },
  ]);
};

const subTasksText = ({ subTasks }: TaskDetail, language: Language): string => {
  const name = fieldsOf(language);
  if (subTasks.length === 0) return "";
  return table(subTasks, [
    { name: name("no"), of: ({ no }) => no },
    { name: word(language, "tasks.parts.title"), of: ({ title }) => title, most: 40 },
    { name: word(language, "cli.show.unit"), of: ({ units }) => units.join("、"), most: 30 },
    { name: name("due"), of: ({ due }) => due },
    { name: name("state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
    { name: name("percent"), of: ({ percent }) => percent },
    { name: "ID", of: ({ id }) => id },
  ]);
};

const rollUpText = (rollUp: RollUp | null, language: Language): string => {
  if (rollUp === null) return "";
  const { count, done, percent, slowest, differs } = rollUp;
  const say = (key: string, params: Record<string, string | number>): string =>
    word(language, `tasks.parts.${key}`, params);
  return [
    say("rolled", { count, done }),
    percent === null ? "" : say("mean", { percent }),
    slowest === null
      ? ""
      : slowest.percent === null
        ? say("slowest", { name: slowest.name, state: word(language, `tasks.state.${slowest.state}`) })
        : say("slowestAt", { name: slowest.name, percent: slowest.percent }),
    differs === null ? "" : word(language, `tasks.differs.${differs}`),
  ]
    .filter((part) => part !== "")
    .join("  ");
};

const occurrencesText = ({ occurrences }: TaskDetail, language: Language): string => {
  const name = fieldsOf(language);
  if (occurrences.length === 0) return "";
  return table(occurrences, [
    {
      name: word(language, "tasks.detail.occurrences"),
      of: ({ occurrence, current }) => (current ? "→ " : "") + occurrence,
    },
    { name: name("due"), of: ({ due }) => due },
    { name: name("state"), of: ({ state }) => word(language, `tasks.state.${state}`) },
    { name: name("percent"), of: ({ percent }) => percent },
  ]);
};

/** All that a step says in words, and the files that prove it. */
const wordsOfStep = ({
  text,
  percent,
  period,
  contact,
  next,
  difficulty,
  evidence,
}: TaskDetail["steps"][number]["data"]) =>
  [
    text,
    percent === undefined ? undefined : `${percent}%`,
    period?.text,
    contact,
    difficulty,
    next,
    ...(evidence ?? []).map(({ name }) => `[${name}]`),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join("; ");

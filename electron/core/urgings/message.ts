/** An urging as plain text for a message: three to five lines, of one that was issued or of what a task's draft would say. */
import { daysBetween } from "#shared/calendar/dates.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { AppError } from "#shared/errors.ts";
import { printedDate } from "../exports/printed-date.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { draftUrgings } from "./draft.ts";
import { findUrging } from "./find.ts";
import { issuerName } from "./issuer.ts";

export interface MessageOf {
  readonly id?: string;
  readonly task?: string;
  /** Of a task: the unit, by code or name; all that the draft is for, where it is left out. */
  readonly unit?: string;
  readonly language: Language;
}

interface Said {
  readonly number: string;
  readonly units: readonly string[];
  readonly text: string;
  readonly task: string;
  readonly limit: string;
  readonly office: string;
  readonly on: string;
}

/** @throws AppError `not-found`, `urging-nobody` where no unit of the task is late or unheard of */
export const messageText = (store: Store, { id, task, unit, language }: MessageOf): string => {
  if (id !== undefined) return lines(issued(store, id, language), language);
  if (task === undefined) throw new AppError("not-found", { id: "" });
  return lines(drafted(store, task, unit, language), language);
};

const issued = (store: Store, id: string, language: Language): Said => {
  const { shown } = unitLookup(store.db);
  const { year, no, unit, taskNo, title, text, limit, owner, issuedOn, standing } = findUrging(store, id);
  const isWaiting = standing.state === "issued" || standing.state === "received";
  const late = standing.due === null || !isWaiting ? 0 : daysBetween(standing.due, store.today());
  return {
    number: word(language, "documents.bracketed", { year, no }),
    units: [shown(unit)],
    text: text.replaceAll(/\s*\n\s*/g, " "),
    task: `${taskNo} ${title}`.trim(),
    limit: late > 0 ? word(language, "urgings.message.late", { limit: limit.text, days: late }) : limit.text,
    office: issuerName(store, owner),
    on: issuedOn,
  };
};

const drafted = (store: Store, task: string, unit: string | undefined, language: Language): Said => {
  const { codeOf, office } = unitLookup(store.db);
  const all = draftUrgings(store, task, language);
  const wanted = unit === undefined ? all : all.filter((each) => each.unit === (codeOf(unit) ?? unit));
  if (wanted.length === 0) throw new AppError("urging-nobody");
  // Each is told what is so of it; those who are told the same, together.
  const groups = Map.groupBy(wanted, ({ text }) => text);
  const and = word(language, "urgings.message.and");
  const named = [...groups].map(([text, of]) => ({ text, units: of.map(({ unitName }) => unitName) }));
  const isOne = named.length === 1;
  return {
    number: "",
    units: isOne ? (named[0]?.units ?? []) : [],
    text: isOne
      ? (named[0]?.text ?? "")
      : named
          .map(({ text, units }) => word(language, "urgings.message.each", { units: units.join(and), text }))
          .join("\n"),
    task: "",
    limit: "",
    office: issuerName(store, office),
    on: store.today(),
  };
};

const lines = ({ number, units, text, task, limit, office, on }: Said, language: Language): string => {
  const say = (key: string, params: Record<string, string> = {}): string =>
    word(language, `urgings.message.${key}`, params);
  const name = number === "" ? say("name") : say("numbered", { number });
  const isNamed = task === "" || text.includes(task.replace(/^\S+ /, ""));
  return [
    units.length === 0
      ? say("headAll", { name })
      : say("head", { name, units: units.join(word(language, "urgings.message.and")) }),
    ...(isNamed ? [] : [say("task", { task })]),
    text,
    ...(limit === "" ? [] : [say("limit", { limit })]),
    say("sign", { office, date: printedDate(on, language) }),
  ].join("\n");
};

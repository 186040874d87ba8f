/**
 * Whether what was read as `entries.json` has the shape of columns. Written by hand and not by schema, since it looks at
 * a million numbers; past it, the reader may count on lengths and on places being within their dictionaries.
 */
import { AppError } from "#shared/errors.ts";
import type { BaseRef, Columns } from "./columns.ts";
import type { Limits } from "./limits.ts";

const refuse = (what: string): never => {
  throw new AppError("bundle-malformed", { what: `entries.${what}` });
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown, what: string): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : refuse(what);

/** A list of what `fits`; of the length given, where one is. */
const list = <T>(fields: Fields, name: string, fits: (item: unknown) => item is T, length?: number): readonly T[] => {
  const found = fields[name];
  if (!Array.isArray(found) || (length !== undefined && found.length !== length)) return refuse(name);
  for (let at = 0; at < found.length; at += 1) if (!fits(found[at])) return refuse(name);
  return found as readonly T[];
};

const isText = (item: unknown): item is string => typeof item === "string";
const isInteger = (item: unknown): item is number => Number.isSafeInteger(item);
const isCount = (item: unknown): item is number => isInteger(item) && item >= 0;
const isFlag = (item: unknown): item is 0 | 1 => item === 0 || item === 1;
const isTextOrNone = (item: unknown): item is 0 | string => item === 0 || isText(item);
const isPrev = (item: unknown): item is 0 | string | null => item === null || isTextOrNone(item);
const isTime = (item: unknown): item is number | string => isInteger(item) || isText(item);
const isPair = (item: unknown): item is [string, string] =>
  Array.isArray(item) && item.length === 2 && item.every(isText);
const isPurged = (item: unknown): item is [number, string] =>
  Array.isArray(item) && item.length === 2 && isCount(item[0]) && isText(item[1]);
const isBase = (item: unknown): item is BaseRef[] =>
  Array.isArray(item) && item.every((ref) => isText(ref) || (isInteger(ref) && ref > 0));
const isNotice = (item: unknown): item is [number, "enter" | "leave", number, string | 0] =>
  Array.isArray(item) &&
  item.length === 4 &&
  isCount(item[0]) &&
  (item[1] === "enter" || item[1] === "leave") &&
  isCount(item[2]) &&
  isTextOrNone(item[3]);

/** A place in a dictionary of so many words. */
const within =
  (words: number) =>
  (item: unknown): item is number =>
    isCount(item) && item < words;

/** @throws AppError `bundle-malformed` naming the column, `bundle-too-large` */
export const checkColumns = (value: unknown, limits: Limits): Columns => {
  const fields = fieldsOf(value, "json");
  const commits = fieldsOf(fields["commits"], "commits");
  const changes = fieldsOf(fields["changes"], "changes");
  const epochs = list(fields, "epochs", isText);
  const records = list(fields, "records", isText);
  const units = list(fields, "units", isPair);
  const authors = list(fields, "authors", isPair);
  const actions = list(fields, "actions", isText);
  const behalves = list(fields, "behalves", isText);
  const epoch = list(commits, "epoch", within(epochs.length));
  const notices = list(fields, "notices", isNotice);
  const unit = list(changes, "unit", within(units.length));
  if (epoch.length + notices.length > limits.entries) throw new AppError("bundle-too-large", { what: "entries" });
  if (unit.length > limits.changes) throw new AppError("bundle-too-large", { what: "changes" });
  return {
    epochs,
    records,
    units,
    authors,
    actions,
    behalves,
    commits: {
      epoch,
      seq: list(commits, "seq", isInteger, epoch.length),
      lamport: list(commits, "lamport", isInteger, epoch.length),
      at: list(commits, "at", isTime, epoch.length),
      author: list(commits, "author", within(authors.length), epoch.length),
      action: list(commits, "action", within(actions.length), epoch.length),
      note: list(commits, "note", isTextOrNone, epoch.length),
      undoes: list(commits, "undoes", isTextOrNone, epoch.length),
      format: list(commits, "format", isCount, epoch.length),
      whole: list(commits, "whole", isFlag, epoch.length),
      hash: list(commits, "hash", isTextOrNone, epoch.length),
      prev: list(commits, "prev", isPrev, epoch.length),
      changes: list(commits, "changes", isCount, epoch.length),
    },
    changes: {
      gap: list(changes, "gap", isCount, unit.length),
      record: list(changes, "record", within(records.length + 2), unit.length),
      unit,
      base: list(changes, "base", within(4), unit.length),
      behalf: list(changes, "behalf", within(behalves.length + 1), unit.length),
    },
    bases: list(fields, "bases", isBase),
    blank: list(fields, "blank", within(unit.length)),
    purged: list(fields, "purged", isPurged),
    notices,
  };
};

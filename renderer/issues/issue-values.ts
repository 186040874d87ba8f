/** An issue as its form holds it, and what goes to core: the whole entry of a new one, of a changed one only the changes. */
import type { IssueChanges, IssueDetail, IssueEntry } from "#shared/issues/view.ts";
import { issueTypes } from "#shared/issues/record.ts";

export interface IssueValues {
  readonly [key: string]: string | readonly string[];
  readonly title: string;
  readonly units: readonly string[];
  readonly limit: string;
  readonly source: string;
  readonly place: string;
  readonly type: string;
  readonly leader: string;
  readonly person: string;
  readonly phone: string;
  readonly measures: string;
  readonly category: string;
  readonly no: string;
  readonly note: string;
}

export const emptyIssue: IssueValues = {
  title: "",
  units: [],
  limit: "",
  source: "",
  place: "",
  type: "",
  leader: "",
  person: "",
  phone: "",
  measures: "",
  category: "",
  no: "",
  note: "",
};

/** The form's values of an issue; its telephone number in full, or a change of it would be made of asterisks. */
export const valuesOf = (issue: IssueDetail): IssueValues => ({
  title: issue.title,
  units: issue.units,
  limit: issue.limit.text,
  source: issue.source,
  place: issue.place,
  type: issue.type ?? "",
  leader: issue.leader,
  person: issue.person,
  phone: issue.phone,
  measures: issue.measures,
  category: issue.category,
  no: issue.no,
  note: issue.note,
});

/** A new issue; without a number of its own core gives it the next. */
export const entryOf = ({ no, type, units, ...texts }: IssueValues): IssueEntry => ({
  ...(no.trim() === "" ? {} : { no: no.trim() }),
  title: texts.title,
  source: texts.source,
  place: texts.place,
  category: texts.category,
  units: [...units],
  leader: texts.leader,
  person: texts.person,
  phone: texts.phone,
  type: issueTypes.find((each) => each === type) ?? null,
  measures: texts.measures,
  limit: texts.limit,
  note: texts.note,
});

/** Only what was changed goes in, so that nobody else's change of another field is written over. */
export const changesOf = (before: IssueValues, after: IssueValues): IssueChanges => {
  const [old, next] = [
    { ...entryOf(before), no: before.no },
    { ...entryOf(after), no: after.no },
  ];
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(Object.entries(old).find(([name]) => name === key)?.[1]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(next).filter(isChanged));
};

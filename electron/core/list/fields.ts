/**
 * How the fields of each list stand in its table: what they are filtered by and sorted by. Everything that may be asked
 * for is named here; nothing of a query reaches SQL but through these maps.
 */
import { issueStates, issueTypes } from "#shared/issues/record.ts";
import { phaseOfIssue } from "#shared/issues/standing.ts";
import { extensionWaits, lightValues } from "#shared/tasks/fields.ts";
import { taskStates } from "#shared/tasks/record.ts";
import { phaseOfTask } from "#shared/tasks/standing.ts";
import { urgingStates } from "#shared/urgings/record.ts";
import { phaseOfUrging } from "#shared/urgings/standing.ts";
import type { Capability } from "./context.ts";
import { dueOfLights, dueOfTaskLights, lightSql } from "./light-sql.ts";
import { markSets } from "./marks.ts";

/** A field as SQL over the table `t`. Expressions are NULL or '' where the field is blank. */
export type ListField =
  | { readonly is: "text" | "number" | "date"; readonly value: string; readonly sort?: string }
  | {
      readonly is: "choice";
      readonly value: string;
      readonly sort: string;
      readonly choices: readonly string[];
      /** What follows from these values and an index can answer. */
      readonly implied?: (values: readonly string[]) => string | undefined;
    }
  /** Several at once, each with the set of rows that bear it. */
  | { readonly is: "marks"; readonly sets: Readonly<Record<string, string>>; readonly sort?: undefined }
  /** By mention; `roles` that count. */
  | { readonly is: "units"; readonly roles: readonly string[]; readonly sort?: string };

export interface ListShape {
  readonly table: string;
  /** The full-text table of what can be searched for; it holds the rows that stand in lists and no others. */
  readonly search: string;
  /** The order of a list that is not sorted. */
  readonly ownOrder: string;
  /** Fields whose order an index keeps, so that a page is read without sorting all. */
  readonly indexed: readonly string[];
  readonly fields: Readonly<Record<string, ListField>>;
  readonly light: string;
}

const text = (column: string, sort?: string): ListField => ({
  is: "text",
  value: `t.${column}`,
  ...(sort && { sort: `t.${sort}` }),
});
const day = (column: string): ListField => ({ is: "date", value: `t.${column}`, sort: `t.${column}` });
const number = (column: string): ListField => ({ is: "number", value: `t.${column}`, sort: `t.${column}` });
const units = (roles: readonly string[], sort?: string): ListField => ({
  is: "units",
  roles,
  ...(sort && { sort: `t.${sort}` }),
});

/** A choice sorts in the order in which its values are named. */
const choice = (
  value: string,
  choices: readonly string[],
  implied?: (values: readonly string[]) => string | undefined,
): ListField => ({
  is: "choice",
  implied,
  value,
  choices,
  sort: `CASE ${value} ${choices.map((each, at) => `WHEN '${each}' THEN ${at}`).join(" ")} END`,
});

const marks: ListField = { is: "marks", sets: markSets };

const partsSql = "CASE WHEN t.parts > 0 THEN t.parts_done || '/' || t.parts ELSE '' END";
const parentSql = "CASE WHEN t.parent_rid IS NOT NULL THEN (SELECT id FROM records WHERE rid = t.parent_rid) END";

const taskLight = lightSql({ phases: phaseOfTask, reportedOn: "reported_on", reports: true });
const issueLight = lightSql({ phases: phaseOfIssue, reportedOn: "done_on" });

const urgingLight = lightSql({ phases: phaseOfUrging, reportedOn: "answered_on", byDueAlone: true });

const listOrder = "t.list_key, t.ord, t.rid";

export const listShapes: Readonly<Record<Capability, ListShape>> = {
  tasks: {
    table: "tasks",
    search: "search_tasks",
    ownOrder: listOrder,
    indexed: ["no", "due", "period"],
    light: taskLight,
    fields: {
      light: choice(taskLight, lightValues, dueOfTaskLights),
      no: text("no", "no_key"),
      title: text("title", "title_key"),
      measures: text("measures"),
      lead: units(["lead"], "lead_key"),
      responsible: units(["responsible"], "responsible_key"),
      support: units(["support"], "support_key"),
      /** Any part that a unit has in a task. */
      unit: units(["lead", "responsible", "support", "assigned"]),
      assigned: units(["assigned"]),
      /** What counts here: an assignment's or an extension's where there is one. */
      period: { is: "text", value: "coalesce(t.period_here_text, t.period_text)", sort: "t.due" },
      due: day("due"),
      reportDue: day("report_due"),
      heardOn: day("heard_on"),
      parts: { is: "text", value: partsSql, sort: "CASE WHEN t.parts > 0 THEN 1.0 * t.parts_done / t.parts END" },
      /** How many stand otherwise than was said of them. */
      differ: number("parts_differ"),
      extensionAsked: choice(
        "CASE t.extension_asked WHEN 2 THEN 'here' WHEN 1 THEN 'above' ELSE '' END",
        extensionWaits,
        (waits) => (waits.includes("") ? undefined : "t.extension_asked > 0"),
      ),
      /** The task that it is a part of, by id. */
      parent: { is: "text", value: parentSql },
      state: choice("t.state", taskStates),
      percent: number("percent"),
      progress: text("progress"),
      section: text("section", "section_key"),
      list: { is: "text", value: "t.list", sort: "t.list_key" },
      import: text("import_id"),
      campaign: { is: "text", value: "t.campaign", sort: "t.campaign_key" },
      note: text("note"),
      marks,
    },
  },
  issues: {
    table: "issues",
    search: "search_issues",
    ownOrder: listOrder,
    indexed: ["no", "due", "limit", "units"],
    light: issueLight,
    fields: {
      light: choice(issueLight, lightValues, dueOfLights),
      no: text("no", "no_key"),
      title: text("title", "title_key"),
      source: text("source", "source_key"),
      place: text("place", "place_key"),
      category: text("category", "category_key"),
      units: units(["responsible"], "units_key"),
      unit: units(["responsible"]),
      leader: text("leader", "leader_key"),
      person: text("person", "person_key"),
      type: choice("t.type", issueTypes),
      measures: text("measures"),
      limit: { is: "text", value: "t.limit_text", sort: "t.due" },
      due: day("due"),
      state: choice("t.state", issueStates),
      progress: text("progress"),
      percent: number("percent"),
      round: number("round"),
      evidence: number("evidence"),
      registeredOn: day("registered_on"),
      doneOn: day("done_on"),
      closedOn: day("closed_on"),
      section: text("section", "section_key"),
      list: { is: "text", value: "t.list", sort: "t.list_key" },
      import: text("import_id"),
      note: text("note"),
      marks,
    },
  },
  urgings: {
    table: "urgings",
    search: "search_urgings",
    // The last one first: that is the one which is spoken of.
    ownOrder: "t.issued_on DESC, t.year DESC, t.no DESC, t.rid DESC",
    indexed: ["due"],
    light: urgingLight,
    fields: {
      light: choice(urgingLight, lightValues, dueOfLights),
      number: { is: "number", value: "t.no", sort: "t.year * 100000 + t.no" },
      year: number("year"),
      unit: units(["urged"], "unit_key"),
      title: text("title", "title_key"),
      text: text("text"),
      limit: { is: "text", value: "t.limit_text", sort: "t.due" },
      due: day("due"),
      issuedOn: day("issued_on"),
      state: choice("t.state", urgingStates),
      answer: text("answer"),
      answeredOn: day("answered_on"),
      issuer: text("owner"),
      task: text("task"),
      dispatch: text("dispatch"),
      marks,
    },
  },
};

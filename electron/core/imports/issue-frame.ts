/** Rectification ledgers in the importer frame. */
import { readPeriod } from "#shared/calendar/period-grammar.ts";
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import { issueMeanings } from "#shared/issues/reading-dictionary.ts";
import type { IssueReadingRow } from "#shared/issues/reading.ts";
import { stateOfWord, typeOfWord } from "#shared/issues/reading-states.ts";
import { type IssueStep, issueStates, type IssueType } from "#shared/issues/record.ts";
import { resolved, type Responsibility } from "#shared/issues/responsibility.ts";
import { word } from "#shared/translations/index.ts";
import { splitUnits } from "#shared/units/split.ts";
import {
  type Corrected,
  extraCells,
  type FieldProblem,
  filled,
  type Frame,
  type ReadContext,
  withText,
} from "./frame.ts";

type Row = IssueReadingRow;

const texts: ReadonlySet<string> = new Set([
  "no",
  "section",
  "source",
  "place",
  "leader",
  "person",
  "phone",
  "measures",
  "progress",
  "note",
]);

/** Ledgers are written in Chinese, whatever language the window has: values are shown as a ledger would have them. */
const ledgerWord = (key: string): string => word("zh-CN", `issues.${key}`);

const fine = (row: Row): Corrected<Row> => ({ row, problem: null });
const bad = (row: Row, code: string, params: FieldProblem["params"]): Corrected<Row> => ({
  row,
  problem: { code, params },
});

const corrections: Readonly<Record<string, (row: Row, value: string, context: ReadContext) => Corrected<Row>>> = {
  title: (row, value) => {
    const titled = { ...row, title: value };
    return value === "" ? bad(titled, "title-missing", { no: row.no ?? "" }) : fine(titled);
  },
  unit: (row, value) => fine({ ...row, unit: splitUnits(value) }),
  limit: (row, value, { year }) => {
    const { period, trouble } = readPeriod(value, { year });
    const limited = { ...row, limit: period };
    return trouble ? bad(limited, trouble, { text: value }) : fine(limited);
  },
  type: (row, value) => {
    const { type: _, ...without } = row;
    const type = typeOfWord(value);
    if (type) return fine({ ...row, type });
    return value === "" ? fine(without) : bad(without, "type-unknown", { text: value });
  },
  state: (row, value) => {
    const named = issueStates.find((state) => value === state || value === ledgerWord(`state.${state}`));
    const state = named === "withdrawn" ? undefined : (named ?? stateOfWord(value));
    if (value === "") return fine(withText({ ...row, state: "in-progress" }, "stateText", ""));
    const told = withText({ ...row, state: state ?? ("in-progress" as const) }, "stateText", value);
    return state ? fine(told) : bad(told, "state-unknown", { text: value });
  },
  closedOn: (row, value, { year }) => {
    const { period } = readPeriod(value, { year });
    const day = period.due ?? period.start;
    if (value === "" || day) return fine(withText(row, "closedOn", day ?? ""));
    return bad(withText(row, "closedOn", ""), "closed-on-unknown", { text: value });
  },
};

interface IssueSqlRow extends Record<"no" | "title" | "source" | "place" | "section" | "leader" | "person", string> {
  readonly id: string;
  readonly phone: string;
  readonly units: string;
  readonly limit_period: string;
  readonly type: IssueType | null;
  readonly measures: string;
  readonly note: string;
  readonly extra: string;
  readonly sheet: string;
  readonly row: number | null;
}

/** A record as a ledger would have it: blank fields left out. Its state is what was reported, and none of the list's. */
const rowOf = ({ units, limit_period, type, extra, row, ...text }: Omit<IssueSqlRow, "id">): Row => ({
  ...filled(text),
  title: text.title,
  sheet: text.sheet,
  row: row ?? 0,
  unit: JSON.parse(units) as string[],
  limit: JSON.parse(limit_period) as Period,
  ...(type === null ? {} : { type }),
  state: "in-progress",
  extra: JSON.parse(extra) as Record<string, string>,
});

export const issueFrame: Frame<Row> = {
  capability: "issues",
  kind: "issue",
  meanings: [...issueMeanings, "extra"],
  cells: (row) => ({
    no: row.no ?? "",
    title: row.title,
    section: row.section ?? "",
    source: row.source ?? "",
    place: row.place ?? "",
    unit: row.unit.join("、"),
    leader: row.leader ?? "",
    person: row.person ?? "",
    phone: row.phone ?? "",
    measures: row.measures ?? "",
    limit: row.limit.text,
    type: row.type ? ledgerWord(`type.${row.type}`) : "",
    progress: row.progress ?? "",
    state: row.stateText ?? ledgerWord(`state.${row.state}`),
    closedOn: row.closedOn ?? "",
    note: row.note ?? "",
    ...extraCells(row.extra),
  }),
  correct: (row, field, typed, context) => {
    const value = typed.trim();
    if (texts.has(field)) return fine(withText(row, field, value));
    if (field.startsWith("extra.")) {
      return fine({ ...row, extra: withText(row.extra ?? {}, field.slice("extra.".length), value) });
    }
    const correct = corrections[field];
    if (!correct) throw new AppError("no-such-field", { field });
    return correct(row, value, context);
  },
  unitTexts: ({ unit }) => unit,
  withUnits: (row, replace) => ({ ...row, unit: row.unit.map(replace) }),
  values: (row) => ({
    no: row.no ?? "",
    title: row.title,
    source: row.source ?? "",
    place: row.place ?? "",
    category: "",
    section: row.section ?? "",
    responsibility: {
      units: row.unit,
      leader: row.leader ?? "",
      person: row.person ?? "",
      phone: row.phone ?? "",
    },
    limit: row.limit,
    type: row.type ?? null,
    measures: row.measures ?? "",
    note: row.note ?? "",
    extra: row.extra ?? {},
  }),
  resolved: (unit, value, codeOf) => (unit === "responsibility" ? resolved(value as Responsibility, codeOf) : value),
  firstSteps: (row, today) => [
    {
      step: "adopt",
      unit: null,
      on: today,
      state: row.state,
      ...(row.stateText === undefined ? {} : { stateText: row.stateText }),
      ...(row.closedOn === undefined ? {} : { closedOn: row.closedOn }),
      ...(row.progress === undefined ? {} : { text: row.progress }),
    } satisfies IssueStep,
  ],
  parts: () => [],
  earlier: (db, importIds) => {
    const rows = db
      .prepare(
        `SELECT records.id, no, title, source, place, section, units, leader, person, phone, limit_period, type,
                measures, note, extra, sheet, row
         FROM issues JOIN records USING (rid)
         WHERE import_id IN (SELECT value FROM json_each(?)) AND life = 'live' ORDER BY import_id, ord`,
      )
      .all(JSON.stringify(importIds)) as IssueSqlRow[];
    return rows.map(({ id, ...row }) => ({ id, row: rowOf(row) }));
  },
  revisionItem: ({ unit, limit, ...row }) => ({ ...row, lead: unit, responsible: [], support: [], period: limit }),
  revisable: [
    "no",
    "title",
    "source",
    "place",
    "section",
    "unit",
    "leader",
    "person",
    "phone",
    "limit",
    "type",
    "measures",
    "note",
  ],
  silentWithout: new Set(["source", "place", "leader", "person", "phone", "limit", "type", "measures", "note"]),
};

/**
 * The minutes of a meeting: what was on the table and what was said of it, and not a word more. A line that was not
 * filled in is not printed; a task that nothing was said of stands in the figures alone.
 */
import { monthParts } from "#shared/dispatch/month.ts";
import type { DispatchStep } from "#shared/dispatch/record.ts";
import type { AgendaItem, DispatchDetail, DispatchLine } from "#shared/dispatch/view.ts";
import { type Language, word } from "#shared/translations/index.ts";
import type { Block, OfficialDocument } from "../documents/document.ts";
import { printedDate, printedDay } from "../exports/printed-date.ts";

/** An urging that was decided on, as its sheet has it. */
export interface DecidedUrging {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly limit: string;
}

export interface MinutesFacts {
  readonly meeting: DispatchDetail;
  readonly urgings: readonly DecidedUrging[];
  /** Name of the office that held it. */
  readonly office: string;
  /** The day of the signature. */
  readonly on: string;
  readonly language: Language;
}

/** `minutes.figures.late`, with its figures. */
type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export const minutesOf = (facts: MinutesFacts): OfficialDocument => {
  const { meeting, office, on, language } = facts;
  const say: Say = (key, params) => word(language, `dispatch.minutes.${key}`, params);
  return {
    title: say("title", { meeting: titleOfMeeting(meeting, language) }),
    language,
    blocks: [
      ...headBlocks(facts, say),
      ...figureBlocks(facts, say),
      ...discussedBlocks(facts, say),
      ...otherBlocks(facts, say),
      ...urgingBlocks(facts, say),
      ...textBlocks(meeting.closing),
      { kind: "signature", office, date: on },
    ],
  };
};

/** As written, else the usual one of its month. */
const titleOfMeeting = ({ title, month }: Pick<DispatchDetail, "title" | "month">, language: Language): string =>
  title === "" ? word(language, "dispatch.usualTitle", monthParts(month)) : title;

const textBlocks = (text: string): Block[] => (text === "" ? [] : [{ kind: "paragraph", text }]);

const headBlocks = ({ meeting, language }: MinutesFacts, say: Say): Block[] => {
  const { on, place, chair, attendees } = meeting.head;
  const lines = [
    ["time", printedDate(on, language)],
    ["place", place],
    ["chair", chair],
    ["attendees", attendees],
    ["units", meeting.unitNames.join(say("and"))],
  ] as const;
  return [
    ...lines
      .filter(([, text]) => text !== "")
      .map(([key, text]): Block => ({ kind: "paragraph", lead: say(`lead.${key}`), text })),
    ...textBlocks(meeting.opening),
  ];
};

/** A figure needs little room, a long word above it more, so that it is not broken. */
const figureColumn = (heading: string) =>
  ({ heading, share: Math.max(2, lettersOf(heading) / 2 + 0.6), place: "centre" }) as const;

const lettersOf = (heading: string): number =>
  Math.max(0, ...(heading.match(/[a-z]+/gi) ?? []).map(({ length }) => length));

const columns = ["tasks", "due", "done", "inTime", "reported", "late", "unheard"] as const;

const figureBlocks = ({ meeting, language }: MinutesFacts, say: Say): Block[] => {
  const { figures, byUnit, head, month } = meeting;
  const told = columns
    .filter((key) => key !== "tasks" && figures[key] > 0)
    .map((key) => say(`figure.${key}`, { count: figures[key], ...monthParts(month) }));
  const opening = say("figures", { date: printedDate(head.on, language), count: figures.tasks });
  return [
    { kind: "heading", level: 1, text: say("heading.figures") },
    { kind: "paragraph", text: [opening, ...told].join(say("comma")) + say("stop") },
    ...(byUnit.length === 0
      ? []
      : [
          {
            kind: "table",
            columns: [
              { heading: say("column.unit"), share: 5, place: "left" },
              ...columns.map((key) => figureColumn(say(`column.${key}`))),
            ],
            rows: byUnit.map((row) => [row.unitName, ...columns.map((key) => String(row[key]))]),
          } as const satisfies Block,
        ]),
  ];
};

const standing = (steps: readonly DispatchLine[]): DispatchLine[] =>
  steps.filter(({ retracted, proposed }) => !retracted && !proposed);

/** In the order of the agenda; what was said of a task that does not stand on it comes after. */
const discussedBlocks = ({ meeting, language }: MinutesFacts, say: Say): Block[] => {
  const said = Map.groupBy(
    standing(meeting.steps).filter(({ data }) => data.task !== null),
    ({ data }) => data.task ?? "",
  );
  if (said.size === 0) return [];
  const listed = meeting.agenda.filter(({ task }) => said.has(task));
  const onAgenda = new Set(listed.map(({ task }) => task));
  const others = [...said.keys()].filter((task) => !onAgenda.has(task));
  return [
    { kind: "heading", level: 1, text: say("heading.discussed") },
    ...listed.flatMap((item): Block[] => [
      { kind: "heading", level: 2, text: named(item, say) },
      { kind: "paragraph", text: factsText(item, meeting.head.on, language, say) },
      ...lineBlocks(said.get(item.task) ?? [], say),
    ]),
    ...others.flatMap((task): Block[] => {
      const lines = said.get(task) ?? [];
      const about = lines[0]?.about ?? null;
      return about === null
        ? lineBlocks(lines, say)
        : [{ kind: "heading", level: 2, text: named(about, say) }, ...lineBlocks(lines, say)];
    }),
  ];
};

const named = ({ no, title }: { readonly no: string; readonly title: string }, say: Say): string =>
  no === "" ? title : say("named", { no, title });

/** State, period and units as the agenda had them. */
const factsText = (item: AgendaItem, on: string, language: Language, say: Say): string => {
  const year = on.slice(0, 4);
  const state = word(language, `tasks.state.${item.state}`);
  const parts = [
    item.period === "" ? "" : say("fact.period", { text: item.period }),
    item.units.length === 0 ? "" : say("fact.units", { text: item.units.join(say("and")) }),
    item.percent === null ? say("fact.state", { state }) : say("fact.stateAt", { state, percent: item.percent }),
    item.concerned.length === 0 && item.daysLate > 0 ? say("fact.late", { days: item.daysLate }) : "",
    ...item.concerned.map(({ unitName, state: at, percent, daysLate, heardOn, reasons }) =>
      [
        say("fact.unit", { unit: unitName, state: word(language, `tasks.state.${at}`) }),
        percent === null ? "" : `${percent}%`,
        daysLate > 0 ? say("fact.lateShort", { days: daysLate }) : "",
        reasons.includes("unheard") ? say("fact.unheard") : "",
        heardOn === null ? "" : say("fact.heard", { date: printedDay(heardOn, year, language) }),
      ]
        .filter((text) => text !== "")
        .join(say("comma")),
    ),
  ];
  return parts.filter((text) => text !== "").join(say("semicolon")) + say("stop");
};

/** Notes as they were taken, then what was decided. */
const orderOfSteps: readonly DispatchStep["step"][] = ["note", "decision", "urging", "task"];

const lineBlocks = (lines: readonly DispatchLine[], say: Say): Block[] =>
  lines
    .toSorted((a, b) => orderOfSteps.indexOf(a.data.step) - orderOfSteps.indexOf(b.data.step))
    .map(({ data, unitName, madeTitle }): Block => {
      const unit = unitName ?? "";
      const text = data.step === "urging" && madeTitle !== null ? say("urged", { number: madeTitle, unit }) : data.text;
      const isOf = unit !== "" && data.step !== "urging";
      return { kind: "paragraph", lead: say(`lead.${data.step}`), text: isOf ? say("ofUnit", { unit, text }) : text };
    });

/** What was said of no task in particular. */
const otherBlocks = ({ meeting }: MinutesFacts, say: Say): Block[] => {
  const lines = standing(meeting.steps).filter(({ data }) => data.task === null);
  if (lines.length === 0) return [];
  return [{ kind: "heading", level: 1, text: say("heading.other") }, ...lineBlocks(lines, say)];
};

const urgingBlocks = ({ urgings }: MinutesFacts, say: Say): Block[] => {
  if (urgings.length === 0) return [];
  const shown = [
    { key: "number", place: "centre" },
    { key: "unit", place: "left" },
    { key: "title", place: "left" },
    { key: "text", place: "left" },
    { key: "limit", place: "centre" },
  ] as const;
  const filled = shown.filter(({ key }) => urgings.some((urging) => urging[key] !== ""));
  return [
    { kind: "heading", level: 1, text: say("heading.urgings") },
    {
      kind: "table",
      columns: filled.map(({ key, place }) => ({ heading: say(`column.${key}`), place })),
      rows: urgings.map((urging) => filled.map(({ key }) => urging[key])),
    },
  ];
};

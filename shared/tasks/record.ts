/**
 * A linkage task (联动任务): an item of a list that the city issues and the district answers for. Its state is derived
 * from steps, never written (domain.md 'Task states').
 */
import { z } from "zod";
import { emptyPeriod, isoDate, periodSchema } from "../calendar/period.ts";
import { setsTogether } from "../exchange/sets.ts";
import { attachmentSchema } from "../store/attachment.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";

export const taskStates = [
  "issued",
  "received",
  "returned",
  "in-progress",
  "reported-done",
  "done",
  "withdrawn",
] as const;
export type TaskState = (typeof taskStates)[number];

export const taskUnitsSchema = z.object({
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  support: z.array(z.string()),
});

type TaskUnits = z.infer<typeof taskUnitsSchema>;

/** Where a record was taken in from: file, sheet and row as the person who made the list would name them. */
export const originSchema = z.object({
  importId: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  /** The place in the list, for its own order. */
  order: z.number().int(),
});

/** As of a record that was entered by hand. */
export const emptyOrigin = { importId: null, sheet: "", row: null, order: 0 };

/** Who supports is a set: two offices that each add one have both (EX6). Who leads or answers is not. */
const supportersTogether = (before: unknown, values: readonly unknown[]): unknown => {
  const [first, ...others] = values as TaskUnits[];
  if (first === undefined) return null;
  const isApart = ({ lead, responsible }: TaskUnits): boolean =>
    !isSameList(lead, first.lead) || !isSameList(responsible, first.responsible);
  if (others.some(isApart)) return null;
  const supports = (values as TaskUnits[]).map(({ support }) => support);
  return { ...first, support: setsTogether((before as TaskUnits | null)?.support ?? [], supports) };
};

const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");

/** How often a task that lasts (长期坚持) is reported on. */
export const reportIntervals = ["week", "month", "quarter", "half-year", "year"] as const;
export type ReportInterval = (typeof reportIntervals)[number];

/**
 * The campaign (行动) that a task belongs to. Its name and interval go with the task, so that an office that has the task
 * from above needs nothing else; `id` names the campaign's own record in the office that keeps it.
 */
export const taskCampaignSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  every: z.enum(reportIntervals).optional(),
});
export type TaskCampaign = z.infer<typeof taskCampaignSchema>;

export const taskSteps = [
  "assign",
  "receive",
  "return",
  "progress",
  "report-done",
  "confirm",
  "refuse",
  "withdraw",
  /** The issuer gives an assignment another period or contact; its state stays. */
  "arrange",
  "ask-extension",
  "grant-extension",
  "refuse-extension",
] as const;

export const taskStepSchema = z.object({
  step: z.enum(taskSteps),
  /** The assigned unit that the step is of; null: the task as this office's own. */
  unit: z.string().nullable().default(null),
  on: isoDate,
  text: z.string().optional(),
  percent: z.number().min(0).max(100).optional(),
  /** For recurring tasks: the due date of the occurrence that is meant, as the recurrence names it (before any shift). */
  occurrence: isoDate.optional(),
  /** `assign`, `arrange`, `grant-extension`: the assignment's own period from then on; `ask-extension`: the one asked for. */
  period: periodSchema.optional(),
  /** `assign`, `arrange`, and all that a unit says: who answers for it in the unit (联络人), from then on. */
  contact: z.string().optional(),
  /** `progress`, `report-done`: what comes next, and what stands in the way. */
  next: z.string().optional(),
  difficulty: z.string().optional(),
  /** `progress`: said in one key that there is nothing to report. */
  nothing: z.boolean().optional(),
  /** `progress`, `report-done`: files that prove it (佐证材料). */
  evidence: z.array(attachmentSchema).optional(),
});
export type TaskStep = z.infer<typeof taskStepSchema>;

export const taskKind = {
  kind: "task",
  scope: { reach: "concerned", givenBy: { step: "assign", all: true }, stepsApart: true },
  units: {
    no: { schema: z.string(), writer: "issuer" },
    title: { schema: z.string().min(1), writer: "issuer" },
    measures: { schema: z.string(), writer: "issuer" },
    section: { schema: z.string(), writer: "issuer" },
    note: { schema: z.string(), writer: "issuer" },
    units: {
      schema: taskUnitsSchema,
      writer: "issuer",
      empty: { lead: [], responsible: [], support: [] },
      together: supportersTogether,
    },
    period: { schema: periodSchema, writer: "issuer", empty: emptyPeriod },
    extra: { schema: z.record(z.string(), z.string()), writer: "issuer", empty: {} },
    origin: { schema: originSchema, writer: "issuer", empty: emptyOrigin },
    /** The record of the task that this one is a part of (分解); null: a task of its own. */
    parent: { schema: z.string().nullable(), writer: "issuer", empty: null },
    campaign: { schema: taskCampaignSchema.nullable(), writer: "issuer", empty: null },
    /** EX8a: the record that stands for this one, where the same task was entered twice; null: it stands for itself. */
    sameAs: { schema: z.string().nullable(), writer: "issuer", empty: null },
    life: { schema: lifeSchema, writer: "issuer", empty: { state: "live" } },
  },
  step: taskStepSchema,
} as const satisfies RecordKind;

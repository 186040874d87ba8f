/** What a dispatch meeting looks like to those who hold it: its agenda, and what was said of each task. */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { historyEntrySchema } from "../store/commit.ts";
import { lightValues } from "../tasks/fields.ts";
import { taskStates } from "../tasks/record.ts";
import { stepLineSchema } from "../tasks/view.ts";
import { dispatchHeadSchema, dispatchStepSchema } from "./record.ts";

export const dispatchRowSchema = z.object({
  id: z.string(),
  month: z.string(),
  on: isoDate,
  /** As written; empty: the usual one of its month. */
  title: z.string(),
  place: z.string(),
  chair: z.string(),
  attendees: z.string(),
  units: z.array(z.string()),
  notes: z.number().int(),
  decisions: z.number().int(),
  urgings: z.number().int(),
  tasks: z.number().int(),
  withdrawn: z.boolean(),
});
export type DispatchRow = z.infer<typeof dispatchRowSchema>;

/** Why a task stands on the agenda; it may be there for several reasons, and is listed under the first. */
export const agendaReasons = ["late", "due", "unheard", "changed"] as const;
export type AgendaReason = (typeof agendaReasons)[number];

/** One unit that has a task in hand, as of the day of the meeting. */
export const agendaHandsSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  due: isoDate.nullable(),
  heardOn: isoDate.nullable(),
  /** Its last words, and when they were said in `heardOn`. */
  said: z.string(),
  contact: z.string(),
  /** How many days it is overdue; 0: it is not. */
  daysLate: z.number().int(),
  reasons: z.array(z.enum(agendaReasons)),
});
export type AgendaHandsView = z.infer<typeof agendaHandsSchema>;

/** A field that changed since the meeting before: states as their key, everything else as text. */
export const agendaChangeSchema = z.object({
  field: z.enum(["title", "units", "period", "measures", "assignments", "state"]),
  /** The unit whose period changed; null: of the task as a whole. */
  unit: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});
export type AgendaChange = z.infer<typeof agendaChangeSchema>;

export const agendaItemSchema = z.object({
  task: z.string(),
  no: z.string(),
  title: z.string(),
  section: z.string(),
  measures: z.string(),
  /** Those that its list names, the lead first. */
  units: z.array(z.string()),
  /** The units that are looked at and have it in hand; none: the list's units answer for it as a whole. */
  concerned: z.array(agendaHandsSchema),
  period: z.string(),
  due: isoDate.nullable(),
  /** The first day in the month by which it, an occurrence of it or a unit with it is due; null: none is. */
  dueInMonth: isoDate.nullable(),
  state: z.enum(taskStates),
  percent: z.number().nullable(),
  progress: z.string(),
  heardOn: isoDate.nullable(),
  light: z.enum(lightValues),
  /** The most days that it, or a unit with it, is overdue; 0: none is. */
  daysLate: z.number().int(),
  reasons: z.array(z.enum(agendaReasons)),
  changes: z.array(agendaChangeSchema),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** How the work in hand stood: of what was open at some time in the month. */
export const dispatchFiguresSchema = z.object({
  tasks: z.number().int(),
  /** Confirmed as done; and of them, those reported by their due date. */
  done: z.number().int(),
  inTime: z.number().int(),
  /** Reported as done, and not confirmed yet. */
  reported: z.number().int(),
  due: z.number().int(),
  late: z.number().int(),
  unheard: z.number().int(),
});
export type DispatchFigures = z.infer<typeof dispatchFiguresSchema>;

export const unitFiguresSchema = dispatchFiguresSchema.extend({ unit: z.string(), unitName: z.string() });
export type UnitFigures = z.infer<typeof unitFiguresSchema>;

export const dispatchLineSchema = stepLineSchema.extend({
  data: dispatchStepSchema,
  /** Number and title of the task that it is about; null: of none. */
  about: z.object({ no: z.string(), title: z.string() }).nullable(),
  unitName: z.string().nullable(),
  /** What it became: an urging's number, or a task's title; null: nothing, or that is not here any more. */
  madeTitle: z.string().nullable(),
});
export type DispatchLine = z.infer<typeof dispatchLineSchema>;

export const dispatchDetailSchema = dispatchRowSchema.extend({
  head: dispatchHeadSchema,
  /** Names of `head.units`. */
  unitNames: z.array(z.string()),
  opening: z.string(),
  closing: z.string(),
  /** The meeting before; null: there was none. */
  before: z.object({ id: z.string(), on: isoDate, month: z.string(), title: z.string() }).nullable(),
  agenda: z.array(agendaItemSchema),
  figures: dispatchFiguresSchema,
  byUnit: z.array(unitFiguresSchema),
  steps: z.array(dispatchLineSchema),
  withdrawnReason: z.string().nullable(),
  history: z.array(historyEntrySchema),
});
export type DispatchDetail = z.infer<typeof dispatchDetailSchema>;

/**
 * The shapes in which the demonstration is written down: short enough to be read and changed by a person, and turned
 * into records and steps by build.ts.
 */
import type { Period } from "../calendar/period.ts";
import type { IssueType } from "../issues/record.ts";
import type { TaskStep } from "../tasks/record.ts";

/** A day, ISO. In the part that plays around the day of loading it is worked out from that day. */
export type Day = string;

/** What was done on a task: step, day, what was said, percent, the unit it is of, the occurrence it is about, its terms. */
export type DemoTaskStep = {
  readonly step: TaskStep["step"];
  readonly on: Day;
  readonly text?: string;
  readonly percent?: number;
  /** A unit's name; this office's own when left out. */
  readonly unit?: string;
  readonly occurrence?: Day;
  /** The period that it gives, or asks for, as it is written. */
  readonly period?: string;
  readonly contact?: string;
  readonly next?: string;
  readonly difficulty?: string;
};

export type DemoTask = {
  /** A name by which others speak of it: its parts, urgings, the meeting, a form. */
  readonly key?: string;
  /** The key of the task that it is a part of, which stands before it. */
  readonly partOf?: string;
  /** Whether it belongs to the campaign of the demonstration. */
  readonly inCampaign?: boolean;
  /** The day it came from the city. */
  readonly came: Day;
  readonly section: string;
  readonly title: string;
  readonly measures?: string;
  /** As the list writes it, or worked out where words would need the year. */
  readonly period: string | Period;
  readonly lead: readonly string[];
  readonly responsible?: readonly string[];
  readonly support?: readonly string[];
  readonly note?: string;
  readonly steps: readonly DemoTaskStep[];
};

/**
 * How an issue went, which its steps follow from. `late`: reported after the limit; `failed`: verification refused once;
 * `returned`: sent back by the first unit; `again`: reopened and closed in round 2; `reopened`: round 2 is under way.
 */
export const courses = [
  "closed",
  "late",
  "failed",
  "again",
  "returned",
  "at-once",
  "withdrawn",
  "reopened",
  "lasting",
  "registered",
  "handed-over",
  "sent-back",
  "under-way",
  "awaiting",
  "awaiting-late",
] as const;
export type Course = (typeof courses)[number];

export type DemoIssue = {
  readonly on: Day;
  readonly title: string;
  readonly place: string;
  /** Names of units; the first answers. */
  readonly units: readonly string[];
  readonly source: string;
  readonly category: string;
  readonly type: IssueType;
  readonly limit: string | Period;
  readonly course: Course;
  readonly measures: string;
  readonly progress: string;
  /** What was found when it was done; a reason for `returned`, `withdrawn`, `reopened`. */
  readonly result?: string;
  readonly percent?: number;
  readonly note?: string;
};

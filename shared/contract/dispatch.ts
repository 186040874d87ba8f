/** Dispatch meetings (调度): what is to be looked at, what was noted and decided, and the minutes. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { dispatchHeadSchema } from "../dispatch/record.ts";
import { dispatchDetailSchema, dispatchRowSchema } from "../dispatch/view.ts";
import { byId, doneSchema } from "./parts.ts";

export const dispatchContract = {
  /** Newest first. */
  list: oc.output(z.array(dispatchRowSchema)),
  /** The meeting with its agenda as of today: due, late, changed since the last meeting, unheard of; notes and decisions. */
  get: oc.input(byId).output(dispatchDetailSchema),
  add: oc.input(dispatchHeadSchema.partial().required({ month: true })).output(doneSchema),
  edit: oc
    .input(
      byId.extend({
        head: dispatchHeadSchema.partial().optional(),
        opening: z.string().optional(),
        closing: z.string().optional(),
      }),
    )
    .output(doneSchema),
  note: oc
    .input(
      byId.extend({
        task: z.string().nullable(),
        text: z.string().trim().min(1),
        unit: z.string().nullable().default(null),
        decision: z.boolean().default(false),
      }),
    )
    .output(doneSchema),
  /** Decisions that become urgings, one to each unit by code or name, in the same commit. */
  urge: oc
    .input(
      byId.extend({
        task: z.string(),
        urgings: z
          .array(z.object({ unit: z.string().min(1), text: z.string().trim().min(1), limit: z.string().default("") }))
          .min(1),
      }),
    )
    .output(doneSchema),
  /** A decision that becomes a task, in the same commit: a sub-task of the one it is about, assigned at once. */
  makeTask: oc
    .input(
      byId.extend({
        about: z.string().nullable(),
        title: z.string().trim().min(1),
        units: z.array(z.string()).default([]),
        period: z.string().default(""),
      }),
    )
    .output(doneSchema),
  withdraw: oc.input(byId.extend({ reason: z.string().trim().min(1) })).output(doneSchema),
  /** The minutes as Word. */
  minutes: oc
    .input(
      byId.extend({ path: z.string(), language: z.enum(["zh-CN", "en"]).default("zh-CN"), on: isoDate.optional() }),
    )
    .output(z.object({ path: z.string(), bytes: z.number().int() })),
};

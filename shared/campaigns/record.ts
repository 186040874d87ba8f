/**
 * A campaign (行动: 向污染宣战, 12345监督, 专项工作评议 …) groups tasks and says how often those that last are reported on;
 * a template is a list kept to be started again for another year. Both are the office's own: tasks carry the name.
 */
import { z } from "zod";
import { periodSchema } from "../calendar/period.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";
import { reportIntervals, taskUnitsSchema } from "../tasks/record.ts";

export const campaignFactsSchema = z.object({
  name: z.string().trim().min(1),
  /** The year it is of; null: it goes on. */
  year: z.number().int().nullable(),
  every: z.enum(reportIntervals).nullable(),
  note: z.string(),
});
export type CampaignFacts = z.infer<typeof campaignFactsSchema>;

export const campaignKind = {
  kind: "campaign",
  scope: { reach: "own" },
  units: {
    facts: { schema: campaignFactsSchema, writer: "self" },
    life: { schema: lifeSchema, writer: "self", empty: { state: "live" } },
  },
} as const satisfies RecordKind;

/** A task as a template keeps it: what the issuer defines, and nothing of what was reported. */
export const templateTaskSchema = z.object({
  no: z.string(),
  title: z.string().min(1),
  measures: z.string(),
  section: z.string(),
  note: z.string(),
  units: taskUnitsSchema,
  period: periodSchema,
  extra: z.record(z.string(), z.string()),
  /** Place of its parent in the template; null: a task of its own. */
  parent: z.number().int().nullable(),
});
export type TemplateTask = z.infer<typeof templateTaskSchema>;

export const templateKind = {
  kind: "template",
  scope: { reach: "own" },
  units: {
    facts: {
      schema: z.object({ name: z.string().trim().min(1), year: z.number().int(), note: z.string() }),
      writer: "self",
    },
    tasks: { schema: z.array(templateTaskSchema), writer: "self", empty: [] },
    life: { schema: lifeSchema, writer: "self", empty: { state: "live" } },
  },
} as const satisfies RecordKind;

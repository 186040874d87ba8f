/** The rectification ledger: list, detail, entry, steps of the life cycle, evidence, bulk change. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { issueStepSchema } from "../issues/record.ts";
import { issueChangesSchema, issueDetailSchema, issueEntrySchema, issueRowSchema } from "../issues/view.ts";
import { facetsSchema, listQuerySchema, pageSchema } from "../list/query.ts";
import { byId, doneSchema } from "./parts.ts";

export const issuesContract = {
  list: oc.input(pageSchema).output(z.object({ rows: z.array(issueRowSchema) })),
  count: oc.input(listQuerySchema).output(z.object({ count: z.number().int() })),
  facets: oc.input(listQuerySchema.extend({ fields: z.array(z.string()) })).output(facetsSchema),
  /** `reveal`: the telephone number unmasked. */
  get: oc.input(byId.extend({ reveal: z.boolean().default(false) })).output(issueDetailSchema),
  add: oc.input(issueEntrySchema).output(doneSchema),
  edit: oc.input(byId.extend({ changes: issueChangesSchema })).output(doneSchema),
  /** The same change to many at once, one commit, one undo. */
  bulkEdit: oc
    .input(
      z.object({
        ids: z.array(z.string()).min(1),
        changes: issueChangesSchema.omit({ title: true, no: true }),
      }),
    )
    .output(doneSchema),
  /**
   * A step for one or many issues; refused as a whole when the rules refuse one. `files`: paths of evidence to be
   * kept by content with the step.
   */
  step: oc
    .input(
      z.object({
        ids: z.array(z.string()).min(1),
        step: issueStepSchema.omit({ evidence: true }),
        files: z.array(z.string()).default([]),
        /** `hand-over`: to whom and until when, in the same commit; what is left out stays as it is. */
        handOver: issueChangesSchema.pick({ units: true, limit: true }).optional(),
        /** `reopen` asks to be confirmed (domain.md). */
        confirmed: z.boolean().default(false),
      }),
    )
    .output(doneSchema),
  /** Values entered before, most frequent first, for the entry form's completion. */
  suggestions: oc
    .input(
      z.object({
        field: z.enum(["source", "place", "category", "leader", "person", "units"]),
        q: z.string().default(""),
      }),
    )
    .output(z.array(z.string())),
  /** Where an evidence file lies, to be opened by the system's own program. */
  evidencePath: oc.input(z.object({ hash: z.string() })).output(z.object({ path: z.string() })),
};

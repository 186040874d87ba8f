/** The log as people read it: a record's history, what was done lately, and undo. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { commitHeadSchema, historyEntrySchema, versionSchema } from "../store/commit.ts";
import { byId, doneSchema } from "./parts.ts";

export const historyContract = {
  of: oc.input(byId).output(z.array(historyEntrySchema)),
  recent: oc
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.array(commitHeadSchema.extend({ changes: z.number().int(), undone: z.boolean() }))),
  /** Writes the opposite of a commit; refused with `changed-since` where later work stands on it. */
  undo: oc.input(z.object({ version: versionSchema })).output(doneSchema),
};

/** Shapes that several procedures share: ids, acknowledgements, progress of long work. */
import { z } from "zod";
import { eventIterator } from "@orpc/contract";
import { versionSchema } from "../store/commit.ts";

export const byId = z.object({ id: z.string() });

/** What a write answers: the commit that holds it, by which it can be undone. */
export const doneSchema = z.object({
  version: versionSchema,
  ids: z.array(z.string()),
  /** How many of its changes wait for another office to take them, since it has the authority (EX5); left out: none. */
  proposed: z.number().int().optional(),
});
export type Done = z.infer<typeof doneSchema>;

/** Long work tells where it is; its last event carries the result. `total` 0: not known yet. */
export const workOf = <T extends z.ZodType>(result: T) =>
  eventIterator(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("progress"), stage: z.string(), done: z.number(), total: z.number() }),
      z.object({ type: z.literal("done"), result }),
    ]),
  );

/** The log as people read it, and undo. */
import { done } from "../done.ts";
import { os } from "../os.ts";
import { historyOf, recentCommits } from "../store/history.ts";
import { undo } from "../store/undo.ts";

export const historyRouter = {
  of: os.history.of.handler(({ input, context }) => historyOf(context.store, input.id)),
  recent: os.history.recent.handler(({ input, context }) => recentCommits(context.store, input.limit)),
  undo: os.history.undo.handler(({ input, context }) => done(undo(context.store, input.version))),
};

/** Linkage tasks, as the contract has them. */
import { facetsOf } from "../list/facets.ts";
import { countRows, listContextOf, pageOf } from "../list/rows.ts";
import { done } from "../done.ts";
import { os } from "../os.ts";
import { assignTasks } from "./assign.ts";
import { breakDown } from "./break-down.ts";
import { taskDetail } from "./detail.ts";
import { summaryOfTask } from "./draft-summary.ts";
import { partOf } from "./part-of.ts";
import { pasteTasks } from "./paste.ts";
import { setCampaign } from "./set-campaign.ts";
import { stepTasks } from "./step.ts";
import { addTask, editTask, withdrawTasks } from "./write.ts";

export const tasksRouter = {
  list: os.tasks.list.handler(({ input, context: { store } }) => ({
    rows: pageOf(store.db, "tasks", input, listContextOf(store)),
  })),
  count: os.tasks.count.handler(({ input, context: { store } }) => ({
    count: countRows(store.db, "tasks", input, listContextOf(store)),
  })),
  facets: os.tasks.facets.handler(({ input, context: { store } }) =>
    facetsOf(store.db, "tasks", input, listContextOf(store)),
  ),
  get: os.tasks.get.handler(({ input, context }) => taskDetail(context.store, input.id)),
  add: os.tasks.add.handler(({ input, context }) => done(addTask(context.store, input))),
  edit: os.tasks.edit.handler(({ input, context }) => done(editTask(context.store, input.id, input.changes))),
  assign: os.tasks.assign.handler(({ input, context }) => done(assignTasks(context.store, input))),
  breakDown: os.tasks.breakDown.handler(({ input, context }) => done(breakDown(context.store, input.id, input.parts))),
  partOf: os.tasks.partOf.handler(({ input, context }) => done(partOf(context.store, input.ids, input.parent))),
  setCampaign: os.tasks.setCampaign.handler(({ input, context }) =>
    done(setCampaign(context.store, input.ids, input.campaign)),
  ),
  draftSummary: os.tasks.draftSummary.handler(({ input, context }) => {
    const { entries, silent, ...summary } = summaryOfTask(context.store, input.id, input.language);
    return { ...summary, entries: [...entries], silent: [...silent] };
  }),
  paste: os.tasks.paste.handler(({ input, context }) => {
    const { preview, done: pasted } = pasteTasks(context.store, input.rows, input.apply);
    return { preview, done: pasted === null ? null : done(pasted) };
  }),
  step: os.tasks.step.handler(async ({ input, context }) =>
    done(await stepTasks(context.store, input.ids, input.step, input.files)),
  ),
  withdraw: os.tasks.withdraw.handler(({ input, context }) =>
    done(withdrawTasks(context.store, input.ids, input.reason)),
  ),
};

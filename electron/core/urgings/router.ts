/** Urgings, as the contract has them. */
import { done } from "../done.ts";
import { facetsOf } from "../list/facets.ts";
import { countRows, listContextOf, pageOf } from "../list/rows.ts";
import { os } from "../os.ts";
import { urgingDetail } from "./detail.ts";
import { draftUrgings } from "./draft.ts";
import { editUrging, issueUrgings } from "./issue.ts";
import { messageText } from "./message.ts";
import { nextNumber } from "./numbers.ts";
import { writeSheets } from "./sheet.ts";
import { stepUrgings } from "./step.ts";

export const urgingsRouter = {
  list: os.urgings.list.handler(({ input, context: { store } }) => ({
    rows: pageOf(store.db, "urgings", input, listContextOf(store)),
  })),
  count: os.urgings.count.handler(({ input, context: { store } }) => ({
    count: countRows(store.db, "urgings", input, listContextOf(store)),
  })),
  facets: os.urgings.facets.handler(({ input, context: { store } }) =>
    facetsOf(store.db, "urgings", input, listContextOf(store)),
  ),
  get: os.urgings.get.handler(({ input, context }) => urgingDetail(context.store, input.id)),
  draft: os.urgings.draft.handler(({ input, context }) => [...draftUrgings(context.store, input.task, input.language)]),
  issue: os.urgings.issue.handler(({ input, context }) => done(issueUrgings(context.store, input.urgings))),
  edit: os.urgings.edit.handler(({ input: { id, ...changes }, context }) =>
    done(editUrging(context.store, id, changes)),
  ),
  step: os.urgings.step.handler(({ input, context }) => done(stepUrgings(context.store, input.ids, input.step))),
  plainText: os.urgings.plainText.handler(({ input, context }) => ({ text: messageText(context.store, input) })),
  document: os.urgings.document.handler(({ input, context }) => writeSheets(context.store, input)),
  nextNumber: os.urgings.nextNumber.handler(({ input, context: { store } }) =>
    nextNumber(store, Number((input.on ?? store.today()).slice(0, 4))),
  ),
};

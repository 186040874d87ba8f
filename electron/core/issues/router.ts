/** The rectification ledger, as the contract has it. */
import { AppError } from "#shared/errors.ts";
import { attachmentPath, hasAttachment } from "../attachments/files.ts";
import { facetsOf } from "../list/facets.ts";
import { countRows, listContextOf, pageOf } from "../list/rows.ts";
import { done } from "../done.ts";
import { os } from "../os.ts";
import { issueDetail } from "./detail.ts";
import { stepIssues } from "./step.ts";
import { suggestionsFor } from "./suggestions.ts";
import { addIssue, editIssue, editIssues } from "./write.ts";

export const issuesRouter = {
  list: os.issues.list.handler(({ input, context: { store } }) => ({
    rows: pageOf(store.db, "issues", input, listContextOf(store)),
  })),
  count: os.issues.count.handler(({ input, context: { store } }) => ({
    count: countRows(store.db, "issues", input, listContextOf(store)),
  })),
  facets: os.issues.facets.handler(({ input, context: { store } }) =>
    facetsOf(store.db, "issues", input, listContextOf(store)),
  ),
  get: os.issues.get.handler(({ input, context }) => issueDetail(context.store, input.id, input.reveal)),
  add: os.issues.add.handler(({ input, context }) => done(addIssue(context.store, input))),
  edit: os.issues.edit.handler(({ input, context }) => done(editIssue(context.store, input.id, input.changes))),
  bulkEdit: os.issues.bulkEdit.handler(({ input, context }) =>
    done(editIssues(context.store, input.ids, input.changes)),
  ),
  step: os.issues.step.handler(async ({ input, context }) => done(await stepIssues(context.store, input))),
  suggestions: os.issues.suggestions.handler(({ input, context }) =>
    suggestionsFor(context.store, input.field, input.q),
  ),
  evidencePath: os.issues.evidencePath.handler(({ input, context: { store } }) => {
    if (!hasAttachment(store.folder, input.hash)) throw new AppError("attachment-missing", { hash: input.hash });
    return { path: attachmentPath(store.folder, input.hash) };
  }),
};

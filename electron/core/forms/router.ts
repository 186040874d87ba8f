/** Fill-back forms, as the contract has them. */
import { AppError } from "#shared/errors.ts";
import { done } from "../done.ts";
import { work } from "../jobs/work.ts";
import { os } from "../os.ts";
import { commit } from "../store/commit.ts";
import { confirmForms } from "./confirm.ts";
import { findForm, formRows } from "./kept.ts";
import { chooseForms, dropForms, formsStage, formsView, openForms, rowsOfForm } from "./stage.ts";
import { tasksOfUnits } from "./tasks-of-units.ts";
import { writeFormsFor } from "./write.ts";
import { withdrawal } from "../store/withdrawal.ts";

export const formsRouter = {
  list: os.forms.list.handler(({ context }) => formRows(context.store)),

  units: os.forms.units.handler(({ input: { ids, ...query }, context }) =>
    tasksOfUnits(context.store, query, ids).map(({ tasks, ...unit }) => ({ ...unit, tasks: tasks.length })),
  ),

  write: os.forms.write.handler(({ input, context, signal }) =>
    work((hooks) => writeFormsFor(context, input, hooks), signal),
  ),

  open: os.forms.open.handler(({ input, context, signal }) =>
    work(async (hooks) => formsView(context.store, await openForms(context, input.paths, hooks)), signal),
  ),

  rows: os.forms.rows.handler(({ input, context }) => rowsOfForm(formsStage(context.store, input.stage), input.file)),

  choose: os.forms.choose.handler(({ input, context }) => {
    const stage = formsStage(context.store, input.stage);
    chooseForms(stage, input);
    return formsView(context.store, stage);
  }),

  confirm: os.forms.confirm.handler(({ input, context, signal }) =>
    work(async (hooks) => {
      const taken = await confirmForms(context, formsStage(context.store, input.stage), hooks);
      dropForms(context.store, input.stage);
      return taken;
    }, signal),
  ),

  drop: os.forms.drop.handler(({ input, context }) => {
    dropForms(context.store, input.stage);
    return {};
  }),

  withdraw: os.forms.withdraw.handler(({ input: { id, reason }, context: { store } }) => {
    if (findForm(store, id).voided !== null) throw new AppError("form-void-already");
    const change = withdrawal(id, "form", reason);
    return done(commit(store, { action: "forms.withdraw", changes: [change] }));
  }),
};

/** The importer frame, as the contract has it. */
import { work } from "../jobs/work.ts";
import { done } from "../done.ts";
import { os } from "../os.ts";
import { confirmStage } from "./confirm.ts";
import { importLines } from "./known.ts";
import { openStage, rereadStage } from "./open.ts";
import { assertOutside } from "../store/outside.ts";
import { comparedWith } from "./revision.ts";
import { saveProblems } from "./save-problems.ts";
import { correctItem, itemAt, rememberCorrection } from "./stage.ts";
import { dropStage, stageOf } from "./stages.ts";
import { undoImport } from "./undo.ts";
import { stageRow, stageRows, stageView } from "./view.ts";

export const importsRouter = {
  list: os.imports.list.handler(({ context }) => importLines(context.store)),

  open: os.imports.open.handler(({ input, context, signal }) =>
    work(async (hooks) => {
      const stage = await openStage(context, input.capability, input.path, input.options, hooks);
      return stageView(context, stage);
    }, signal),
  ),

  reread: os.imports.reread.handler(async ({ input, context, signal }) => {
    const stage = stageOf(context, input.stage);
    await rereadStage(context, stage, input.options, signal ? { signal } : {});
    return stageView(context, stage);
  }),

  rows: os.imports.rows.handler(({ input, context }) => stageRows(context, stageOf(context, input.stage), input)),

  correct: os.imports.correct.handler(({ input, context }) => {
    const stage = stageOf(context, input.stage);
    const item = itemAt(stage, input.sheet, input.row);
    correctItem(stage, item, input.field, input.value);
    rememberCorrection(stage, item, input);
    return stageRow(stage, item, comparedWith(context.store, stage));
  }),

  matchUnit: os.imports.matchUnit.handler(({ input, context }) => {
    const stage = stageOf(context, input.stage);
    stage.unitChoices.set(input.text, input.code);
    return stageView(context, stage);
  }),

  mapState: os.imports.mapState.handler(async ({ input, context }) => {
    const stage = stageOf(context, input.stage);
    stage.stateChoices.set(input.word, input.state);
    await rereadStage(context, stage, stage.options);
    return stageView(context, stage);
  }),

  revise: os.imports.revise.handler(({ input, context }) => {
    const stage = stageOf(context, input.stage);
    stage.revises = input.revises;
    stage.comparison = null;
    comparedWith(context.store, stage);
    return stageView(context, stage);
  }),

  acceptPerhaps: os.imports.acceptPerhaps.handler(({ input, context }) => {
    const stage = stageOf(context, input.stage);
    const item = itemAt(stage, input.sheet, input.row);
    if (input.accepted) stage.accepted.add(item.key);
    else stage.accepted.delete(item.key);
    stage.comparison = null;
    return stageRow(stage, item, comparedWith(context.store, stage));
  }),

  confirm: os.imports.confirm.handler(({ input, context, signal }) =>
    work(async (hooks) => {
      const confirmed = await confirmStage(context, stageOf(context, input.stage), hooks);
      dropStage(context, input.stage);
      return confirmed;
    }, signal),
  ),

  drop: os.imports.drop.handler(({ input, context }) => {
    dropStage(context, input.stage);
    return {};
  }),

  saveProblems: os.imports.saveProblems.handler(({ input, context }) => {
    assertOutside(context.store.folder, input.path);
    return saveProblems(context, stageOf(context, input.stage), input.path);
  }),

  undo: os.imports.undo.handler(({ input, context }) => done(undoImport(context.store, input.id, input.force))),
};
